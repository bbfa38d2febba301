// Registering: step 1, on one page, without an account.
import { plainFieldsOf } from '../../workflows/fields.ts'
import { word } from '../../workflows/words.ts'
import { registrationSections } from '../app/register.ts'
import { errorSummary, hidden, type Messages, renderFields, type Typed } from './form.ts'
import { html } from './html.ts'
import type { Page } from './layout.ts'

export function registerPage(nonce: string, typed: Typed = {}, messages: Messages = {}): Page {
  return {
    title: 'Register your interest',
    refused: Object.keys(messages).length > 0,
    back: { href: '/', label: 'Back' },
    body: html`${errorSummary(messages)}
<h1 class="govuk-heading-l">Register your interest</h1>
<p class="govuk-body">This takes about five minutes. When you have sent it we email you a code, to make sure that the address is yours.</p>
<p class="govuk-body">We use what you tell us to run the quality mark with you, and for nothing else.</p>
<form method="post" action="/register" novalidate>
${hidden('nonce', nonce)}
${registrationSections.map(
  (section) => html`<h2 class="govuk-heading-m">${word(`section.${section.id}`)}</h2>
${renderFields(plainFieldsOf(section), typed, messages)}`,
)}
<p class="govuk-body">By registering you say that you have read our <a class="govuk-link" href="/privacy">privacy notice</a>: it says what we keep, and why.</p>
<button class="govuk-button">Register</button>
</form>`,
  }
}

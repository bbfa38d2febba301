// The team registers somebody who got in touch: the questions of the registration, and how they got in touch.
import { leadFields } from '../app/change-lead.ts'
import { registerForFields, waysToGetInTouch } from '../app/register-for.ts'
import { choose, errorSummary, hidden, type Messages, renderFields, type Typed } from './form.ts'
import { html } from './html.ts'
import type { Page } from './layout.ts'

const ways: Readonly<Record<(typeof waysToGetInTouch)[number], string>> = {
  telephone: 'By telephone',
  letter: 'By letter',
  email: 'By email',
}

export interface RegisterForView {
  readonly nonce: string
  readonly token: string
}

export function registerForPage(
  { nonce, token }: RegisterForView,
  typed: Typed = {},
  messages: Messages = {},
): Page {
  return {
    title: 'Register somebody who got in touch',
    refused: Object.keys(messages).length > 0,
    back: { href: '/team', label: 'Back' },
    body: html`${errorSummary(messages)}
<h1 class="govuk-heading-l">Register somebody who got in touch</h1>
<p class="govuk-body">These are the questions of the registration page. You can read them out. It is recorded that you registered them, and how they got in touch.</p>
<p class="govuk-body">They are registered at once, without a code. We then email them, so make sure that the address is right: spell it back to them.</p>
<form method="post" action="/team/register" novalidate>
${hidden('token', token)}${hidden('nonce', nonce)}
${choose(
  'onBehalfOf',
  'How did they get in touch?',
  'radio',
  waysToGetInTouch.map((value) => ({ value, label: ways[value] })),
  { message: messages.onBehalfOf, values: typed.onBehalfOf ?? [] },
)}
<h2 class="govuk-heading-m">The organisation</h2>
${renderFields(
  registerForFields.filter((field) => !leadFields.includes(field)),
  typed,
  messages,
)}
<h2 class="govuk-heading-m">Who leads it there</h2>
${renderFields(leadFields, typed, messages)}
<button class="govuk-button">Register them</button>
</form>`,
  }
}

// Registering interest: four questions on one page, without an account.
import { plainFieldsOf } from '../../workflows/fields.ts'
import { replyWithinWorkingDays } from '../../workflows/reply.ts'
import { register as words } from '../../workflows/words/register.ts'
import { registrationSections } from '../app/register.ts'
import { noFiles } from './file-list.ts'
import { errorSummary, hidden, type Messages, renderFields, type Typed } from './form.ts'
import { html } from './html.ts'
import type { Page } from './layout.ts'
import { reasonsAlone } from './reasons-alone.ts'
import { say } from './say.ts'

export function registerPage(nonce: string, typed: Typed = {}, messages: Messages = {}): Page {
  const notice = html`<a class="govuk-link" href="/privacy">${words('notice')}</a>`
  return {
    title: words('title'),
    refused: Object.keys(messages).length > 0,
    back: { href: '/', label: words('back') },
    body: html`${errorSummary(messages)}
<h1 class="govuk-heading-l">${words('title')}</h1>
<p class="govuk-body">${words('four')}</p>
<p class="govuk-body"><a class="govuk-link" href="/questions">${words('questions')}</a></p>
<form method="post" action="/register" novalidate>
${hidden('nonce', nonce)}
${registrationSections.map((section) => renderFields(plainFieldsOf(section), typed, messages, noFiles, reasonsAlone))}
<h2 class="govuk-heading-m">${words('next')}</h2>
<ol class="govuk-list govuk-list--number">
${(['code', 'open', 'reply'] as const).map((each) => html`<li>${words(each, { days: replyWithinWorkingDays })}</li>\n`)}</ol>
<p class="govuk-body">${say(words, 'privacy', { notice })}</p>
<button class="govuk-button">${words('press')}</button>
</form>`,
  }
}

// The team registers somebody who got in touch: the questions of the registration, and how they got in touch.
import { registerFor as words } from '../../workflows/words/register-for.ts'
import { leadFields } from '../app/change-lead.ts'
import { registerForFields, waysToGetInTouch } from '../app/register-for.ts'
import { noFiles } from './file-list.ts'
import { choose, errorSummary, hidden, type Messages, renderFields, type Typed } from './form.ts'
import { html } from './html.ts'
import type { Page } from './layout.ts'
import { reasonsAlone } from './reasons-alone.ts'

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
    title: words('title'),
    refused: Object.keys(messages).length > 0,
    back: { href: '/team', label: words('back') },
    body: html`${errorSummary(messages)}
<h1 class="govuk-heading-l">${words('title')}</h1>
${(['what', 'atOnce', 'later'] as const).map((each) => html`<p class="govuk-body">${words(each)}</p>\n`)}
<form method="post" action="/team/register" novalidate>
${hidden('token', token)}${hidden('nonce', nonce)}
${choose(
  'onBehalfOf',
  words('how'),
  'radio',
  waysToGetInTouch.map((value) => ({ value, label: words(value) })),
  { message: messages.onBehalfOf, values: typed.onBehalfOf ?? [] },
)}
<h2 class="govuk-heading-m">${words('applicant')}</h2>
${renderFields(
  registerForFields.filter((field) => !leadFields.includes(field)),
  typed,
  messages,
  noFiles,
  reasonsAlone,
)}
<h2 class="govuk-heading-m">${words('lead')}</h2>
${renderFields(leadFields, typed, messages, noFiles, reasonsAlone)}
<button class="govuk-button">${words('press')}</button>
</form>`,
  }
}

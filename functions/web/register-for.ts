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
    body: html`<a class="back" href="/team">Back</a>
${errorSummary(messages)}
<h1>Register somebody who got in touch</h1>
<p>These are the questions of the registration page. You can read them out. It is recorded that you registered them, and how they got in touch.</p>
<p>They are registered at once, without a code. We then email them, so make sure that the address is right: spell it back to them.</p>
<form method="post" action="/team/register" novalidate>
${hidden('token', token)}${hidden('nonce', nonce)}
${choose(
  'onBehalfOf',
  'How did they get in touch?',
  'radio',
  waysToGetInTouch.map((value) => ({ value, label: ways[value] })),
  { message: messages.onBehalfOf, values: typed.onBehalfOf ?? [] },
)}
<h2>The organisation</h2>
${renderFields(
  registerForFields.filter((field) => !leadFields.includes(field)),
  typed,
  messages,
)}
<h2>Who leads it there</h2>
${renderFields(leadFields, typed, messages)}
<button class="button">Register them</button>
</form>`,
  }
}

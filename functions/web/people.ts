// The people who help with a journey: the list, and for its lead the form to invite one and the way to take one off.
import type { Person } from '../app/colleagues.ts'
import { errorSummary, hidden, type Messages, type Typed, textField } from './form.ts'
import { type Html, html } from './html.ts'
import type { Page } from './layout.ts'

export interface People {
  readonly journey: string
  readonly lead: Person
  readonly colleagues: readonly Person[]
  /** The tokens of the two forms; undefined for a colleague, who may only look. */
  readonly tokens: { readonly invite: string; readonly remove: string } | undefined
}

export function peoplePage(view: People, typed: Typed = {}, messages: Messages = {}): Page {
  const { journey, lead, colleagues, tokens } = view
  const path = `/journeys/${journey}`
  return {
    title: 'The people who help',
    refused: Object.keys(messages).length > 0,
    body: html`<a class="back" href="${path}">Back to the journey</a>
${errorSummary(messages)}
<h1>The people who help</h1>
<ul class="tasks"><li>${who(lead)}<span class="tag">Lead</span></li>
${colleagues.map(
  (person) => html`<li>${who(person)}${
    tokens &&
    html`<form method="post" action="${path}/people/${person.id}">${hidden('token', tokens.remove)}<button class="plain">Take off<span class="unseen"> ${person.name}</span></button></form>`
  }</li>
`,
)}</ul>
${tokens ? inviting(path, tokens.invite, typed, messages) : html`<p>The lead can invite more people, and hands in the steps.</p>`}`,
  }
}

function who({ name, address, unreachable }: Person): Html {
  return html`<span class="what"><bdi>${name ?? 'Name removed'}</bdi><span class="hint">${address}</span>${unreachable && html`<span class="hint">Our emails to this address do not arrive.</span>`}</span>`
}

function inviting(path: string, token: string, typed: Typed, messages: Messages): Html {
  return html`<h2>Invite a colleague</h2>
<p>A colleague can see the journey and fill in every part. Handing in a step stays with the lead. We send them an email; they sign in with a code.</p>
<form method="post" action="${path}/people" novalidate>
${hidden('token', token)}
${textField('name', 'What is your colleague’s name?', { message: messages.name, value: typed.name?.[0] }, html`type="text" autocomplete="off"`)}
${textField(
  'email',
  'What is their email address?',
  {
    hint: 'One that only they read. Make sure that they know you are giving it to us.',
    message: messages.email,
    value: typed.email?.[0],
  },
  html`type="email" autocomplete="off" spellcheck="false"`,
)}
<button class="button">Invite</button>
</form>`
}

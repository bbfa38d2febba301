// The people who help with a journey: the list, and for its lead the form to invite one and the way to take one off.
import type { Person } from '../app/colleagues.ts'
import { errorSummary, hidden, type Messages, type Typed, textField } from './form.ts'
import { type Html, html } from './html.ts'
import type { Page } from './layout.ts'
import { type Task, tag, taskList } from './task-list.ts'

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
    back: { href: path, label: 'Back to the journey' },
    body: html`${errorSummary(messages)}
<h1 class="govuk-heading-l">The people who help</h1>
${taskList([
  { ...who(lead), status: tag('Lead') },
  ...colleagues.map((person) => ({
    ...who(person),
    status:
      tokens &&
      html`<form method="post" action="${path}/people/${person.id}">${hidden('token', tokens.remove)}<button class="app-button-link">Take off<span class="govuk-visually-hidden"> ${person.name}</span></button></form>`,
  })),
])}
${tokens ? inviting(path, tokens.invite, typed, messages) : html`<p class="govuk-body">The lead can invite more people, and hands in the steps.</p>`}`,
  }
}

function who({ id, name, address, unreachable }: Person): Task {
  return {
    id: `person-${id}`,
    name: html`<bdi>${name ?? 'Name removed'}</bdi>`,
    hint: [address, unreachable && 'our emails to this address do not arrive'].filter(Boolean).join(': '),
  }
}

function inviting(path: string, token: string, typed: Typed, messages: Messages): Html {
  return html`<h2 class="govuk-heading-m">Invite a colleague</h2>
<p class="govuk-body">A colleague can see the journey and fill in every part. Handing in a step stays with the lead. We send them an email; they sign in with a code.</p>
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
<button class="govuk-button">Invite</button>
</form>`
}

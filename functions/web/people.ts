// The people who help with a journey: the list, and for its lead the form to invite one and the way to take one off.
import { people as words } from '../../workflows/words/people.ts'
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
    title: words('title'),
    refused: Object.keys(messages).length > 0,
    back: { href: path, label: words('back') },
    body: html`${errorSummary(messages)}
<h1 class="govuk-heading-l">${words('title')}</h1>
${taskList([
  { ...who(lead), status: tag(words('lead')) },
  ...colleagues.map((person) => ({
    ...who(person),
    status:
      tokens &&
      html`<form method="post" action="${path}/people/${person.id}">${hidden('token', tokens.remove)}<button class="app-button-link">${words('takeOff')}<span class="govuk-visually-hidden"> ${person.name}</span></button></form>`,
  })),
])}
${tokens ? inviting(path, tokens.invite, typed, messages) : html`<p class="govuk-body">${words('leadInvites')}</p>`}`,
  }
}

function who({ id, name, address, unreachable }: Person): Task {
  return {
    id: `person-${id}`,
    name: html`<bdi>${name ?? words('nameRemoved')}</bdi>`,
    hint: [address, unreachable && words('unreachableNote')].filter(Boolean).join(': '),
  }
}

function inviting(path: string, token: string, typed: Typed, messages: Messages): Html {
  return html`<h2 class="govuk-heading-m">${words('invite')}</h2>
<p class="govuk-body">${words('inviteText')}</p>
<form method="post" action="${path}/people" novalidate>
${hidden('token', token)}
${textField('name', words('name'), { message: messages.name, value: typed.name?.[0] }, html`type="text" autocomplete="off"`)}
${textField(
  'email',
  words('email'),
  {
    hint: words('emailHint'),
    message: messages.email,
    value: typed.email?.[0],
  },
  html`type="email" autocomplete="off" spellcheck="false"`,
)}
<button class="govuk-button">${words('invitePress')}</button>
</form>`
}

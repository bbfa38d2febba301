// Whom the team talks to at an organisation: the lead, and who else was named, with language and access needs.

import type { Answer } from '../../workflows/fields.ts'
import { contacts as words } from '../../workflows/words/contacts.ts'
import type { Contact } from '../app/ports.ts'
import type { Contacts } from '../app/read-contacts.ts'
import { answersList } from './answers.ts'
import { noFiles } from './file-list.ts'
import { type Html, html } from './html.ts'
import { say } from './say.ts'
import { summaryList } from './summary-list.ts'

export interface CaseContacts {
  readonly contact: (Contact & { readonly address: string | undefined }) | undefined
  readonly contacts: Contacts
}

/** What step 1 says of the lead counts; what they were registered with, until it says something. */
export function caseContacts({ contact, contacts: { sections, answers } }: CaseContacts): Html {
  const { contactRole, contactTelephone, ...others } = answers
  const role = inText(contactRole) ?? contact?.role
  const telephone = inText(contactTelephone) ?? contact?.telephone
  const name = contact && html`<bdi>${contact.name}</bdi>`
  return html`${
    contact &&
    summaryList([
      [words('lead'), role ? say(words, 'leadAndRole', { name: name!, role }) : name!],
      [
        words('email'),
        contact.address
          ? html`<a class="govuk-link" href="mailto:${contact.address}">${contact.address}</a>`
          : words('erased'),
      ],
      ...(telephone ? [[words('telephone'), telephone] as const] : []),
    ])
  }${
    Object.keys(others).length > 0 &&
    html`<h2 class="govuk-heading-m">${words('others')}</h2>
${answersList(sections, others, noFiles)}`
  }`
}

/** Nothing for a question that was set aside. */
function inText(answer: Answer | undefined): string | undefined {
  return typeof answer === 'string' ? answer : undefined
}

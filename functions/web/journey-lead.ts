// The team gives a journey another lead, or puts the lead's details right.
import { word } from '../../workflows/words.ts'
import { leadFields } from '../app/change-lead.ts'
import type { Contact } from '../app/ports.ts'
import { errorSummary, hidden, type Messages, renderFields, type Typed } from './form.ts'
import { html } from './html.ts'
import type { Page } from './layout.ts'
import { summaryList } from './summary-list.ts'

export interface LeadView {
  readonly journey: string
  readonly organisationName: string
  /** The lead as recorded; without details when they were erased. */
  readonly now: Partial<Contact> & { readonly address: string | undefined }
  /** The step whose email the new lead gets. */
  readonly openStep: string | undefined
  readonly token: string
}

export function leadPage(view: LeadView, typed: Typed = {}, messages: Messages = {}): Page {
  const { journey, organisationName, now, openStep, token } = view
  const page = `/team/journeys/${journey}`
  return {
    title: 'Change the lead',
    refused: Object.keys(messages).length > 0,
    back: { href: page, label: 'Back' },
    body: html`${errorSummary(messages)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l"><bdi>${organisationName}</bdi></span>Change the lead</h1>
<p class="govuk-body">This is the lead now:</p>
${summaryList([
  ['Name', html`<bdi>${now.name ?? 'Removed'}</bdi>`],
  ...(now.role ? [['Role', now.role] as const] : []),
  ['Email address', now.address ?? 'Removed'],
  ...(now.telephone ? [['Telephone', now.telephone] as const] : []),
])}
<p class="govuk-body">With another email address, somebody else leads the journey from now on. The address above no longer opens it, and gets no email about the change. ${openStep ? html`The new lead gets the email about “${word(`wait.${openStep}`)}”.` : 'The new lead gets no email now, because no step is open. Tell them that they can sign in.'}</p>
<p class="govuk-body">With the same email address, only the details are put right.</p>
<form method="post" action="${page}/lead" novalidate>
${hidden('token', token)}
${renderFields(leadFields, typed, messages)}
<button class="govuk-button">Save</button>
</form>`,
  }
}

// The team gives a journey another lead, puts the lead's details right, or lets us write to their address again.
import { word } from '../../workflows/words.ts'
import { leadFields } from '../app/change-lead.ts'
import type { Contact, WhySuppressed } from '../app/ports.ts'
import { choose, errorSummary, hidden, type Messages, renderFields, type Typed } from './form.ts'
import { type Html, html } from './html.ts'
import type { Page } from './layout.ts'
import { summaryList } from './summary-list.ts'

export interface LeadView {
  readonly journey: string
  /** The lead's person id. */
  readonly lead: string
  readonly organisationName: string
  /** The lead as recorded; without details when they were erased. */
  readonly now: Partial<Contact> & { readonly address: string | undefined }
  /** The step whose email the new lead gets. */
  readonly openStep: string | undefined
  /** Why no email reaches them. */
  readonly unreachable: WhySuppressed | undefined
  readonly token: (form: string) => string
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
${view.unreachable && writeAgainForm(view, messages)}
${view.unreachable && html`<h2 class="govuk-heading-m">Give the journey another contact</h2>`}
<p class="govuk-body">With another email address, somebody else leads the journey from now on. The address above no longer opens it, and gets no email about the change. ${openStep ? html`The new lead gets the email about “${word(`wait.${openStep}`)}”.` : 'The new lead gets no email now, because no step is open. Tell them that they can sign in.'}</p>
<p class="govuk-body">With the same email address, only the details are put right.</p>
<form method="post" action="${page}/lead" novalidate>
${hidden('token', token('change-lead'))}
${renderFields(leadFields, typed, messages)}
<button class="govuk-button">Save</button>
</form>`,
  }
}

const whyNoMore: Readonly<Record<WhySuppressed, string>> = {
  bounce:
    'An email to this address came back for good, so we write to it no more. If you know that the address works, we can try again. If the next email comes back too, you will read it here.',
  complaint:
    'An email of ours was reported as unwanted from this address, so we write to it no more. Only they can change that. Telephone them if you need to.',
}

/** Nothing is chosen beforehand. Who has complained must have asked for our emails themselves. */
function writeAgainForm({ journey, lead, unreachable, token }: LeadView, messages: Messages): Html {
  const why = unreachable!
  const asked = { value: 'asked', label: 'They asked us to write to them again' }
  const works = {
    value: 'works',
    label: 'The address works',
    hint: 'You have asked them, or made sure in another way.',
  }
  return html`<div class="app-box"><h2 class="govuk-heading-m">Write to this address again</h2>
<p class="govuk-body">${whyNoMore[why]}</p>
<form method="post" action="/team/journeys/${journey}/lead/write-again" novalidate>
${hidden('token', token('write-again'))}${hidden('lead', lead)}
${choose(
  'because',
  'Why may we write to it again?',
  why === 'complaint' ? 'checkbox' : 'radio',
  why === 'complaint' ? [asked] : [works, asked],
  { message: messages.because, values: [] },
)}
<button class="govuk-button">Write to it again</button>
</form></div>`
}

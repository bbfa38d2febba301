// The team gives a journey another lead, puts the lead's details right, or lets us write to their address again.
import { journeyLead as words } from '../../workflows/words/journey-lead.ts'
import { word } from '../../workflows/words.ts'
import { leadFields } from '../app/change-lead.ts'
import type { Contact, WhySuppressed } from '../app/ports.ts'
import { choose, errorSummary, hidden, type Messages, renderFields, type Typed } from './form.ts'
import { type Html, html } from './html.ts'
import type { Page } from './layout.ts'
import { say } from './say.ts'
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
    title: words('title'),
    refused: Object.keys(messages).length > 0,
    back: { href: page, label: words('back') },
    body: html`${errorSummary(messages)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l"><bdi>${organisationName}</bdi></span>${words('title')}</h1>
<p class="govuk-body">${words('now')}</p>
${summaryList([
  [words('name'), html`<bdi>${now.name ?? words('removed')}</bdi>`],
  ...(now.role ? [[words('role'), now.role] as const] : []),
  [words('email'), now.address ?? words('removed')],
  ...(now.telephone ? [[words('telephone'), now.telephone] as const] : []),
])}
${view.unreachable && writeAgainForm(view, messages)}
${view.unreachable && html`<h2 class="govuk-heading-m">${words('another')}</h2>`}
<p class="govuk-body">${say(words, 'otherAddress', { whatEmail: openStep ? html`${words('newLeadEmail', { step: word(`wait.${openStep}`) })}` : words('newLeadNoEmail') })}</p>
<p class="govuk-body">${words('sameAddress')}</p>
<form method="post" action="${page}/lead" novalidate>
${hidden('token', token('change-lead'))}
${renderFields(leadFields, typed, messages)}
<button class="govuk-button">${words('save')}</button>
</form>`,
  }
}

/** Nothing is chosen beforehand. Who has complained must have asked for our emails themselves. */
function writeAgainForm({ journey, lead, unreachable, token }: LeadView, messages: Messages): Html {
  const why = unreachable!
  const asked = { value: 'asked', label: words('asked') }
  const works = {
    value: 'works',
    label: words('works'),
    hint: words('worksHint'),
  }
  return html`<div class="app-box"><h2 class="govuk-heading-m">${words('writeAgain')}</h2>
<p class="govuk-body">${words(`why.${why}`)}</p>
<form method="post" action="/team/journeys/${journey}/lead/write-again" novalidate>
${hidden('token', token('write-again'))}${hidden('lead', lead)}
${choose(
  'because',
  words('because'),
  why === 'complaint' ? 'checkbox' : 'radio',
  why === 'complaint' ? [asked] : [works, asked],
  { message: messages.because, values: [] },
)}
<button class="govuk-button">${words('writeAgainPress')}</button>
</form></div>`
}

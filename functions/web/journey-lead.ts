// The team gives a journey another lead, puts the lead's details right, or lets us write to their address again.
import { word } from '../../workflows/words.ts'
import { leadFields } from '../app/change-lead.ts'
import type { Contact, WhySuppressed } from '../app/ports.ts'
import { choose, errorSummary, hidden, type Messages, renderFields, type Typed } from './form.ts'
import { type Html, html } from './html.ts'
import type { Page } from './layout.ts'

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
    body: html`<a class="back" href="${page}">Back</a>
${errorSummary(messages)}
<h1><span class="caption"><bdi>${organisationName}</bdi></span>Change the lead</h1>
<p>This is the lead now:</p>
<dl class="facts">
<div><dt>Name</dt><dd><bdi>${now.name ?? 'Removed'}</bdi></dd></div>
${now.role && html`<div><dt>Role</dt><dd>${now.role}</dd></div>`}
<div><dt>Email address</dt><dd>${now.address ?? 'Removed'}</dd></div>
${now.telephone && html`<div><dt>Telephone</dt><dd>${now.telephone}</dd></div>`}
</dl>
${view.unreachable && writeAgainForm(view, messages)}
${view.unreachable && html`<h2>Give the journey another contact</h2>`}
<p>With another email address, somebody else leads the journey from now on. The address above no longer opens it, and gets no email about the change. ${openStep ? html`The new lead gets the email about “${word(`wait.${openStep}`)}”.` : 'The new lead gets no email now, because no step is open. Tell them that they can sign in.'}</p>
<p>With the same email address, only the details are put right.</p>
<form method="post" action="${page}/lead" novalidate>
${hidden('token', token('change-lead'))}
${renderFields(leadFields, typed, messages)}
<button class="button">Save</button>
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
  return html`<div class="box"><h2>Write to this address again</h2>
<p>${whyNoMore[why]}</p>
<form method="post" action="/team/journeys/${journey}/lead/write-again" novalidate>
${hidden('token', token('write-again'))}${hidden('lead', lead)}
${choose(
  'because',
  'Why may we write to it again?',
  why === 'complaint' ? 'checkbox' : 'radio',
  why === 'complaint' ? [asked] : [works, asked],
  { message: messages.because, values: [] },
)}
<button class="button">Write to it again</button>
</form></div>`
}

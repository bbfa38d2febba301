// The emails of a journey as the team sees them, each with a way to send it again.
import type { ListedEmail } from '../app/journey-emails.ts'
import { formatMoment } from './dates.ts'
import { hidden } from './form.ts'
import { type Html, html } from './html.ts'
import type { Page } from './layout.ts'

export interface EmailsView {
  readonly journey: string
  readonly organisationName: string
  readonly emails: readonly ListedEmail[]
  /** Where an email that is sent again goes; undefined when nothing can be sent any more. */
  readonly lead: string | undefined
  /** The number of the newest event that the list was made of. */
  readonly after: number
  readonly token: string
}

export function emailsPage(view: EmailsView): Page {
  const { journey, organisationName, emails, lead } = view
  return {
    title: 'Emails',
    body: html`<a class="back" href="/team/journeys/${journey}">Back</a>
<h1><span class="caption"><bdi>${organisationName}</bdi></span>Emails</h1>
<p>These are the emails about this journey, the newest first. Codes for signing in are not among them.</p>
${
  lead
    ? html`<p>What you send again goes to the lead, <bdi>${lead}</bdi>, with what is true today.</p>`
    : html`<p>Nothing can be sent again: the journey has ended, or the lead has no address.</p>`
}
${emails.length === 0 ? html`<p>No email has been sent yet.</p>` : html`<ul class="tasks">${emails.map((email) => line(view, email))}</ul>`}`,
  }
}

function line({ journey, lead, after, token }: EmailsView, email: ListedEmail): Html {
  return html`<li><span class="what">${email.subject}<span class="hint">${whatBecame(email)}. To <bdi>${email.to.name ?? email.to.address ?? 'somebody whose details were removed'}</bdi>${email.to.name && email.to.address && html`, <bdi>${email.to.address}</bdi>`}</span></span>${
    lead &&
    email.canGoAgain &&
    html`<form method="post" action="/team/journeys/${journey}/emails">${hidden('token', token)}${hidden('email', email.id.slice(journey.length + 1))}${hidden('after', after)}<button class="plain">Send again<span class="unseen">: ${email.subject}, of ${formatMoment(email.askedAt)}</span></button></form>`
  }</li>
`
}

function whatBecame({ askedAt, outcome }: ListedEmail): string {
  if (!outcome) return `Asked for on ${formatMoment(askedAt)}, and not known to have gone`
  const moment = formatMoment(outcome.at)
  return outcome.kind === 'sent'
    ? `Sent on ${moment}`
    : `Not sent: on ${moment} the address could not be written to`
}

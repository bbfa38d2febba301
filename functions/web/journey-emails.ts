// The emails of a journey as the team sees them, each with a way to send it again.
import type { ListedEmail } from '../app/journey-emails.ts'
import { formatMoment } from './dates.ts'
import { hidden } from './form.ts'
import { html } from './html.ts'
import type { Page } from './layout.ts'
import { type Task, taskList } from './task-list.ts'

export interface EmailsView {
  readonly journey: string
  readonly organisationName: string
  readonly emails: readonly ListedEmail[]
  /** Where an email that is sent again goes; undefined when nothing can be sent any more. */
  readonly lead: string | undefined
  /** We do not write to the lead's address at the moment. */
  readonly unreachable: boolean
  /** The number of the newest event that the list was made of. */
  readonly after: number
  readonly token: string
}

export function emailsPage(view: EmailsView): Page {
  const { journey, organisationName, emails, lead } = view
  const unreachable = lead !== undefined && view.unreachable
  return {
    title: 'Emails',
    back: { href: `/team/journeys/${journey}`, label: 'Back' },
    body: html`<h1 class="govuk-heading-l"><span class="govuk-caption-l"><bdi>${organisationName}</bdi></span>Emails</h1>
<p class="govuk-body">These are the emails about this journey, the newest first. Codes for signing in are not among them.</p>
${
  unreachable
    ? html`<p class="govuk-body">Nothing can be sent again: an email to the lead came back, or was reported as junk, so we do not write to that address. <a class="govuk-link" href="/team/journeys/${journey}/lead">Change the contact, or try the address again</a>.</p>`
    : lead
      ? html`<p class="govuk-body">What you send again goes to the lead, <bdi>${lead}</bdi>, with what is true today.</p>`
      : html`<p class="govuk-body">Nothing can be sent again: the journey has ended, or the lead has no address.</p>`
}
${emails.length === 0 ? html`<p class="govuk-body">No email has been sent yet.</p>` : html`<div class="app-emails">${taskList(emails.map((email) => line(view, email)))}</div>`}`,
  }
}

function line({ journey, lead, unreachable, after, token }: EmailsView, email: ListedEmail): Task {
  const { name, address } = email.to
  return {
    id: email.id,
    name: email.subject,
    hint: html`${whatBecame(email)}. To <bdi>${name ?? address ?? 'somebody whose details were removed'}</bdi>${name && address && html`, <bdi>${address}</bdi>`}`,
    status:
      lead !== undefined && !unreachable && email.canGoAgain
        ? html`<form method="post" action="/team/journeys/${journey}/emails">${hidden('token', token)}${hidden('email', email.id.slice(journey.length + 1))}${hidden('after', after)}<button class="app-button-link">Send again<span class="govuk-visually-hidden">: ${email.subject}, of ${formatMoment(email.askedAt)}</span></button></form>`
        : undefined,
  }
}

function whatBecame({ askedAt, outcome }: ListedEmail): string {
  if (!outcome) return `Asked for on ${formatMoment(askedAt)}, and not known to have gone`
  const moment = formatMoment(outcome.at)
  return outcome.kind === 'sent'
    ? `Sent on ${moment}`
    : `Not sent: on ${moment} the address could not be written to`
}

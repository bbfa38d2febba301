// The emails of a journey as the team sees them, each with a way to send it again.
import { journeyEmails as words } from '../../workflows/words/journey-emails.ts'
import type { ListedEmail } from '../app/journey-emails.ts'
import { formatMoment } from './dates.ts'
import { hidden } from './form.ts'
import { html } from './html.ts'
import type { Page } from './layout.ts'
import { say } from './say.ts'
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
    title: words('title'),
    back: { href: `/team/journeys/${journey}`, label: words('back') },
    body: html`<h1 class="govuk-heading-l"><span class="govuk-caption-l"><bdi>${organisationName}</bdi></span>${words('title')}</h1>
<p class="govuk-body">${words('what')}</p>
${
  unreachable
    ? html`<p class="govuk-body">${say(words, 'unreachable', { link: html`<a class="govuk-link" href="/team/journeys/${journey}/lead">${words('unreachableLink')}</a>` })}</p>`
    : lead
      ? html`<p class="govuk-body">${say(words, 'sentToLead', { lead: html`<bdi>${lead}</bdi>` })}</p>`
      : html`<p class="govuk-body">${words('ended')}</p>`
}
${emails.length === 0 ? html`<p class="govuk-body">${words('none')}</p>` : html`<div class="app-emails">${taskList(emails.map((email) => line(view, email)))}</div>`}`,
  }
}

function line({ journey, lead, unreachable, after, token }: EmailsView, email: ListedEmail): Task {
  const { name, address } = email.to
  return {
    id: email.id,
    name: email.subject,
    hint: say(words, 'to', {
      became: whatBecame(email),
      whom: html`<bdi>${name ?? address ?? words('somebody')}</bdi>${name && address && html`, <bdi>${address}</bdi>`}`,
    }),
    status:
      lead !== undefined && !unreachable && email.canGoAgain
        ? html`<form method="post" action="/team/journeys/${journey}/emails">${hidden('token', token)}${hidden('email', email.id.slice(journey.length + 1))}${hidden('after', after)}<button class="app-button-link">${words('again')}<span class="govuk-visually-hidden">${words('againAbout', { subject: email.subject, moment: formatMoment(email.askedAt) })}</span></button></form>`
        : undefined,
  }
}

function whatBecame({ askedAt, outcome }: ListedEmail): string {
  if (!outcome) return words('asked', { moment: formatMoment(askedAt) })
  const moment = formatMoment(outcome.at)
  return outcome.kind === 'sent' ? words('sent', { moment }) : words('notSent', { moment })
}

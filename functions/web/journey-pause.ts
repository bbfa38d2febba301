// The team stops the reminders of a journey for a while, or lets it go on.
import { formatDate } from './dates.ts'
import { hidden } from './form.ts'
import { html } from './html.ts'
import type { Page } from './layout.ts'

export interface PauseView {
  readonly journey: string
  readonly organisationName: string
  readonly pausedAt: string | null
  readonly token: string
}

export function pausePage({ journey, organisationName, pausedAt, token }: PauseView): Page {
  const page = `/team/journeys/${journey}`
  const title = pausedAt ? 'Let the journey go on' : 'Pause the journey'
  return {
    title,
    back: { href: page, label: 'Back' },
    body: html`<h1 class="govuk-heading-l"><span class="govuk-caption-l"><bdi>${organisationName}</bdi></span>${title}</h1>
${
  pausedAt
    ? html`<p class="govuk-body">It has been paused since ${formatDate(pausedAt)}. When it goes on, the time until the next reminder begins anew.</p>`
    : html`<p class="govuk-body">While a journey is paused we send no reminders. Everything else stays possible: they can fill in and hand in, and you can decide.</p>`
}
<p class="govuk-body">They get no email about this.</p>
<form method="post" action="${page}/pause">
${hidden('token', token)}
<button class="govuk-button" name="action" value="${pausedAt ? 'continue' : 'pause'}">${title}</button>
</form>
<p class="govuk-body"><a class="govuk-link" href="${page}">Leave it as it is</a></p>`,
  }
}

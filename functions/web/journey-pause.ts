// The team stops the reminders of a journey for a while, or lets it go on.
import { journeyPause as words } from '../../workflows/words/journey-pause.ts'
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
  const title = pausedAt ? words('goOn') : words('pause')
  return {
    title,
    back: { href: page, label: words('back') },
    body: html`<h1 class="govuk-heading-l"><span class="govuk-caption-l"><bdi>${organisationName}</bdi></span>${title}</h1>
${
  pausedAt
    ? html`<p class="govuk-body">${words('pausedSince', { date: formatDate(pausedAt) })}</p>`
    : html`<p class="govuk-body">${words('whatPausing')}</p>`
}
<p class="govuk-body">${words('noEmail')}</p>
<form method="post" action="${page}/pause">
${hidden('token', token)}
<button class="govuk-button" name="action" value="${pausedAt ? 'continue' : 'pause'}">${title}</button>
</form>
<p class="govuk-body"><a class="govuk-link" href="${page}">${words('leave')}</a></p>`,
  }
}

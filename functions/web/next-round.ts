// The way to the next level: what it means, and the button that begins it.
import { nextRound as words } from '../../workflows/words/next-round.ts'
import { word } from '../../workflows/words.ts'
import { hidden } from './form.ts'
import { html } from './html.ts'
import type { Page } from './layout.ts'

export interface NextRound {
  readonly journey: string
  readonly round: number
  readonly level: string
  readonly next: string
  readonly token: string
}

export function nextRoundPage({ journey, round, level, next, token }: NextRound): Page {
  const path = `/journeys/${journey}`
  const [name, before] = [word(`level.${next}`), word(`level.${level}`)]
  return {
    title: words('title', { level: name }),
    back: { href: path, label: words('back') },
    body: html`<h1 class="govuk-heading-l">${words('title', { level: name })}</h1>
<ul class="govuk-list govuk-list--bullet">
<li>${words('again', { level: name })}</li>
<li>${words('filledIn', { level: before })}</li>
<li>${words('pledges')}</li>
<li>${words('award', { level: before })}</li>
<li>${words('noDeadline')}</li>
</ul>
<form method="post" action="${path}/next-round">
${hidden('token', token)}${hidden('round', round)}
<button class="govuk-button">${words('press')}</button>
</form>
<p class="govuk-body"><a class="govuk-link" href="${path}">${words('notYet')}</a></p>`,
  }
}

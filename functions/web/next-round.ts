// The way to the next level: what it means, and the button that begins it.
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
    title: `Start your journey to ${name}`,
    back: { href: path, label: 'Back to your journey' },
    body: html`<h1 class="govuk-heading-l">Start your journey to ${name}</h1>
<ul class="govuk-list govuk-list--bullet">
<li>You go through the seven steps again, this time for ${name}.</li>
<li>Everything that you handed in for ${before} is filled in already. Look at each part, change what has changed, and hand the step in.</li>
<li>People who have joined since can pledge, through the same link as before.</li>
<li>Your ${before} award stays yours, whatever comes.</li>
<li>There is no deadline. Most organisations take a year or more.</li>
</ul>
<form method="post" action="${path}/next-round">
${hidden('token', token)}${hidden('round', round)}
<button class="govuk-button">Start now</button>
</form>
<p class="govuk-body"><a class="govuk-link" href="${path}">Not yet</a></p>`,
  }
}

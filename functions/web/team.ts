// The team's list: what waits for the team, oldest first, then every journey.
import { word } from '../../workflows/words.ts'
import type { Summary } from '../app/ports.ts'
import { formatDate } from './dates.ts'
import { type Html, html } from './html.ts'
import type { Page } from './layout.ts'

export interface TeamList {
  readonly waiting: readonly Summary[]
  readonly others: readonly Summary[]
}

export function teamPage({ waiting, others }: TeamList): Page {
  return {
    title: 'Team',
    body: html`<h1>Team</h1>
<h2>Waiting for you</h2>
${waiting.length === 0 ? html`<p>Nothing is waiting for you.</p>` : lines(waiting)}
<h2>Every other journey</h2>
${others.length === 0 ? html`<p>There are no other journeys yet.</p>` : lines(others)}`,
  }
}

function lines(summaries: readonly Summary[]): Html {
  return html`<ul class="tasks">${summaries.map(
    ({
      journey,
      organisationName,
      level,
      at,
      since,
    }) => html`<li><span class="what"><a href="/team/journeys/${journey}"><bdi>${organisationName}</bdi></a><span class="hint">${placeName(at)}, since ${formatDate(since)}</span></span><span class="tag">${word(`level.${level}`)}</span></li>
`,
  )}</ul>`
}

/** Where a journey is, in words. */
export function placeName(at: string): string {
  if (at === 'issue-award') return 'Award being issued'
  if (at === 'complete') return 'Awarded'
  if (at === 'confirmation') return 'Address not confirmed yet'
  return word(`wait.${at}`)
}

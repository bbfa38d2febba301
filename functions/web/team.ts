// The team's page: what waits for the team, oldest first, each with what to do; then every other journey by its phase.
import { optionalWord, word } from '../../workflows/words.ts'
import type { TeamLine, TeamList, TeamTask } from '../app/list-journeys.ts'
import type { Summary } from '../app/ports.ts'
import { formatDate } from './dates.ts'
import { type Html, html } from './html.ts'
import type { Page } from './layout.ts'

export function teamPage({ waiting, phases, ended }: TeamList): Page {
  return {
    title: 'Team',
    body: html`<h1>Team</h1>
<h2>Waiting for you</h2>
${waiting.length === 0 ? html`<p>Nothing is waiting for you.</p>` : list(waiting, 'waiting', ({ task }) => taskInWords(task))}
<p><a class="button quiet" href="/team/register">Register somebody who got in touch</a></p>
<h2>Every other journey</h2>
${phases.length === 0 && html`<p>There are no other journeys yet.</p>`}
${phases.map(
  ({ phase, lines }) => html`<h3>${phase === 'complete' ? 'Awarded' : word(`phase.${phase}`)}</h3>
${list(lines)}`,
)}
${
  ended.length > 0 &&
  html`<h2>Withdrawn and closed</h2>
${list(ended)}`
}`,
  }
}

/** `action` says what is to be done about a line. */
function list<L extends TeamLine>(lines: readonly L[], id?: string, action?: (line: L) => string): Html {
  return html`<ul class="tasks"${id && html` id="${id}"`}>${lines.map((line) => {
    const { journey, organisationName, at, since, namesakes, paused, level } = line
    return html`<li><span class="what"><a href="/team/journeys/${journey}"><bdi>${organisationName}</bdi></a>${action && html`<strong class="hint act">${action(line)}</strong>`}<span class="hint">${placeName(at)}, since ${formatDate(since)}</span>${sameAs(namesakes)}</span>${paused && html`<strong class="tag wait">Paused</strong>`}<span class="tag">${word(`level.${level}`)}</span></li>
`
  })}</ul>`
}

const mostNamesakes = 3

/** Shown to the team alone; empty when there is none. */
export function sameAs(namesakes: readonly Summary[]): Html | undefined {
  if (namesakes.length === 0) return undefined
  const more = namesakes.length - mostNamesakes
  const links = namesakes
    .slice(0, mostNamesakes)
    .map(
      ({ journey, organisationName, since, at }, index) =>
        html`${index > 0 && '; '}<a href="/team/journeys/${journey}"><bdi>${organisationName}</bdi> (${placeName(at)}, since ${formatDate(since)})</a>`,
    )
  return html`<span class="hint">May be the same as ${links}${more > 0 && `; and ${more} more`}</span>`
}

/** What the team has to do. */
export function taskInWords(task: TeamTask): string {
  switch (task.kind) {
    case 'check':
      return `Check the ${word(`phase.${task.phase}`)} phase`
    case 'choose-panel':
      return 'Choose a panel'
    case 'complete-panel':
      return 'Complete the panel'
    case 'reach':
      return task.whom === 'lead'
        ? 'The lead cannot be reached: change the contact, or try the address again'
        : 'The chair cannot be reached: telephone them, or choose another chair'
    case 'start-again':
      return 'The workflow stopped: start it again'
  }
}

const places: Readonly<Record<string, string>> = {
  confirmation: 'Address not confirmed yet',
  'issue-award': 'Award being issued',
  complete: 'Awarded',
  withdrawn: 'Withdrawn',
  closed: 'Closed',
}

/** Where a journey is, in words. */
export function placeName(at: string): string {
  return places[at] ?? optionalWord(`wait.${at}`) ?? at
}

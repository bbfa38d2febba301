// The team's page: what waits for the team, oldest first, each with what to do; then every other journey by its phase.
import { optionalWord, word } from '../../workflows/words.ts'
import type { TeamLine, TeamList, TeamTask } from '../app/list-journeys.ts'
import type { Summary } from '../app/ports.ts'
import { formatDate } from './dates.ts'
import { type Html, html } from './html.ts'
import type { Page } from './layout.ts'
import { type Task, tag, taskList } from './task-list.ts'

export function teamPage({ waiting, phases, ended }: TeamList): Page {
  return {
    title: 'Team',
    body: html`<h1 class="govuk-heading-l">Team</h1>
<h2 class="govuk-heading-m">Waiting for you</h2>
${waiting.length === 0 ? html`<p class="govuk-body">Nothing is waiting for you.</p>` : list(waiting, 'waiting', ({ tasks }) => tasks.map(taskInWords))}
<a class="govuk-button govuk-button--secondary" href="/team/register">Register somebody who got in touch</a>
<h2 class="govuk-heading-m">Every other journey</h2>
${phases.length === 0 && html`<p class="govuk-body">There are no other journeys yet.</p>`}
${phases.map(
  ({
    phase,
    lines,
  }) => html`<h3 class="govuk-heading-s">${phase === 'complete' ? 'Awarded' : word(`phase.${phase}`)}</h3>
${list(lines)}`,
)}
${
  ended.length > 0 &&
  html`<h2 class="govuk-heading-m">Withdrawn and closed</h2>
${list(ended)}`
}`,
  }
}

/** `action` says what is to be done about a line. */
function list<L extends TeamLine>(
  lines: readonly L[],
  id?: string,
  actions: (line: L) => readonly string[] = () => [],
): Html {
  const tasks = lines.map((line): Task => {
    const { journey, organisationName, at, since, namesakes, paused, level } = line
    return {
      id: `journey-${journey}`,
      name: html`<bdi>${organisationName}</bdi>`,
      href: `/team/journeys/${journey}`,
      hint: html`${actions(line).map((action) => html`<strong class="app-action">${action}</strong>`)}${placeName(at)}, since ${formatDate(since)}`,
      more: sameAs(namesakes),
      status: html`${paused && html`${tag('Paused', 'govuk-tag--grey')} `}${word(`level.${level}`)}`,
    }
  })
  return taskList(tasks, id)
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
        html`${index > 0 && '; '}<a class="govuk-link" href="/team/journeys/${journey}"><bdi>${organisationName}</bdi> (${placeName(at)}, since ${formatDate(since)})</a>`,
    )
  return html`<div class="govuk-task-list__hint">May be the same as ${links}${more > 0 && `; and ${more} more`}</div>`
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
      return 'This journey is stuck: set it going again'
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

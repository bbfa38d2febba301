// The team's page: what waits for the team, oldest first, each with what to do; then every other journey by its phase.
import { places } from '../../workflows/words/places.ts'
import { team as words } from '../../workflows/words/team.ts'
import { optionalWord, word } from '../../workflows/words.ts'
import type { TeamLine, TeamList, TeamTask } from '../app/list-journeys.ts'
import type { Summary } from '../app/ports.ts'
import { formatDate } from './dates.ts'
import { type Html, html } from './html.ts'
import type { Page } from './layout.ts'
import { say } from './say.ts'
import { type Task, tag, taskList } from './task-list.ts'

export function teamPage({ waiting, phases, ended }: TeamList): Page {
  return {
    title: words('title'),
    body: html`<h1 class="govuk-heading-l">${words('title')}</h1>
<h2 class="govuk-heading-m">${words('waiting')}</h2>
${waiting.length === 0 ? html`<p class="govuk-body">${words('nothing')}</p>` : list(waiting, 'waiting', ({ tasks }) => tasks.map(taskInWords))}
<a class="govuk-button govuk-button--secondary" href="/team/register">${words('register')}</a>
<h2 class="govuk-heading-m">${words('others')}</h2>
${phases.length === 0 && html`<p class="govuk-body">${words('noOthers')}</p>`}
${phases.map(
  ({
    phase,
    lines,
  }) => html`<h3 class="govuk-heading-s">${phase === 'complete' ? places('complete') : word(`phase.${phase}`)}</h3>
${list(lines)}`,
)}
${
  ended.length > 0 &&
  html`<h2 class="govuk-heading-m">${words('ended')}</h2>
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
      hint: html`${actions(line).map((action) => html`<strong class="app-action">${action}</strong>`)}${words('since', { place: placeName(at), date: formatDate(since) })}`,
      more: sameAs(namesakes),
      status: html`${paused && html`${tag(words('paused'), 'govuk-tag--grey')} `}${word(`level.${level}`)}`,
    }
  })
  return taskList(tasks, id)
}

const mostNamesakes = 3

/** Shown to the team alone; empty when there is none. */
export function sameAs(namesakes: readonly Summary[]): Html | undefined {
  if (namesakes.length === 0) return undefined
  const more = namesakes.length - mostNamesakes
  const journeys = namesakes
    .slice(0, mostNamesakes)
    .map(({ journey, organisationName, since, at }, index) => {
      const one = say(places, 'sameOne', {
        organisationName: html`<bdi>${organisationName}</bdi>`,
        place: placeName(at),
        date: formatDate(since),
      })
      return html`${index > 0 && '; '}<a class="govuk-link" href="/team/journeys/${journey}">${one}</a>`
    })
  return html`<div class="govuk-task-list__hint">${say(places, more > 0 ? 'sameAndMore' : 'same', { journeys: html`${journeys}`, count: more })}</div>`
}

/** What the team has to do. */
export function taskInWords(task: TeamTask): string {
  switch (task.kind) {
    case 'check':
      return words('task.check', { phase: word(`phase.${task.phase}`) })
    case 'choose-panel':
      return words('task.choose-panel')
    case 'complete-panel':
      return words('task.complete-panel')
    case 'reach':
      return task.whom === 'lead' ? words('task.reach-lead') : words('task.reach-chair')
    case 'start-again':
      return words('task.start-again')
  }
}

const special = ['confirmation', 'issue-award', 'complete', 'withdrawn', 'closed'] as const

/** Where a journey is, in words. */
export function placeName(at: string): string {
  const place = special.find((each) => each === at)
  return place ? places(place) : (optionalWord(`wait.${at}`) ?? at)
}

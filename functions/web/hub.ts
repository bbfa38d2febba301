// The hub of a journey: one clear next action, then the seven steps.

import type { JourneyState } from '../../workflows/journey-state.ts'
import { type JourneyDefinition, sectionsFor, stepsOf, waitsOf } from '../../workflows/model.ts'
import { hasEnded, isUnreachable } from '../../workflows/moves.ts'
import { hub as words } from '../../workflows/words/hub.ts'
import { publicSettings } from '../../workflows/words/public-settings.ts'
import { stepHint, word } from '../../workflows/words.ts'
import type { DraftIndex, Settings } from '../app/ports.ts'
import type { Role } from '../app/read-journey.ts'
import { progressOf, type StepProgress } from '../app/step-progress.ts'
import { formatDate } from './dates.ts'
import { type Html, html } from './html.ts'
import type { Page } from './layout.ts'
import { say } from './say.ts'
import { stepLists, stepNumber } from './steps.ts'
import { success } from './success.ts'
import { whatChangedLink } from './what-changed.ts'

export interface Hub {
  readonly journey: string
  readonly definition: JourneyDefinition
  readonly state: JourneyState
  readonly organisationName: string
  /** The step that has just been handed in. */
  readonly handedIn: string | undefined
  readonly role: Role
  /** The level that a round can be begun for now. */
  readonly nextLevel: string | undefined
  /** What the panel asks for with the newest award, in its words. */
  readonly actions: string | undefined
  /** How far the drafts of the round are. */
  readonly index: DraftIndex
  /** Who arranges a meeting, and how to reach them. */
  readonly contact: Settings['contact']
}

export function hubPage(hub: Hub): Page {
  const { journey, definition, state, organisationName, handedIn, index } = hub
  const level = word(`level.${state.level}`)
  const progress = hasEnded(state) ? {} : progressOf(definition, state, index)
  return {
    title: organisationName,
    onBehalf: hub.role === 'team' ? { journey, organisationName } : undefined,
    body: html`<h1 class="govuk-heading-l"><span class="govuk-caption-l">${words(state.position.at === 'complete' ? 'awarded' : 'workingTowards', { level })}</span><bdi>${organisationName}</bdi></h1>
${handedIn && success(words('handedIn', { step: word(`wait.${handedIn}`) }))}
${hub.role === 'lead' && !hasEnded(state) && isUnreachable(state, state.lead) && unreachable()}
<div class="app-box">${nextAction(hub)}</div>
${isTimeToMeet(hub) && html`<h2 class="govuk-heading-m">${words('timeToMeet')}</h2>\n${toMeet(hub)}`}
${!hasEnded(state) && earlierAwards(state)}
${stepLists(
  definition,
  state,
  (step) => `/journeys/${journey}/steps/${step}`,
  (step) => howFar(progress[step]),
)}
${goesOn(hub)}
${!hasEnded(state) && !isTimeToMeet(hub) && toMeet(hub)}
${hasBegunLastStep(hub, progress) && whatChangedLink(journey)}
<p class="govuk-body"><a class="govuk-link" href="/journeys/${journey}/people">${words('people')}</a></p>
<p class="govuk-body"><a class="govuk-link" href="/journeys/${journey}/public">${publicSettings('title')}</a></p>
${mayWithdraw(hub) && html`<p class="govuk-body"><a class="govuk-link" href="/journeys/${journey}/withdraw">${words('withdraw')}</a></p>`}
<p class="govuk-body-s">${words('reference', { journey })}</p>`,
  }
}

/** What takes drafts although its step is handed in. */
function goesOn({ journey, definition, state }: Hub): Html | undefined {
  if (hasEnded(state)) return undefined
  const parts = stepsOf(definition)
    .filter(({ id }) => Object.hasOwn(state.done, id))
    .flatMap((step) =>
      sectionsFor(step, state.individual === true)
        .filter((section) => section.goesOn)
        .map(({ id }) => ({ id, href: `/journeys/${journey}/steps/${step.id}/${id}` })),
    )
  if (parts.length === 0) return undefined
  return html`<p class="govuk-body">${words('goesOn')}</p>
<ul class="govuk-list govuk-list--bullet">${parts.map(({ id, href }) => html`<li><a class="govuk-link" href="${href}">${word(`section.${id}`)}</a></li>`)}</ul>`
}

/** Neither waits for anything: both can be had from registration on (domain.md 2.3). */
function toMeet({ contact }: Hub): Html {
  const address = html`<a class="govuk-link" href="mailto:${contact.address}">${contact.address}</a>`
  const { name, telephone } = contact
  return html`<p class="govuk-body">${say(words, 'meet', { name, address, telephone })}</p>`
}

/** Asked once more when the first phase has been handed in, until the next is under way. */
function isTimeToMeet({ definition, state }: Hub): boolean {
  const [first, ...later] = definition.phases
  const isDone = ({ id }: { readonly id: string }) => Object.hasOwn(state.done, id)
  const others = later.flatMap(({ steps }) => steps)
  return state.round === 1 && !hasEnded(state) && first!.steps.every(isDone) && !others.some(isDone)
}

function hasBegunLastStep(
  { definition, state }: Hub,
  progress: Readonly<Record<string, StepProgress>>,
): boolean {
  const { id } = stepsOf(definition).at(-1)!
  return id in progress || Object.hasOwn(state.done, id) || state.position.at === id
}

/** Nothing of a step for which nothing was done. */
function howFar(progress: StepProgress | undefined): string | undefined {
  if (!progress) return undefined
  const { parts, done, missing, entries } = progress
  return [
    words('partsDone', { done, parts }),
    entries > 0 && words(entries === 1 ? 'oneEntry' : 'entries', { count: entries }),
    missing === 0
      ? words('nothingMissing')
      : words(missing === 1 ? 'oneMissing' : 'missing', { count: missing }),
  ]
    .filter(Boolean)
    .join(', ')
}

function mayWithdraw({ state, role }: Hub): boolean {
  return role !== 'colleague' && !hasEnded(state) && state.position.at !== 'issue-award'
}

function unreachable(): Html {
  return html`<div class="govuk-inset-text"><h2 class="govuk-heading-m">${words('unreachable')}</h2>
<p class="govuk-body">${words('unreachableWhy')}</p></div>
`
}

/** Once every check is passed, only the panel can have sent a step back. */
function returnedByPanel(definition: JourneyDefinition, state: JourneyState): boolean {
  return waitsOf(definition).every(({ kind, id }) => kind !== 'check' || Object.hasOwn(state.done, id))
}

function earlierAwards({ position, awards }: JourneyState): Html | undefined {
  const earlier = position.at === 'complete' ? awards.slice(0, -1) : awards
  return earlier.length === 0 ? undefined : html`${earlier.map(awardLink)}`
}

function awardLink({ level, serial }: JourneyState['awards'][number]): Html {
  return html`<p class="govuk-body"><a class="govuk-link" href="/awards/${serial}">${words('yourAward', { level: word(`level.${level}`) })}</a></p>
`
}

function nextAction(hub: Hub): Html {
  const { journey, definition, state } = hub
  const { at, since } = state.position
  const wait = waitsOf(definition).find(({ id }) => id === at)
  if (wait?.kind === 'step') {
    const returned = state.returned?.to === at
    const why = returnedByPanel(definition, state) ? 'returnedByPanel' : 'returnedByTeam'
    return html`<h2 class="govuk-heading-m">${words(returned ? 'lookAgain' : 'next', { step: word(`wait.${at}`) })}</h2>
<p class="govuk-body">${returned ? words(why) : stepHint(at, state.individual)}</p>
<a class="govuk-button" href="/journeys/${journey}/steps/${at}">${words('goTo', { step: stepNumber(definition, at).toLowerCase() })}</a>`
  }
  if (wait) {
    const values = { phase: word(`phase.${wait.phase.id}`), date: formatDate(since) }
    return html`<h2 class="govuk-heading-m">${words('nothingToDo')}</h2>
<p class="govuk-body">${words(wait.kind === 'check' ? 'beingChecked' : 'beingValidated', values)}</p>`
  }
  const award = state.awards.at(-1)
  if (at === 'complete' && award) return awarded(hub, award)
  if (hasEnded(state)) {
    return html`<h2 class="govuk-heading-m">${words('ended')}</h2>
<p class="govuk-body">${words(at === 'withdrawn' ? 'withdrawn' : 'closed', { date: formatDate(since) })}</p>
${state.awards.map(awardLink)}
<p class="govuk-body">${words('comeBack')}</p>`
  }
  return html`<h2 class="govuk-heading-m">${words('issuing')}</h2>
<p class="govuk-body">${words('issuingSoon')}</p>`
}

function awarded({ journey, role, nextLevel, actions }: Hub, award: JourneyState['awards'][number]): Html {
  return html`<h2 class="govuk-heading-m">${words('congratulations')}</h2>
<p class="govuk-body">${words('youHaveBeenAwarded', { level: word(`level.${award.level}`) })}</p>
${
  actions &&
  html`<p class="govuk-body">${words('actions')}</p>
<blockquote class="govuk-inset-text app-said">${actions}</blockquote>`
}
<a class="govuk-button" href="/awards/${award.serial}">${words('seeAward')}</a>
${nextLevel ? role !== 'colleague' && html`<p class="govuk-body"><a class="govuk-link" href="/journeys/${journey}/next-round">${words('nextRound', { level: word(`level.${nextLevel}`) })}</a></p>` : html`<p class="govuk-body">${words('highest')}</p>`}`
}

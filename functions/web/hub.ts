// The hub of a journey: one clear next action, then the seven steps.

import type { JourneyState } from '../../workflows/journey-state.ts'
import { type JourneyDefinition, waitsOf } from '../../workflows/model.ts'
import { hasEnded, isUnreachable } from '../../workflows/moves.ts'
import { publicSettings } from '../../workflows/words/public-settings.ts'
import { optionalWord, word } from '../../workflows/words.ts'
import type { Role } from '../app/read-journey.ts'
import { formatDate } from './dates.ts'
import { type Html, html } from './html.ts'
import type { Page } from './layout.ts'
import { stepLists, stepNumber } from './steps.ts'
import { success } from './success.ts'

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
}

export function hubPage(hub: Hub): Page {
  const { journey, definition, state, organisationName, handedIn } = hub
  const level = word(`level.${state.level}`)
  return {
    title: organisationName,
    onBehalf: hub.role === 'team' ? { journey, organisationName } : undefined,
    body: html`<h1 class="govuk-heading-l"><span class="govuk-caption-l">${state.position.at === 'complete' ? `${level} awarded` : `Working towards ${level}`}</span><bdi>${organisationName}</bdi></h1>
${handedIn && success(`Thank you. “${word(`wait.${handedIn}`)}” has been handed in.`)}
${hub.role === 'lead' && !hasEnded(state) && isUnreachable(state, state.lead) && unreachable()}
<div class="app-box">${nextAction(hub)}</div>
${!hasEnded(state) && earlierAwards(state)}
${stepLists(definition, state, (step) => `/journeys/${journey}/steps/${step}`)}
<p class="govuk-body"><a class="govuk-link" href="/journeys/${journey}/people">The people who help with this journey</a></p>
<p class="govuk-body"><a class="govuk-link" href="/journeys/${journey}/public">${publicSettings('title')}</a></p>
${mayWithdraw(hub) && html`<p class="govuk-body"><a class="govuk-link" href="/journeys/${journey}/withdraw">Withdraw from the quality mark</a></p>`}
<p class="govuk-body-s">Your reference is ${journey}.</p>`,
  }
}

function mayWithdraw({ state, role }: Hub): boolean {
  return role !== 'colleague' && !hasEnded(state) && state.position.at !== 'issue-award'
}

function unreachable(): Html {
  return html`<div class="govuk-inset-text"><h2 class="govuk-heading-m">Our emails to you do not arrive</h2>
<p class="govuk-body">One came back, or was reported as junk, so we no longer write to you. Tell us another address, or that this one works again: telephone or write to us. Our number and address are at the end of this page.</p></div>
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
  return html`<p class="govuk-body"><a class="govuk-link" href="/awards/${serial}">Your ${word(`level.${level}`)} award</a></p>
`
}

function nextAction({ journey, definition, state, role, nextLevel, actions }: Hub): Html {
  const { at, since } = state.position
  const wait = waitsOf(definition).find(({ id }) => id === at)
  if (wait?.kind === 'step') {
    const returned = state.returned?.to === at
    return html`<h2 class="govuk-heading-m">${returned ? 'Please look again at' : 'Next'}: ${word(`wait.${at}`)}</h2>
<p class="govuk-body">${returned ? `The ${returnedByPanel(definition, state) ? 'validators have' : 'team has'} read what you sent, and would like you to look at this step again.` : optionalWord(`wait.${at}.hint`)}</p>
<a class="govuk-button" href="/journeys/${journey}/steps/${at}">Go to ${stepNumber(definition, at).toLowerCase()}</a>`
  }
  if (wait) {
    return html`<h2 class="govuk-heading-m">There is nothing to do just now</h2>
<p class="govuk-body">${wait.kind === 'check' ? `You have handed in the whole ${word(`phase.${wait.phase.id}`)} phase. The team is looking at it` : 'You have handed in all seven steps. Your validation is under way'} since ${formatDate(since)}. We will email you.</p>`
  }
  const award = state.awards.at(-1)
  if (at === 'complete' && award) {
    return html`<h2 class="govuk-heading-m">Congratulations</h2>
<p class="govuk-body">You have been awarded the Cultural Cohesion Quality Mark at ${word(`level.${award.level}`)} level.</p>
${
  actions &&
  html`<p class="govuk-body">The validators ask you to do the following:</p>
<blockquote class="govuk-inset-text app-said">${actions}</blockquote>`
}
<a class="govuk-button" href="/awards/${award.serial}">See your award</a>
${nextLevel ? role !== 'colleague' && html`<p class="govuk-body"><a class="govuk-link" href="/journeys/${journey}/next-round">Start your journey to ${word(`level.${nextLevel}`)}</a></p>` : html`<p class="govuk-body">This is the highest level. Thank you for all that you have done.</p>`}`
  }
  if (hasEnded(state)) {
    return html`<h2 class="govuk-heading-m">This journey has ended</h2>
<p class="govuk-body">${at === 'withdrawn' ? 'It was withdrawn' : 'The team closed it'} on ${formatDate(since)}. What was handed in is kept, and awards stay yours.</p>
${state.awards.map(awardLink)}
<p class="govuk-body">Would you like to come back? Write to us or telephone: our address and number are below.</p>`
  }
  return html`<h2 class="govuk-heading-m">Your award is being issued</h2>
<p class="govuk-body">The validation was successful. You will get an email in a moment.</p>`
}

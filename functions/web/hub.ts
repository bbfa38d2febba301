// The hub of a journey: one clear next action, then the seven steps.

import type { JourneyState } from '../../workflows/journey-state.ts'
import { type JourneyDefinition, waitsOf } from '../../workflows/model.ts'
import { hasEnded } from '../../workflows/moves.ts'
import { optionalWord, word } from '../../workflows/words.ts'
import type { Role } from '../app/read-journey.ts'
import { formatDate } from './dates.ts'
import { type Html, html } from './html.ts'
import type { Page } from './layout.ts'
import { stepNumber, taskList } from './steps.ts'

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
}

export function hubPage(hub: Hub): Page {
  const { journey, definition, state, organisationName, handedIn } = hub
  const level = word(`level.${state.level}`)
  return {
    title: organisationName,
    onBehalf: hub.role === 'team' ? { journey, organisationName } : undefined,
    body: html`<h1><span class="caption">${state.position.at === 'complete' ? `${level} awarded` : `Working towards ${level}`}</span><bdi>${organisationName}</bdi></h1>
${handedIn && html`<div class="inset" role="status"><p><strong>Thank you. “${word(`wait.${handedIn}`)}” has been handed in.</strong></p></div>`}
<div class="box">${nextAction(hub)}</div>
${taskList(definition, state, (step) => `/journeys/${journey}/steps/${step}`)}
<p><a href="/journeys/${journey}/people">The people who help with this journey</a></p>
${mayWithdraw(hub) && html`<p><a href="/journeys/${journey}/withdraw">Withdraw from the quality mark</a></p>`}
<p class="hint">Your reference is ${journey}.</p>`,
  }
}

function mayWithdraw({ state, role }: Hub): boolean {
  return role !== 'colleague' && !hasEnded(state) && state.position.at !== 'issue-award'
}

function nextAction({ journey, definition, state, role, nextLevel }: Hub): Html {
  const { at, since } = state.position
  const wait = waitsOf(definition).find(({ id }) => id === at)
  if (wait?.kind === 'step') {
    const returned = state.returned?.to === at
    return html`<h2>${returned ? 'Please look again at' : 'Next'}: ${word(`wait.${at}`)}</h2>
<p>${returned ? 'The team has read what you sent, and would like you to look at this step again.' : optionalWord(`wait.${at}.hint`)}</p>
<p><a class="button" href="/journeys/${journey}/steps/${at}">Go to ${stepNumber(definition, at).toLowerCase()}</a></p>`
  }
  if (wait) {
    return html`<h2>There is nothing to do just now</h2>
<p>${wait.kind === 'check' ? `You have handed in the whole ${word(`phase.${wait.phase.id}`)} phase. The team is looking at it` : 'You have handed in all seven steps. Your validation is under way'} since ${formatDate(since)}. We will email you.</p>`
  }
  const award = state.awards.at(-1)
  if (at === 'complete' && award) {
    return html`<h2>Congratulations</h2>
<p>You have been awarded the Cultural Cohesion Quality Mark at ${word(`level.${award.level}`)} level.</p>
<p><a class="button" href="/awards/${award.serial}">See your award</a></p>
${nextLevel ? role !== 'colleague' && html`<p><a href="/journeys/${journey}/next-round">Start your journey to ${word(`level.${nextLevel}`)}</a></p>` : html`<p>This is the highest level. Thank you for all that you have done.</p>`}`
  }
  if (hasEnded(state)) {
    return html`<h2>This journey has ended</h2>
<p>${at === 'withdrawn' ? 'It was withdrawn' : 'The team closed it'} on ${formatDate(since)}. What was handed in is kept, and awards stay yours.</p>
${state.awards.map(({ level, serial }) => html`<p><a href="/awards/${serial}">Your ${word(`level.${level}`)} award</a></p>`)}
<p>Would you like to come back? Write to us or telephone: our address and number are below.</p>`
  }
  return html`<h2>Your award is being issued</h2>
<p>The validation was successful. You will get an email in a moment.</p>`
}

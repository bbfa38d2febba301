// The hub of a journey: one clear next action, then the seven steps.
import { type JourneyDefinition, waitsOf } from '../../workflows/model.ts'
import type { JourneyState } from '../../workflows/progress.ts'
import { optionalWord, word } from '../../workflows/words.ts'
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
}

export function hubPage(hub: Hub): Page {
  const { journey, definition, state, organisationName, handedIn } = hub
  const level = word(`level.${state.level}`)
  return {
    title: organisationName,
    body: html`<h1><span class="caption">${state.position.at === 'complete' ? `${level} awarded` : `Working towards ${level}`}</span><bdi>${organisationName}</bdi></h1>
${handedIn && html`<div class="inset" role="status"><p><strong>Thank you. “${word(`wait.${handedIn}`)}” has been handed in.</strong></p></div>`}
<div class="box">${nextAction(hub)}</div>
${taskList(definition, state, (step, status) =>
  status === 'now' || status === 'returned' ? `/journeys/${journey}/steps/${step}` : undefined,
)}
<p class="hint">Your reference is ${journey}.</p>`,
  }
}

function nextAction({ journey, definition, state }: Hub): Html {
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
<p><a class="button" href="/awards/${award.serial}">See your award</a></p>`
  }
  return html`<h2>Your award is being issued</h2>
<p>The validation was successful. You will get an email in a moment.</p>`
}

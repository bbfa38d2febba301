// Where each step of a journey stands, in the words that people read.

import type { JourneyState } from '../../workflows/journey-state.ts'
import { type JourneyDefinition, type Phase, stepsOf, waitsOf } from '../../workflows/model.ts'
import { word } from '../../workflows/words.ts'
import { type Html, html } from './html.ts'

export type StepStatus = 'completed' | 'handed-in' | 'now' | 'returned' | 'later'

export function stepStatus(definition: JourneyDefinition, state: JourneyState, step: string): StepStatus {
  if (state.position.at === step) return state.returned?.to === step ? 'returned' : 'now'
  if (!Object.hasOwn(state.done, step)) return 'later'
  const phase = definition.phases.find(({ steps }) => steps.some(({ id }) => id === step))!
  return Object.hasOwn(state.done, endOf(definition, phase)) ? 'completed' : 'handed-in'
}

const tags: Readonly<Record<StepStatus, readonly [label: string, style: string]>> = {
  completed: ['Completed', 'done'],
  'handed-in': ['Handed in', ''],
  now: ['Do this now', 'now'],
  returned: ['Please look again', 'back-to-you'],
  later: ['Not handed in yet', 'wait'],
}

export function statusTag(status: StepStatus): Html {
  const [label, style] = tags[status]
  return html`<strong class="tag ${style}">${label}</strong>`
}

/** "Step 2 of 7" */
export function stepNumber(definition: JourneyDefinition, step: string): string {
  const steps = stepsOf(definition)
  return `Step ${steps.findIndex(({ id }) => id === step) + 1} of ${steps.length}`
}

/** The wait that a phase ends with. */
export function endOf(definition: JourneyDefinition, phase: Phase): string {
  return waitsOf(definition).find((wait) => wait.kind !== 'step' && wait.phase.id === phase.id)!.id
}

/** The phases as task lists; `link` says where a step leads, if anywhere. */
export function taskList(
  definition: JourneyDefinition,
  state: JourneyState,
  link: (step: string) => string | undefined,
): Html {
  return html`${definition.phases.map(
    (phase) => html`<h2>${word(`phase.${phase.id}`)}</h2>
<ul class="tasks">${phase.steps.map(({ id }) => {
      const status = stepStatus(definition, state, id)
      const href = link(id)
      const title = word(`wait.${id}`)
      return html`<li><span class="what">${href ? html`<a href="${href}">${title}</a>` : title}<span class="hint">${stepNumber(definition, id)}</span></span>${statusTag(status)}</li>
`
    })}</ul>
`,
  )}`
}

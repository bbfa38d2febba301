// Where each step of a journey stands, in the words that people read.

import type { JourneyState } from '../../workflows/journey-state.ts'
import { type JourneyDefinition, type Phase, stepsOf, waitsOf } from '../../workflows/model.ts'
import { steps as words } from '../../workflows/words/steps.ts'
import { word } from '../../workflows/words.ts'
import { type Html, html } from './html.ts'
import { later, tag, taskList } from './task-list.ts'

export type StepStatus = 'completed' | 'handed-in' | 'now' | 'returned' | 'later'

export function stepStatus(definition: JourneyDefinition, state: JourneyState, step: string): StepStatus {
  if (state.position.at === step) return state.returned?.to === step ? 'returned' : 'now'
  if (!Object.hasOwn(state.done, step)) return 'later'
  const phase = definition.phases.find(({ steps }) => steps.some(({ id }) => id === step))!
  return Object.hasOwn(state.done, endOf(definition, phase)) ? 'completed' : 'handed-in'
}

const looks: Readonly<Record<StepStatus, (text: string) => Html | string>> = {
  completed: (text) => text,
  'handed-in': (text) => tag(text),
  now: (text) => tag(text, 'govuk-tag--green'),
  returned: (text) => tag(text, 'govuk-tag--orange'),
  later: (text) => later(text),
}

function statusOf(status: StepStatus): Html | string {
  return looks[status](words(status))
}

/** "Step 2 of 7" */
export function stepNumber(definition: JourneyDefinition, step: string): string {
  const steps = stepsOf(definition)
  return words('number', { number: steps.findIndex(({ id }) => id === step) + 1, count: steps.length })
}

/** The wait that a phase ends with. */
export function endOf(definition: JourneyDefinition, phase: Phase): string {
  return waitsOf(definition).find((wait) => wait.kind !== 'step' && wait.phase.id === phase.id)!.id
}

/** The phases as task lists; `link` says where a step leads, if anywhere, and `more` what else there is to know of it. */
export function stepLists(
  definition: JourneyDefinition,
  state: JourneyState,
  link: (step: string) => string | undefined,
  more: (step: string) => string | undefined = () => undefined,
): Html {
  return html`${definition.phases.map(
    (phase) => html`<h2 class="govuk-heading-m">${word(`phase.${phase.id}`)}</h2>
${taskList(
  phase.steps.map(({ id }) => ({
    id: `step-${id}`,
    name: word(`wait.${id}`),
    href: link(id),
    hint: [stepNumber(definition, id), more(id)].filter(Boolean).join('. '),
    status: statusOf(stepStatus(definition, state, id)),
  })),
)}
`,
  )}`
}

// The step that a lead looks at: its sections, what was answered before, and the team's comment if it was returned.
import type { Answer, Answers } from '../../workflows/fields.ts'
import type { CommittedEvent } from '../../workflows/journey-events.ts'
import { type JourneyDefinition, type Section, stepsOf } from '../../workflows/model.ts'
import { definitionOf } from '../../workflows/released/index.ts'
import type { Ports } from './ports.ts'
import { journeyOfLead } from './read-journey.ts'

export interface StepAtHand {
  readonly event: CommittedEvent
  readonly definition: JourneyDefinition
  /** A contact's own details are given at registration and kept with the person, so they are not asked again. */
  readonly sections: readonly Section[]
  readonly answers: Answers
  readonly comment: string | undefined
}

/** Undefined when there is no such journey or step, or it is somebody else's. */
export async function stepAtHand(
  ports: Pick<Ports, 'journeys' | 'records'>,
  journey: string,
  step: string,
  person: string,
): Promise<StepAtHand | undefined> {
  const event = await journeyOfLead(ports, journey, person)
  const definition = event && definitionOf(event.state.definition)
  const found = definition && stepsOf(definition).find(({ id }) => id === step)
  if (!found) return undefined
  const { submissions, returned } = event.state
  const submitted = submissions[step] && (await ports.records.get(journey, submissions[step].id))
  const said = returned?.to === step ? await ports.records.get(journey, returned.comment.id) : undefined
  return {
    event,
    definition,
    sections: found.sections.filter(({ about }) => about === 'organisation'),
    answers: submitted?.content.answers ?? {},
    comment: said?.content.comment,
  }
}

/** Answers as a form would send them. */
export function asTyped(answers: Answers): Readonly<Record<string, readonly string[]>> {
  const list = (answer: Answer) => (Array.isArray(answer) ? answer : [String(answer)])
  return Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, list(answer)]))
}

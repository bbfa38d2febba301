// What is handed in of a journey, step by step.
import type { Answers } from '../../workflows/fields.ts'
import type { CommittedEvent } from '../../workflows/journey-events.ts'
import { stepsOf } from '../../workflows/model.ts'
import { definitionOf } from '../../workflows/released/index.ts'
import type { OnBehalfOf, Ports } from './ports.ts'

export interface ReadSubmission {
  readonly step: string
  readonly at: string
  readonly answers: Answers
  /** The team filled it in for them. */
  readonly onBehalfOf: OnBehalfOf | undefined
}

export async function submissionsOf(
  ports: Pick<Ports, 'records'>,
  { journey, state }: CommittedEvent,
): Promise<readonly ReadSubmission[]> {
  const handedIn = stepsOf(definitionOf(state.definition)).flatMap(({ id }) => {
    const submission = state.submissions[id]
    return submission ? [{ step: id, ...submission }] : []
  })
  return Promise.all(
    handedIn.map(async ({ step, at, id }) => {
      const content = (await ports.records.get(journey, id))?.content
      return { step, at, answers: content?.answers ?? {}, onBehalfOf: content?.onBehalfOf }
    }),
  )
}

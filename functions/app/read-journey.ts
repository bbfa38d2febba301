// Reading a journey for somebody: its lead sees it, and nobody else but the team.

import type { Answers } from '../../workflows/fields.ts'
import type { CommittedEvent } from '../../workflows/journey-events.ts'
import { stepsOf } from '../../workflows/model.ts'
import { definitionOf } from '../../workflows/released/index.ts'
import type { Ports } from './ports.ts'

/** Undefined when there is none, and just so when it is somebody else's. */
export async function journeyOfLead(
  ports: Pick<Ports, 'journeys'>,
  journey: string,
  person: string,
): Promise<CommittedEvent | undefined> {
  const newest = await ports.journeys.newest(journey)
  return newest?.state.lead === person ? newest : undefined
}

export interface ReadSubmission {
  readonly step: string
  readonly at: string
  readonly answers: Answers
}

/** What is handed in, step by step. */
export async function submissionsOf(
  ports: Pick<Ports, 'records'>,
  { journey, state }: CommittedEvent,
): Promise<readonly ReadSubmission[]> {
  const handedIn = stepsOf(definitionOf(state.definition)).flatMap(({ id }) => {
    const submission = state.submissions[id]
    return submission ? [{ step: id, ...submission }] : []
  })
  return Promise.all(
    handedIn.map(async ({ step, at, id }) => ({
      step,
      at,
      answers: (await ports.records.get(journey, id))?.content.answers ?? {},
    })),
  )
}

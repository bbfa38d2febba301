// What moving a journey to the newest rules would change: the rules, and where the journey then is.
import { type Differences, differencesOf } from '../../workflows/differences.ts'
import type { CommittedEvent } from '../../workflows/journey-events.ts'
import type { JourneyDefinition } from '../../workflows/model.ts'
import { decide } from '../../workflows/progress.ts'
import type { Ports } from './ports.ts'
import { organisationName } from './summarise.ts'

export interface Move {
  readonly journey: string
  readonly organisationName: string
  /** The definition to move to. */
  readonly to: string
  readonly differences: Differences
  /** Where the journey is, and where it then goes on. */
  readonly at: string
  readonly goesOnAt: string
}

/** Undefined when it cannot be moved: it follows `to` already, or has no execution. Nothing is changed here. */
export async function readMove(
  ports: Pick<Ports, 'clock' | 'records'>,
  event: CommittedEvent,
  from: JourneyDefinition,
  to: JourneyDefinition,
): Promise<Move | undefined> {
  const { journey, state, number } = event
  const moment = { at: ports.clock.now().toISOString(), number: number + 1 }
  const moved = decide(to, state, { kind: 'move-definition' }, moment)
  if (moved.kind === 'refused') return undefined
  return {
    journey,
    organisationName: await organisationName(ports, event),
    to: to.id,
    differences: differencesOf(from, to),
    at: state.position.at,
    goesOnAt: moved.state.position.at,
  }
}

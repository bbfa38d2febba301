// What moving a journey to other rules would change: the rules, and where the journey then is.
import { type Differences, differencesOf } from '../../workflows/differences.ts'
import type { CommittedEvent } from '../../workflows/journey-events.ts'
import type { JourneyDefinition } from '../../workflows/model.ts'
import { decide } from '../../workflows/progress.ts'

export interface Move {
  readonly journey: string
  /** The definition to move to. */
  readonly to: string
  readonly differences: Differences
  /** Where the journey is, and where it then goes on. */
  readonly at: string
  /** The visit of it that is told of. */
  readonly visit: number
  readonly goesOnAt: string
}

/**
 * Undefined when it cannot be moved: it follows `to` already, or needs no execution. It is decided as it would be at `now`
 * (ISO), and not committed.
 */
export function readMove(
  now: string,
  { journey, state, number }: CommittedEvent,
  from: JourneyDefinition,
  to: JourneyDefinition,
): Move | undefined {
  const moved = decide(to, state, { kind: 'move-definition' }, { at: now, number: number + 1 })
  if (moved.kind === 'refused') return undefined
  return {
    journey,
    to: to.id,
    differences: differencesOf(from, to),
    at: state.position.at,
    visit: state.position.visit,
    goesOnAt: moved.state.position.at,
  }
}

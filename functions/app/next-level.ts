// The level that a journey can begin a round for now.
import type { CommittedEvent } from '../../workflows/journey-events.ts'
import { newest } from '../../workflows/released/index.ts'

/** Undefined before an award, and after the highest one. A round begins with the newest definition, so its levels count. */
export function nextLevel({ state }: Pick<CommittedEvent, 'state'>): string | undefined {
  if (state.position.at !== 'complete') return undefined
  return newest.levels[newest.levels.indexOf(state.level) + 1]
}

// The execution as a cursor over its journey: whether it is where it should be, and what it has to be told.
import type { JourneyState } from './journey-state.ts'
import { type JourneyDefinition, waitsOf } from './model.ts'
import { hasEnded } from './moves.ts'

/** How long an execution may be behind its journey, or have failed, before the sweep starts another, in milliseconds. */
export const behindAfterMs = 60 * 60 * 1000

/** An execution ends after a year, so another takes over before, in milliseconds. */
export const rollOverAfterMs = 330 * 24 * 60 * 60 * 1000

/** When (ISO) a new execution has to take over: an hour after the old one fell behind or failed, or before its year is over. */
export function restartDueAt(state: JourneyState): string | undefined {
  if (needsNone(state)) return undefined
  const behind = behindSince(state)
  const moments = [
    later(state.execution.startedAt, rollOverAfterMs),
    ...(behind ? [later(behind, behindAfterMs)] : []),
  ]
  return moments.toSorted()[0]
}

/** Since when (ISO) the execution of a journey that needs one is known to have failed. */
export function failedSince(state: JourneyState): string | undefined {
  return needsNone(state) ? undefined : state.execution.failedAt
}

function needsNone(state: JourneyState): boolean {
  return state.execution.seq === 0 || state.position.at === 'complete' || hasEnded(state)
}

function later(moment: string, ms: number): string {
  return new Date(Date.parse(moment) + ms).toISOString()
}

/** Since when (ISO) no execution has been where the journey is; undefined while one is there, or none is needed. */
export function behindSince(state: JourneyState): string | undefined {
  const { position, execution } = state
  if (needsNone(state)) return undefined
  if (position.at === execution.opened?.wait) return execution.failedAt
  return [position.since, execution.startedAt].toSorted().at(-1)
}

/**
 * What an execution that waits at `wait` has to be told: nothing while the journey waits there too; that it is done when
 * the journey has gone on; where to go when the journey went back. An execution passes through waits that are done.
 */
export function answerFor(
  definition: JourneyDefinition,
  state: JourneyState,
  wait: string,
): { kind: 'nothing' } | { kind: 'done' } | { kind: 'reopened'; resumeAt: string } {
  const order = waitsOf(definition).map(({ id }) => id)
  const [here, there] = [order.indexOf(wait), order.indexOf(state.position.at)]
  if (here === -1 || here === there || hasEnded(state)) return { kind: 'nothing' }
  const passedAllWaits = there === -1
  return passedAllWaits || there > here ? { kind: 'done' } : { kind: 'reopened', resumeAt: state.position.at }
}

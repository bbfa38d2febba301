// What every decision is made of: accepting, refusing, moving to the next wait, and the effects that follow a move.
import type { Effect, EmailSubject, JourneyEmail } from './effects.ts'
import type { Decision, JourneyState, Moment, RefusalReason } from './journey-state.ts'
import { type JourneyDefinition, stepsOf, type Wait, waitsOf } from './model.ts'

export function accepted(state: JourneyState, ...effects: readonly Effect[]): Decision {
  return { kind: 'accepted', state, effects }
}

export function refused(reason: RefusalReason): Decision {
  return { kind: 'refused', reason }
}

export function resume(state: JourneyState, wait: string): Effect {
  return { kind: 'resume', executionSeq: state.execution.seq, wait }
}

export function email(name: JourneyEmail, to: string, about: EmailSubject = {}): Effect {
  return { kind: 'send-email', email: name, to, about }
}

export function here(at: string, moment: Moment): JourneyState['position'] {
  return { at, visit: moment.number, since: moment.at, announced: false, reminded: 0 }
}

/** A time that did not count is over: at a step, the days until the next reminder begin anew. */
export function countAnew(definition: JourneyDefinition, state: JourneyState, moment: Moment): JourneyState {
  if (!stepsOf(definition).some(({ id }) => id === state.position.at)) return state
  return { ...state, position: { ...state.position, since: moment.at, reminded: 0 } }
}

/** Moves to the first wait that is still to do, or to the award when all are done. */
export function moveOn(definition: JourneyDefinition, state: JourneyState, moment: Moment): JourneyState {
  const next = waitsOf(definition).find(({ id }) => !Object.hasOwn(state.done, id))
  return { ...state, position: here(next?.id ?? 'issue-award', moment) }
}

/** Opens one step again and keeps what was said; the later ones stay done, and the wait comes again. */
export function reopen(
  definition: JourneyDefinition,
  state: JourneyState,
  returned: NonNullable<JourneyState['returned']>,
  moment: Moment,
): JourneyState {
  const { [returned.to]: _, ...done } = state.done
  const moved = moveOn(definition, { ...state, done, returned }, moment)
  return { ...moved, position: { ...moved.position, announced: true } }
}

/** A new execution takes over where the journey is; the one before is stopped. */
export function startAnew(
  before: JourneyState,
  after: JourneyState,
  moment: Moment,
  resumeAt: string,
): Decision {
  const seq = before.execution.seq + 1
  const running = before.execution.seq > 0 && before.position.at !== 'complete'
  return accepted(
    { ...after, execution: { seq, startedAt: moment.at, opened: null } },
    { kind: 'start-execution', executionSeq: seq, round: after.round, resumeAt },
    ...(running ? [stopExecution(before)] : []),
  )
}

export function stopExecution({ definition, execution }: JourneyState): Effect {
  return { kind: 'stop-execution', definition, executionSeq: execution.seq }
}

/** Refuses what is not for the wait where the journey is now, or is for another visit of it. */
export function refuseUnlessHere(
  definition: JourneyDefinition,
  state: JourneyState,
  at: string,
  visit: number,
  kinds: readonly Wait['kind'][],
): Decision | undefined {
  const wait = waitsOf(definition).find(({ id }) => id === at)
  if (!wait || !kinds.includes(wait.kind)) return refused('unknown')
  if (state.position.at === 'confirmation') return refused('unconfirmed')
  if (hasEnded(state)) return refused('ended')
  if (state.position.at !== at) return refused(Object.hasOwn(state.done, at) ? 'already' : 'not-yet')
  if (state.position.visit !== visit) return refused('stale')
  return undefined
}

export function hasEnded({ position }: JourneyState): boolean {
  return position.at === 'withdrawn' || position.at === 'closed'
}

/** An email to them came back for good, or they called one unwanted. */
export function isUnreachable({ unreachable }: JourneyState, person: string): boolean {
  return unreachable !== undefined && Object.hasOwn(unreachable, person)
}

/** For somebody whom we write to again, who leaves the journey, or who comes to it anew. */
export function withoutMark(state: JourneyState, person: string): JourneyState {
  if (!isUnreachable(state, person)) return state
  const { [person]: _, ...unreachable } = state.unreachable!
  return { ...state, unreachable }
}

/** The steps that come before a wait: those that it can send back. */
export function stepsBefore(definition: JourneyDefinition, wait: string): readonly string[] {
  const waits = waitsOf(definition)
  const at = waits.findIndex(({ id }) => id === wait)
  return waits.slice(0, Math.max(at, 0)).flatMap((each) => (each.kind === 'step' ? [each.id] : []))
}

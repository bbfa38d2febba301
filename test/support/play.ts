// Plays commands through progress.ts alone and gives the events, as the commit would store them.
import { readEvent, type StoredEvent, storeEvent } from '../../workflows/journey-events.ts'
import type { Command, JourneyState, Outcome } from '../../workflows/journey-state.ts'
import { waitsOf } from '../../workflows/model.ts'
import { decide } from '../../workflows/progress.ts'
import { newest as definition } from '../../workflows/released/index.ts'

/** A command, or one that depends on where the journey is. */
export type Move = Command | ((state: JourneyState) => Command)

export const pointer = { id: 'ROUND#1#somewhere#0123456789abcdef', hash: 'f'.repeat(64) }
const start = Date.parse('2027-01-04T09:00:00Z')

/** Throws when a command is refused. One hour passes between two. */
export function play(moves: readonly Move[], before: readonly StoredEvent[] = []): readonly StoredEvent[] {
  const events = [...before]
  for (const move of moves) {
    const previous = events.at(-1)
    const state = previous && readEvent(previous).state
    const command = typeof move === 'function' ? move(state!) : move
    const number = events.length + 1
    const moment = { at: new Date(start + number * 3_600_000).toISOString(), number }
    const decision = decide(definition, state, command, moment)
    if (decision.kind === 'refused') throw new Error(`${command.kind} was refused: ${decision.reason}`)
    const { state: next, effects } = decision
    const event = { journey: 'the-journey', ...moment, actor: 'somebody', command, state: next, effects }
    events.push(storeEvent(event, previous))
  }
  return events
}

export function stateAfter(moves: readonly Move[]): JourneyState {
  return readEvent(play(moves).at(-1)!).state
}

export const register: Move = { kind: 'register', individual: false, lead: 'lead', submission: pointer }
export const confirm: Move = { kind: 'confirm-address' }
/** The execution comes to where the journey is. */
export const open: Move = (state) => ({
  kind: 'open',
  wait: state.position.at,
  executionSeq: state.execution.seq,
  enteredAt: state.position.since,
})
/** Hands in the step, or accepts at the check, where the journey is. */
export const pass: Move = ({ position: { at: wait, visit } }) =>
  waitsOf(definition).find(({ id }) => id === wait)?.kind === 'step'
    ? { kind: 'submit', step: wait, visit, submission: pointer }
    : { kind: 'accept', wait, visit }
export const issue: Move = (state) => ({ kind: 'award', executionSeq: state.execution.seq })

const invite = (person: string, chair: boolean): Move => ({ kind: 'invite-validator', person, chair })
const look = (person: string): readonly Move[] => [
  ({ position: { visit } }) => ({ kind: 'declare', person, visit, panelSize: 3, conflict: false }),
  ({ position: { visit } }) => ({ kind: 'judge', person, visit, panelSize: 3, judgement: pointer }),
]
/** A panel of three is invited, declares and judges. */
export const judged: readonly Move[] = [
  invite('chair', true),
  invite('second', false),
  invite('third', false),
  ...['chair', 'second', 'third'].flatMap(look),
]
export const conclude =
  (outcome: Outcome, to?: string): Move =>
  ({ position: { visit } }) => ({
    kind: 'conclude',
    person: 'chair',
    visit,
    panelSize: 3,
    outcome,
    reasons: pointer,
    ...(to && { to }),
    ...(outcome.startsWith('awarded') && { serial: 'K7Q2-9FXM' }),
  })

/** Interest is registered and step 1 handed in: the journey is at step 2, and its execution still at step 1. */
export const toSecondStep: readonly Move[] = [register, confirm, open, pass]

/** All waits but the validation, each opened and passed: the first one too, since interest hands in nothing. */
const round = waitsOf(definition)
  .slice(0, -1)
  .flatMap(() => [open, pass])

export const toValidation: readonly Move[] = [register, confirm, ...round, open]
export const smoothRound: readonly Move[] = [...toValidation, ...judged, conclude('awarded'), issue]

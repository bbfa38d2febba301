// Every command: what it does, when it is refused, and that no sequence of them reaches a state the definition does not allow.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerFor, behindSince, rollOverAfterMs } from '../../../workflows/cursor.ts'
import { dueCommands } from '../../../workflows/due.ts'
import type { JourneyEvent } from '../../../workflows/journey-events.ts'
import { readEvent } from '../../../workflows/journey-events.ts'
import type { Command, JourneyState } from '../../../workflows/journey-state.ts'
import { stepsOf, waitsOf } from '../../../workflows/model.ts'
import { isUnreachable, stepsBefore } from '../../../workflows/moves.ts'
import { decide } from '../../../workflows/progress.ts'
import { newest as definition } from '../../../workflows/released/index.ts'
import { nextReminder } from '../../../workflows/reminders.ts'
import {
  conclude,
  confirm,
  issue,
  judged,
  type Move,
  open,
  pass,
  play,
  pointer,
  register,
  smoothRound,
  stateAfter,
  toSecondStep,
} from '../../support/play.ts'

const at = '2027-06-01T12:00:00.000Z'
const lastEvent = (moves: readonly Move[]): JourneyEvent => readEvent(play(moves).at(-1)!)
const tryOn = (state: JourneyState | undefined, command: Command) =>
  decide(definition, state, command, { at, number: 99 })
const atCheck: readonly Move[] = [...toSecondStep, open, pass, open, pass, open]
const submitHere = (state: JourneyState): Command => ({
  kind: 'submit',
  step: state.position.at,
  visit: state.position.visit,
  submission: pointer,
})

describe('a smooth round', () => {
  it('passes every wait once, in order, and ends with the award', () => {
    const events = play(smoothRound).map(readEvent)
    const passed = events.flatMap(({ command }) =>
      command.kind === 'submit'
        ? [command.step]
        : command.kind === 'accept'
          ? [command.wait]
          : command.kind === 'conclude'
            ? ['validation']
            : [],
    )
    expect(passed).toEqual(waitsOf(definition).map(({ id }) => id))
    expect(events.at(-1)!.state).toMatchObject({
      position: { at: 'complete' },
      awards: [{ level: 'bronze', serial: 'K7Q2-9FXM' }],
    })
  })

  it('sends an acknowledgement, one email for each step that opens, and one for the award', () => {
    const sent = play(smoothRound)
      .map(readEvent)
      .flatMap(({ effects }) =>
        effects.flatMap((effect) => (effect.kind === 'send-email' ? [effect.email] : [])),
      )
    const panel = ['validator-invited', 'validator-invited', 'validator-invited', 'panel-complete']
    expect(sent).toEqual([
      'acknowledgement',
      ...stepsOf(definition)
        .slice(1)
        .map(() => 'step-opened'),
      ...panel,
      'award',
    ])
  })
})

describe('register and confirm-address', () => {
  it('hands nothing in: step 1 comes first, and begins with what was given', () => {
    const state = stateAfter([register, confirm])
    expect(state).toMatchObject({ position: { at: 'registration', announced: true }, done: {} })
    expect(state.submissions).toEqual({ registration: { ...pointer, at: expect.any(String) } })
  })

  it('starts nothing before the address is confirmed', () => {
    expect(lastEvent([register]).effects).toEqual([])
    expect(lastEvent([register, confirm]).effects).toEqual([
      { kind: 'start-execution', executionSeq: 1, round: 1, resumeAt: 'registration' },
      { kind: 'send-email', email: 'acknowledgement', to: 'lead', about: {} },
    ])
  })

  it('lets a registration be corrected until then, by the same person alone', () => {
    const state = stateAfter([register])
    const corrected = {
      kind: 'register',
      individual: false,
      lead: 'lead',
      submission: { ...pointer, id: 'newer' },
    } as const
    expect(tryOn(state, corrected)).toMatchObject({
      state: { submissions: { registration: { id: 'newer' } } },
    })
    expect(tryOn(state, { ...corrected, lead: 'another' })).toEqual({ kind: 'refused', reason: 'already' })
    expect(tryOn(stateAfter([register, confirm]), corrected)).toEqual({ kind: 'refused', reason: 'already' })
  })

  it('refuses everything before it', () => {
    expect(tryOn(undefined, { kind: 'confirm-address' })).toEqual({ kind: 'refused', reason: 'unknown' })
    const registered = stateAfter([register])
    expect(tryOn(registered, { ...submitHere(registered), step: 'raising-awareness' } as Command)).toEqual({
      kind: 'refused',
      reason: 'unconfirmed',
    })
  })

  it('takes a second confirmation as done', () => {
    expect(tryOn(stateAfter([register, confirm]), { kind: 'confirm-address' })).toEqual({
      kind: 'refused',
      reason: 'already',
    })
  })
})

describe('submit', () => {
  it('is taken before the execution has come to the step', () => {
    expect(lastEvent([register, confirm, pass]).state.position.at).toBe('raising-awareness')
  })

  it.each([
    ['already', 'raising-awareness'],
    ['not-yet', 'reflective-transparency'],
    ['unknown', 'foundation-check'],
    ['unknown', 'no-such-step'],
  ])('is refused as %s for %s', (reason, step) => {
    const state = stateAfter([...toSecondStep, open, pass])
    expect(tryOn(state, { ...submitHere(state), step } as Command)).toEqual({ kind: 'refused', reason })
  })

  it('is refused as stale from a page of an earlier visit', () => {
    const returned = stateAfter([...atCheck, returnTo('raising-awareness')])
    expect(
      tryOn(returned, { kind: 'submit', step: 'raising-awareness', visit: 4, submission: pointer }),
    ).toEqual({ kind: 'refused', reason: 'stale' })
  })
})

describe('an individual', () => {
  const begin: Move = { ...(register as Extract<Command, { kind: 'register' }>), individual: true }
  const last = stepsOf(definition).at(-1)!.id
  /** From the beginning to the step that asks for validation. */
  function atLastStep(): JourneyState {
    const moves: Move[] = [begin, confirm]
    while (stateAfter(moves).position.at !== last) moves.push(open, pass)
    return stateAfter(moves)
  }
  const asks = (state: JourneyState, individualsValidated: boolean) =>
    tryOn(state, { ...submitHere(state), individualsValidated } as Command)

  it('asks for validation when the setting lets them, and everything else is open to them in any case', () => {
    const state = atLastStep()
    expect(asks(state, false)).toEqual({ kind: 'refused', reason: 'not-validated' })
    expect(asks(state, true).kind).toBe('accepted')
    expect(asks(stateAfter([begin, confirm]), false).kind).toBe('accepted')
  })

  it('is what step 1 says last, and nobody else is kept from validation', () => {
    const state = stateAfter([begin, confirm])
    const says = (individual: boolean) => {
      const decision = tryOn(state, { ...submitHere(state), individual } as Command)
      return decision.kind === 'accepted' && decision.state.individual
    }
    expect([says(true), says(false)]).toEqual([true, undefined])
    const { individual: _, ...group } = atLastStep()
    expect(asks(group, false).kind).toBe('accepted')
  })
})

function returnTo(to: string): Move {
  return ({ position }) => ({
    kind: 'return',
    wait: position.at,
    visit: position.visit,
    to,
    comment: pointer,
  })
}

describe('accept and return', () => {
  it('returns one step, keeps the others, and comes back to the check', () => {
    const returned = lastEvent([...atCheck, returnTo('raising-awareness')])
    expect(returned.state).toMatchObject({
      position: { at: 'raising-awareness', announced: true },
      returned: { to: 'raising-awareness' },
    })
    expect(returned.effects).toEqual([
      { kind: 'resume', executionSeq: 1, wait: 'foundation-check' },
      {
        kind: 'send-email',
        email: 'returned',
        to: 'lead',
        about: { step: 'raising-awareness', comment: pointer.id },
      },
    ])
    const again = stateAfter([...atCheck, returnTo('raising-awareness'), open, pass])
    expect(again.position.at).toBe('foundation-check')
    expect(again.returned).toBeNull()
  })

  it('does not announce a returned step a second time', () => {
    const reopened: Move = (state) => ({
      kind: 'open',
      wait: state.position.at,
      executionSeq: 1,
      enteredAt: '2027-02-01T00:00:00.000Z',
    })
    expect(lastEvent([...atCheck, returnTo('registration'), reopened]).effects).toEqual([])
  })

  it.each(['reflective-transparency', 'foundation-check', 'no-such-step'])(
    'refuses to return %s from the first check',
    (to) => {
      const state = stateAfter(atCheck)
      const { visit } = state.position
      expect(tryOn(state, { kind: 'return', wait: 'foundation-check', visit, to, comment: pointer })).toEqual(
        { kind: 'refused', reason: 'unknown' },
      )
    },
  )

  it('refuses a second decision, one about a later check, and one about something that has changed', () => {
    const accepted = stateAfter([...atCheck, pass])
    const first = {
      kind: 'accept',
      wait: 'foundation-check',
      visit: stateAfter(atCheck).position.visit,
    } as const
    expect(tryOn(accepted, first)).toEqual({ kind: 'refused', reason: 'already' })
    expect(tryOn(accepted, { ...first, wait: 'developing-check' })).toEqual({
      kind: 'refused',
      reason: 'not-yet',
    })
    const second = stateAfter([...atCheck, returnTo('registration'), open, pass])
    expect(tryOn(second, first)).toEqual({ kind: 'refused', reason: 'stale' })
  })

  it('allots the serial in the event that decides the award, and the award is issued once', () => {
    const decided = stateAfter(smoothRound.slice(0, -1))
    expect(decided).toMatchObject({
      position: { at: 'issue-award' },
      decided: { serial: 'K7Q2-9FXM' },
      awards: [],
    })
    expect(tryOn(stateAfter(smoothRound), { kind: 'award', executionSeq: 1 })).toEqual({
      kind: 'refused',
      reason: 'already',
    })
    expect(tryOn(stateAfter(atCheck), { kind: 'award', executionSeq: 1 })).toEqual({
      kind: 'refused',
      reason: 'not-yet',
    })
    expect(tryOn(decided, { kind: 'award', executionSeq: 2 })).toEqual({
      kind: 'refused',
      reason: 'superseded',
    })
  })
})

describe('open', () => {
  it('sends a machine on that comes to a step which is done, and back one that is ahead', () => {
    const state = stateAfter(toSecondStep)
    const come = (wait: string): Command => ({ kind: 'open', wait, executionSeq: 1, enteredAt: at })
    expect(tryOn(state, come('registration'))).toMatchObject({
      effects: [{ kind: 'resume', wait: 'registration' }],
    })
    expect(answerFor(definition, state, 'registration')).toEqual({ kind: 'done' })
    expect(tryOn(state, come('developing-check'))).toMatchObject({ effects: [{ kind: 'resume' }] })
    expect(answerFor(definition, state, 'developing-check')).toEqual({
      kind: 'reopened',
      resumeAt: 'raising-awareness',
    })
    expect(answerFor(definition, state, 'raising-awareness')).toEqual({ kind: 'nothing' })
    expect(answerFor(definition, stateAfter(smoothRound), 'validation')).toEqual({ kind: 'done' })
  })

  it('refuses an execution that was replaced, and a report that comes late', () => {
    const state = stateAfter([...toSecondStep, open])
    expect(tryOn(state, { kind: 'open', wait: 'registration', executionSeq: 2, enteredAt: at })).toEqual({
      kind: 'refused',
      reason: 'superseded',
    })
    expect(
      tryOn(state, {
        kind: 'open',
        wait: 'registration',
        executionSeq: 1,
        enteredAt: '2020-01-01T00:00:00.000Z',
      }),
    ).toEqual({ kind: 'refused', reason: 'already' })
  })
})

describe('restart', () => {
  it('begins a new execution where the journey is, once the old one has been behind for an hour', () => {
    const state = stateAfter([...toSecondStep, open, pass])
    const since = Date.parse(behindSince(state)!)
    const restart = (ms: number) =>
      decide(
        definition,
        state,
        { kind: 'restart', executionSeq: 1 },
        { at: new Date(since + ms).toISOString(), number: 9 },
      )
    expect(restart(3_599_999)).toEqual({ kind: 'refused', reason: 'not-yet' })
    expect(restart(3_600_000)).toMatchObject({
      state: { execution: { seq: 2, opened: null } },
      effects: [
        { kind: 'start-execution', executionSeq: 2, resumeAt: 'commitment-and-pledge' },
        { kind: 'stop-execution', definition: definition.id, executionSeq: 1 },
      ],
    })
  })

  it('is refused while the execution is where it should be, and when it is done', () => {
    expect(tryOn(stateAfter([register, confirm, open]), { kind: 'restart', executionSeq: 1 })).toEqual({
      kind: 'refused',
      reason: 'not-yet',
    })
    expect(tryOn(stateAfter(smoothRound), { kind: 'restart', executionSeq: 1 })).toEqual({
      kind: 'refused',
      reason: 'not-yet',
    })
    expect(tryOn(stateAfter([register, confirm, open]), { kind: 'restart', executionSeq: 0 })).toEqual({
      kind: 'refused',
      reason: 'already',
    })
  })

  it('announces nothing again', () => {
    const reopened: Move = (state) => ({
      kind: 'open',
      wait: state.position.at,
      executionSeq: 2,
      enteredAt: at,
    })
    const restart: Move = { kind: 'restart', executionSeq: 1 }
    const wait: Move = {
      kind: 'open',
      wait: 'registration',
      executionSeq: 1,
      enteredAt: '2027-03-01T00:00:00.000Z',
    }
    const events = play([...toSecondStep, open, wait, restart, reopened]).map(readEvent)
    expect(events.at(-1)!.effects).toEqual([])
  })
})

describe('a failed execution', () => {
  const failed: Move = { kind: 'mark-failed', executionSeq: 1 }
  const moves: readonly Move[] = [...toSecondStep, open]

  it('is remembered once, and can be started again at once; the sweep does it after an hour', () => {
    const state = stateAfter([...moves, failed])
    expect(state.execution.failedAt).toBe(lastEvent([...moves, failed]).at)
    expect(tryOn(state, failed as Command)).toEqual({ kind: 'refused', reason: 'already' })
    const now = { at: state.execution.failedAt!, number: 99 }
    expect(decide(definition, state, { kind: 'restart', executionSeq: 1 }, now)).toMatchObject({
      state: { execution: { seq: 2, opened: null } },
      effects: [
        { kind: 'start-execution', executionSeq: 2 },
        { kind: 'stop-execution', executionSeq: 1 },
      ],
    })
    const hour = new Date(Date.parse(now.at) + 3_600_000).toISOString()
    expect(dueCommands(definition, state, now.at)).toEqual([])
    expect(dueCommands(definition, state, hour)).toEqual([{ kind: 'restart', executionSeq: 1 }])
  })

  it('does not come later than it would have as one that is behind', () => {
    const behind = stateAfter([...toSecondStep, open, pass])
    const late = stateAfter([...toSecondStep, open, pass, failed])
    expect(behindSince(late)).toBe(behindSince(behind))
  })

  it('is over when another has begun', () => {
    const restarted = stateAfter([...moves, failed, { kind: 'restart', executionSeq: 1 }])
    expect(restarted.execution.failedAt).toBeUndefined()
    expect(tryOn(restarted, failed as Command)).toEqual({ kind: 'refused', reason: 'superseded' })
  })

  it('is over when the same one waits again, but not by a report from before', () => {
    const state = stateAfter([...moves, failed])
    const come = (enteredAt: string): Command => ({
      kind: 'open',
      wait: 'raising-awareness',
      executionSeq: 1,
      enteredAt,
    })
    const opened = (enteredAt: string) => {
      const decision = tryOn(state, come(enteredAt))
      return decision.kind === 'accepted' && decision.state.execution
    }
    expect(opened(new Date(Date.parse(state.execution.failedAt!) - 1).toISOString())).toHaveProperty(
      'failedAt',
    )
    expect(opened(at)).not.toHaveProperty('failedAt')
  })

  it.each([
    ['ended', [{ kind: 'withdraw' } as const]],
    ['superseded', [{ kind: 'restart', executionSeq: 1 } as const]],
  ])('that we stopped ourselves is no news: %s', (reason, more) => {
    const overYear = { ...stateAfter(moves), execution: { seq: 1, startedAt: '2020-01-01', opened: null } }
    const [command] = more
    const decision = tryOn(overYear, command!)
    expect(decision.kind === 'accepted' && tryOn(decision.state, failed as Command)).toEqual({
      kind: 'refused',
      reason,
    })
  })

  it('after the award is no news either', () => {
    expect(tryOn(stateAfter(smoothRound), failed as Command)).toEqual({ kind: 'refused', reason: 'already' })
  })
})

describe('roll-over', () => {
  it('begins a new execution before the year of the old one is over, and announces nothing', () => {
    const state = stateAfter([register, confirm, pass, open])
    const at330 = Date.parse(state.execution.startedAt) + rollOverAfterMs
    const restart = (ms: number) =>
      decide(
        definition,
        state,
        { kind: 'restart', executionSeq: 1 },
        { at: new Date(ms).toISOString(), number: 9 },
      )
    expect(restart(at330 - 1)).toEqual({ kind: 'refused', reason: 'not-yet' })
    expect(restart(at330)).toMatchObject({ kind: 'accepted', state: { execution: { seq: 2 } } })
  })

  it('moves a journey onto another definition where it is, and stops the old machine by its own name', () => {
    const state = { ...stateAfter([register, confirm, pass, open]), definition: 'older' }
    expect(tryOn(state, { kind: 'move-definition' })).toMatchObject({
      state: { definition: definition.id, position: state.position },
      effects: [
        { kind: 'start-execution', executionSeq: 2, resumeAt: state.position.at },
        { kind: 'stop-execution', definition: 'older', executionSeq: 1 },
      ],
    })
    expect(tryOn(stateAfter([register, confirm]), { kind: 'move-definition' })).toEqual({
      kind: 'refused',
      reason: 'already',
    })
    expect(tryOn({ ...stateAfter(smoothRound), definition: 'older' }, { kind: 'move-definition' })).toEqual({
      kind: 'refused',
      reason: 'not-yet',
    })
  })
})

describe('rounds', () => {
  const nextRound: Move = { kind: 'start-round' }

  it('go from Bronze to Silver with everything to be looked at again and nothing lost', () => {
    const state = stateAfter([...smoothRound, nextRound])
    expect(state).toMatchObject({
      round: 2,
      level: 'silver',
      done: {},
      panel: [],
      position: { at: 'registration' },
      execution: { seq: 2 },
    })
    expect(Object.keys(state.submissions)).toHaveLength(7)
    expect(state.awards).toHaveLength(1)
    expect(lastEvent([...smoothRound, nextRound]).effects).toEqual([
      { kind: 'start-execution', executionSeq: 2, round: 2, resumeAt: 'registration' },
    ])
  })

  it('skip no level and end with Excellence', () => {
    const again = [nextRound, ...smoothRound.slice(2)]
    const four = [...smoothRound, ...again, ...again, ...again]
    expect(stateAfter(four).awards.map(({ level }) => level)).toEqual(definition.levels)
    expect(tryOn(stateAfter(four), { kind: 'start-round' })).toEqual({ kind: 'refused', reason: 'already' })
    expect(tryOn(stateAfter([register, confirm]), { kind: 'start-round' })).toEqual({
      kind: 'refused',
      reason: 'not-yet',
    })
  })
})

describe('the end of a journey', () => {
  it.each(['withdraw', 'close'] as const)('%s stops the execution, and nothing moves it again', (kind) => {
    const command: Command = kind === 'withdraw' ? { kind } : { kind, reason: pointer }
    const ended = lastEvent([...atCheck, command])
    expect(ended.effects[0]).toEqual({ kind: 'stop-execution', definition: definition.id, executionSeq: 1 })
    const { visit } = ended.state.position
    expect(tryOn(ended.state, command)).toEqual({ kind: 'refused', reason: 'already' })
    expect(tryOn(ended.state, { kind: 'accept', wait: 'foundation-check', visit })).toEqual({
      kind: 'refused',
      reason: 'ended',
    })
    expect(tryOn(ended.state, { kind: 'restart', executionSeq: 1 })).toEqual({
      kind: 'refused',
      reason: 'not-yet',
    })
    expect(answerFor(definition, ended.state, 'foundation-check')).toEqual({ kind: 'nothing' })
    const late: Command = { kind: 'open', wait: 'registration', executionSeq: 1, enteredAt: at }
    expect(tryOn(ended.state, late)).toEqual({ kind: 'refused', reason: 'superseded' })
  })

  it('keeps the awards of a journey that ends after one', () => {
    expect(stateAfter([...smoothRound, { kind: 'withdraw' }]).awards).toHaveLength(1)
    expect(lastEvent([...smoothRound, { kind: 'withdraw' }]).effects).toEqual([
      { kind: 'send-email', email: 'withdrawn', to: 'lead', about: {} },
    ])
  })
})

describe('people', () => {
  it('are invited once, taken off once, and at most twenty', () => {
    const invite = (person: string): Command => ({ kind: 'invite-colleague', person })
    const state = stateAfter([register, confirm, invite('ann')])
    expect(state.colleagues).toEqual(['ann'])
    expect(tryOn(state, invite('ann'))).toEqual({ kind: 'refused', reason: 'already' })
    expect(tryOn(state, invite('lead'))).toEqual({ kind: 'refused', reason: 'already' })
    expect(tryOn(state, { kind: 'remove-colleague', person: 'bob' })).toEqual({
      kind: 'refused',
      reason: 'already',
    })
    const many = Array.from({ length: 20 }, (_, at) => invite(`person-${at}`))
    expect(tryOn(stateAfter([register, confirm, ...many]), invite('one-more'))).toEqual({
      kind: 'refused',
      reason: 'not-yet',
    })
  })

  it('can take the lead over, also a colleague', () => {
    const state = stateAfter([
      register,
      confirm,
      { kind: 'invite-colleague', person: 'ann' },
      { kind: 'change-lead', lead: 'ann' },
    ])
    expect(state).toMatchObject({ lead: 'ann', colleagues: [] })
  })
})

describe('resending an email', () => {
  it('asks for it again as an effect of its own', () => {
    const again: Move = { kind: 'resend', email: 'step-opened', about: { step: 'raising-awareness' } }
    expect(lastEvent([register, confirm, again]).effects).toEqual([
      { kind: 'send-email', email: 'step-opened', to: 'lead', about: { step: 'raising-awareness' } },
    ])
  })
})

describe('any sequence of commands', () => {
  const waits = waitsOf(definition).map(({ id }) => id)
  const places = fc.constantFrom(...waits, 'issue-award', 'nowhere')
  const visit = fc.integer({ min: 1, max: 30 })
  const seq = fc.integer({ min: 0, max: 3 })
  const people = fc.constantFrom('chair', 'second', 'lead')
  const blind: fc.Arbitrary<Move> = fc.oneof(
    fc.constant(register),
    fc.constant(confirm),
    fc.record({
      kind: fc.constant('submit' as const),
      step: places,
      visit,
      submission: fc.constant(pointer),
    }),
    fc.record({
      kind: fc.constant('accept' as const),
      wait: places,
      visit,
      serial: fc.constant('K7Q2-9FXM'),
    }),
    fc.record({
      kind: fc.constant('return' as const),
      wait: places,
      visit,
      to: places,
      comment: fc.constant(pointer),
    }),
    fc.record({
      kind: fc.constant('open' as const),
      wait: places,
      executionSeq: seq,
      enteredAt: fc.constant(at),
    }),
    fc.record({ kind: fc.constant('award' as const), executionSeq: seq }),
    fc.constantFrom<Move>(
      { kind: 'pause' },
      { kind: 'continue' },
      { kind: 'start-round' },
      { kind: 'stop-reminders' },
    ),
    fc.record({ kind: fc.constant('remind' as const), visit, nth: fc.integer({ min: 1, max: 4 }) }),
    fc.record({ kind: fc.constant('invite-validator' as const), person: people, chair: fc.boolean() }),
    fc.record({
      kind: fc.constant('declare' as const),
      panelSize: fc.constant(3),
      person: people,
      visit,
      conflict: fc.boolean(),
    }),
    fc.record({
      kind: fc.constant('judge' as const),
      panelSize: fc.constant(3),
      person: people,
      visit,
      judgement: fc.constant(pointer),
    }),
    fc.record({ kind: fc.constant('restart' as const), executionSeq: seq }),
    fc.record({ kind: fc.constant('mark-failed' as const), executionSeq: seq }),
    fc.record({ kind: fc.constant('mark-unreachable' as const), panelSize: fc.constant(3), person: people }),
    fc.record({
      kind: fc.constant('mark-reachable' as const),
      person: people,
      because: fc.constant('asked' as const),
    }),
    fc.record({ kind: fc.constant('change-lead' as const), lead: people }),
  )
  const apt: fc.Arbitrary<Move> = fc.oneof(
    fc.constantFrom(confirm, open, pass, pass, pass, issue),
    fc.constantFrom(...judged),
    fc.constantFrom(conclude('awarded'), conclude('more-evidence'), conclude('not-yet')),
    fc.constantFrom(...stepsOf(definition)).map(({ id }) => returnTo(id)),
  )

  it('keeps to the order of the definition', () => {
    const sequences = () =>
      fc.assert(
        fc.property(fc.array(fc.oneof(blind, apt, apt, apt), { maxLength: 40 }), (moves) => {
          let state = stateAfter([register])
          moves.forEach((move, number) => {
            const command = typeof move === 'function' ? move(state) : move
            const before = state
            if (command.kind === 'conclude' && command.outcome.startsWith('awarded') && !command.serial)
              return
            const decision = decide(definition, state, command, {
              at: new Date(Date.parse(at) + number * 1e6).toISOString(),
              number: number + 2,
            })
            if (decision.kind === 'refused') return
            state = decision.state
            expectAllowed(before, command, state)
          })
        }),
        { numRuns: 20_000 },
      )
    expect(sequences).not.toThrow()
  }, 60_000)

  function expectAllowed(before: JourneyState, command: Command, after: JourneyState) {
    const open = waits.filter((id) => !(id in after.done))
    const { at } = after.position
    if (command.kind === 'start-round') return
    if (at === 'withdrawn' || at === 'closed') return
    const fits = waits.includes(at) ? at === open[0] : at === 'confirmation' || open.length === 0
    if (!fits) throw new Error(`${command.kind} led to ${at} while ${open[0]} is still to do`)
    if (after.awards.length > before.awards.length && before.position.at !== 'issue-award')
      throw new Error('an award without a decision')
    if (after.decided && !('validation' in after.done)) throw new Error('decided without validation')
    if ('validation' in after.done && !('validation' in before.done) && command.kind !== 'conclude')
      throw new Error('validated without a panel')
    if (after.execution.failedAt && after.execution.seq !== before.execution.seq)
      throw new Error('an execution failed before it began')
    const awaited = after.panel.filter(({ declared, judgement }) => declared !== 'conflict' && !judgement)
    if (awaited.some(({ person }) => isUnreachable(after, person)))
      throw new Error('a view is waited for from somebody whom no email reaches')
    if (isUnreachable(after, after.lead) && nextReminder(definition, after))
      throw new Error('a reminder that nobody would get')
    if (after.execution.seq < before.execution.seq) throw new Error('the number of executions fell')
    const newlyDone = Object.keys(after.done).filter((id) => !(id in before.done))
    if (newlyDone.some((id) => stepsBefore(definition, id).some((step) => !(step in after.done))))
      throw new Error(`${newlyDone} passed before its turn`)
  }
})

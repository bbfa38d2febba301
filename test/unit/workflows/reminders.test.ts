// Reminders: due after the step's days, in daytime in London, once each, and not while it is paused or waits for others.
import { describe, expect, it } from 'vitest'
import { dueAt, dueCommands } from '../../../workflows/due.ts'
import type { Command, JourneyState } from '../../../workflows/journey-state.ts'
import { decide } from '../../../workflows/progress.ts'
import { newest as definition } from '../../../workflows/released/index.ts'
import { inSendHours, nextReminder } from '../../../workflows/reminders.ts'
import { confirm, open, pass, register, stateAfter, toSecondStep } from '../../support/play.ts'

const atStep = stateAfter([...toSecondStep, open])
const days = (count: number, from = atStep.position.since) =>
  new Date(Date.parse(from) + count * 86_400_000).toISOString()
const remind = (state: JourneyState, nth: number): Command => ({
  kind: 'remind',
  visit: state.position.visit,
  nth,
})

describe('nextReminder', () => {
  it('comes after 14, 60 and 120 days, and then no more', () => {
    let state = atStep
    for (const [at, count] of [14, 60, 120].entries()) {
      expect(nextReminder(definition, state)).toEqual({ nth: at + 1, dueAt: days(count) })
      const early = decide(definition, state, remind(state, at + 1), { at: days(count - 1), number: 50 })
      expect(early).toEqual({ kind: 'refused', reason: 'not-yet' })
      const decision = decide(definition, state, remind(state, at + 1), { at: days(count), number: 50 })
      if (decision.kind === 'refused') throw new Error(decision.reason)
      expect(decision.effects).toMatchObject([
        { email: 'reminder', to: 'lead', about: { step: 'raising-awareness' } },
      ])
      const twice = decide(definition, decision.state, remind(decision.state, at + 1), {
        at: days(count),
        number: 51,
      })
      expect(twice).toEqual({ kind: 'refused', reason: 'already' })
      state = decision.state
    }
    expect(nextReminder(definition, state)).toBeUndefined()
  })

  it('does not come while it is paused, after it was stopped, at a check, or for an earlier visit', () => {
    expect(nextReminder(definition, stateAfter([register, confirm, open, { kind: 'pause' }]))).toBeUndefined()
    expect(
      nextReminder(definition, stateAfter([register, confirm, open, { kind: 'stop-reminders' }])),
    ).toBeUndefined()
    expect(nextReminder(definition, stateAfter([register, confirm, pass, pass, pass, open]))).toBeUndefined()
    const late = decide(definition, stateAfter([...toSecondStep, open, pass]), remind(atStep, 1), {
      at: days(99),
      number: 50,
    })
    expect(late).toEqual({ kind: 'refused', reason: 'stale' })
  })

  it('begins anew when a paused journey goes on', () => {
    const gone = stateAfter([register, confirm, open, { kind: 'pause' }, { kind: 'continue' }])
    expect(nextReminder(definition, gone)).toEqual({ nth: 1, dueAt: days(14, gone.position.since) })
  })
})

describe('inSendHours', () => {
  it.each([
    ['at noon', '2027-01-15T12:34:00.000Z', '2027-01-15T12:34:00.000Z'],
    ['at night', '2027-01-15T03:20:00.000Z', '2027-01-15T08:00:00.000Z'],
    ['in the evening', '2027-01-15T19:20:00.000Z', '2027-01-16T08:00:00.000Z'],
    ['in a summer evening, when London is ahead', '2027-07-15T17:30:00.000Z', '2027-07-16T07:00:00.000Z'],
    ['the night the clocks go forward', '2027-03-27T20:00:00.000Z', '2027-03-28T07:00:00.000Z'],
    ['the night the clocks go back', '2027-10-30T20:00:00.000Z', '2027-10-31T08:00:00.000Z'],
  ])('%s', (_, moment, sent) => {
    expect(inSendHours(new Date(moment)).toISOString()).toBe(sent)
  })
})

describe('what is due', () => {
  it('is the earliest of a reminder and a new execution, and nothing once the journey has ended', () => {
    expect(dueAt(definition, atStep)).toBe(days(14))
    expect(dueCommands(definition, atStep, days(13))).toEqual([])
    expect(dueCommands(definition, atStep, days(14))).toEqual([remind(atStep, 1)])
    const year = dueCommands(definition, atStep, days(331, atStep.execution.startedAt))
    expect(year.map(({ kind }) => kind)).toEqual(['restart', 'remind'])
    expect(dueAt(definition, stateAfter([register, confirm, open, { kind: 'withdraw' }]))).toBeUndefined()
  })
})

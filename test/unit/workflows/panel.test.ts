// The panel: who may judge, when the chair may decide, and what each outcome leads to.
import { describe, expect, it } from 'vitest'
import { readEvent } from '../../../workflows/journey-events.ts'
import type { Command, JourneyState, Outcome } from '../../../workflows/journey-state.ts'
import { decide } from '../../../workflows/progress.ts'
import { newest as definition } from '../../../workflows/released/index.ts'
import {
  conclude,
  judged,
  type Move,
  open,
  pass,
  play,
  pointer,
  stateAfter,
  toValidation,
} from '../../support/play.ts'

const at = '2027-09-01T12:00:00.000Z'
const tryOn = (state: JourneyState, move: Move) =>
  decide(definition, state, typeof move === 'function' ? move(state) : move, { at, number: 99 })
const refusal = (reason: string) => ({ kind: 'refused', reason })
const atValidation = stateAfter(toValidation)
const complete = stateAfter([...toValidation, ...judged])
const { visit } = atValidation.position
const invite = (person: string, chair = false): Command => ({ kind: 'invite-validator', person, chair })
const declare = (person: string, conflict: boolean): Command => ({
  kind: 'declare',
  person,
  visit,
  panelSize: 3,
  conflict,
})
const judge = (person: string): Command => ({
  kind: 'judge',
  person,
  visit,
  panelSize: 3,
  judgement: pointer,
})

describe('inviting', () => {
  it('takes nobody twice, and nobody who works on the journey', () => {
    const withColleague = { ...atValidation, colleagues: ['ann'] }
    expect(tryOn(stateAfter([...toValidation, invite('x')]), invite('x'))).toEqual(refusal('already'))
    expect(tryOn(withColleague, invite('ann'))).toEqual(refusal('unknown'))
    expect(tryOn(withColleague, invite('lead'))).toEqual(refusal('unknown'))
  })

  it('has one chair at a time', () => {
    const { panel } = stateAfter([...toValidation, invite('a', true), invite('b', true)])
    expect(panel.map(({ chair }) => chair)).toEqual([false, true])
  })

  it('waits for the validation', () => {
    expect(tryOn(stateAfter(toValidation.slice(0, 4)), invite('x'))).toEqual(refusal('not-yet'))
  })
})

describe('declaring', () => {
  it('comes before judging, and a conflict closes the case for good', () => {
    const invited = stateAfter([...toValidation, invite('x')])
    expect(tryOn(invited, judge('x'))).toEqual(refusal('not-yet'))
    const conflicted = stateAfter([...toValidation, invite('x'), declare('x', true)])
    expect(tryOn(conflicted, judge('x'))).toEqual(refusal('not-yet'))
    expect(tryOn(conflicted, declare('x', false))).toEqual(refusal('already'))
  })

  it('can turn into a conflict that is noticed late, which takes the judgement back', () => {
    const late = stateAfter([
      ...toValidation,
      invite('x'),
      declare('x', false),
      judge('x'),
      declare('x', true),
    ])
    expect(late.panel).toEqual([{ person: 'x', chair: false, declared: 'conflict', judgement: null }])
  })

  it('is for those on the panel alone', () => {
    expect(tryOn(atValidation, declare('stranger', false))).toEqual(refusal('unknown'))
    expect(tryOn(complete, judge('stranger'))).toEqual(refusal('unknown'))
  })
})

describe('concluding', () => {
  it.each([
    ['before everybody has judged', [...toValidation, ...judged.slice(0, -1)]],
    ['with too few', [...toValidation, invite('chair', true), declare('chair', false), judge('chair')]],
    ['before anybody is invited', toValidation],
  ])('is refused %s', (_, moves) => {
    const state = stateAfter(moves)
    expect(tryOn(state, conclude('awarded'))).toMatchObject({ kind: 'refused' })
  })

  it('is the chair’s alone, and only of what was shown', () => {
    const decision = conclude('awarded')
    const command = (typeof decision === 'function' ? decision(complete) : decision) as Extract<
      Command,
      { kind: 'conclude' }
    >
    expect(tryOn(complete, { ...command, person: 'second' })).toEqual(refusal('unknown'))
    expect(tryOn(complete, { ...command, visit: 1 })).toEqual(refusal('stale'))
  })

  it('does not wait for somebody with a conflict, if the others are enough', () => {
    const four = [...toValidation, ...judged, invite('late'), declare('late', true)]
    expect(tryOn(stateAfter(four), conclude('awarded'))).toMatchObject({ kind: 'accepted' })
  })

  it('works with a panel of one', () => {
    const one = stateAfter([...toValidation, invite('chair', true), declare('chair', false), judge('chair')])
    const decision = conclude('awarded') as (state: JourneyState) => Command
    expect(tryOn(one, { ...decision(one), panelSize: 1 } as Command)).toMatchObject({ kind: 'accepted' })
  })

  it.each([
    ['awarded', 'issue-award', ['resume']],
    ['awarded-with-actions', 'issue-award', ['resume', 'award-actions']],
    ['more-evidence', 'demonstrate-and-celebrate', ['resume', 'more-evidence']],
    ['not-yet', 'positive-action', ['resume', 'not-yet']],
  ] as const)('%s leads to %s', (outcome: Outcome, to, asked) => {
    const decision = tryOn(complete, conclude(outcome))
    if (decision.kind === 'refused') throw new Error(decision.reason)
    expect(decision.state.position.at).toBe(to)
    expect(
      decision.effects.map((effect) => (effect.kind === 'send-email' ? effect.email : effect.kind)),
    ).toEqual(asked)
  })

  it('can ask for more evidence of any step, and then everybody looks again', () => {
    const again = [...toValidation, ...judged, conclude('more-evidence', 'reflective-transparency')]
    expect(stateAfter(again).position.at).toBe('reflective-transparency')
    const back = stateAfter([...again, open, pass])
    expect(back.position.at).toBe('validation')
    expect(
      back.panel.every(({ declared, judgement }) => declared === 'no-conflict' && judgement === null),
    ).toBe(true)
    expect(tryOn(complete, conclude('more-evidence', 'foundation-check'))).toEqual(refusal('unknown'))
  })

  it('after "not yet" waits for both last steps again, since the last one asks for validation', () => {
    const again = [...toValidation, ...judged, conclude('not-yet'), open, pass]
    expect(stateAfter(again).position.at).toBe('demonstrate-and-celebrate')
    expect(stateAfter([...again, open, pass]).position.at).toBe('validation')
  })

  it('tells the chair once, when the last one has judged', () => {
    const sent = play([...toValidation, ...judged])
      .map(readEvent)
      .flatMap(({ effects }) => effects)
    expect(
      sent.filter((effect) => effect.kind === 'send-email' && effect.email === 'panel-complete'),
    ).toEqual([{ kind: 'send-email', email: 'panel-complete', to: 'chair', about: {} }])
  })
})

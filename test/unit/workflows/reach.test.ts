// Whom no email reaches: the lead, a colleague, a validator; and what ends it.
import { describe, expect, it } from 'vitest'
import type { Command, JourneyState } from '../../../workflows/journey-state.ts'
import { decide } from '../../../workflows/progress.ts'
import { lostValidators } from '../../../workflows/reach.ts'
import { newest as definition } from '../../../workflows/released/index.ts'
import { nextReminder } from '../../../workflows/reminders.ts'
import {
  conclude,
  confirm,
  judged,
  type Move,
  open,
  pass,
  play,
  register,
  smoothRound,
  stateAfter,
  toValidation,
} from '../../support/play.ts'

const at = '2027-06-01T12:00:00.000Z'
const lose = (person: string): Command => ({ kind: 'mark-unreachable', person, panelSize: 3 })
const reach = (person: string): Command => ({ kind: 'mark-reachable', person, because: 'works' })
const helper = (person: string): Move => ({ kind: 'invite-colleague', person })
const tryOn = (state: JourneyState, command: Command) =>
  decide(definition, state, command, { at, number: 99 })
const after = (state: JourneyState, command: Command) => {
  const decision = tryOn(state, command)
  if (decision.kind === 'refused') throw new Error(decision.reason)
  return decision
}
const emailsOf = (state: JourneyState, command: Command) =>
  after(state, command).effects.flatMap((effect) =>
    effect.kind === 'send-email' ? [[effect.email, effect.to]] : [],
  )

describe('the lead', () => {
  const state = stateAfter([register, confirm, open, helper('ann'), helper('bob')])

  it('is marked once, and the colleagues whom we reach are told once', () => {
    expect(emailsOf(state, lose('lead'))).toEqual([
      ['lead-unreachable', 'ann'],
      ['lead-unreachable', 'bob'],
    ])
    const marked = after(state, lose('lead')).state
    expect(marked.unreachable).toEqual({ lead: at })
    expect(tryOn(marked, lose('lead'))).toEqual({ kind: 'refused', reason: 'already' })
    expect(emailsOf(after(state, lose('ann')).state, lose('lead'))).toEqual([['lead-unreachable', 'bob']])
  })

  it('gets no reminders meanwhile, and the time does not count', () => {
    const marked = after(state, lose('lead')).state
    expect(nextReminder(definition, marked)).toBeUndefined()
    expect(tryOn(marked, { kind: 'remind', visit: marked.position.visit, nth: 1 })).toEqual({
      kind: 'refused',
      reason: 'not-yet',
    })
    const reached = after(marked, reach('lead')).state
    expect(reached.unreachable).toEqual({})
    expect(reached.position).toMatchObject({ since: at, reminded: 0, visit: state.position.visit })
    expect(nextReminder(definition, reached)?.dueAt).toBe('2027-06-15T12:00:00.000Z')
    expect(tryOn(reached, reach('lead'))).toEqual({ kind: 'refused', reason: 'already' })
  })

  it('does not make a check look as if it had just come', () => {
    const check = stateAfter([register, confirm, pass, pass, pass, open])
    const reached = after(after(check, lose('lead')).state, reach('lead')).state
    expect(reached.position).toEqual(check.position)
  })

  it('can still do everything; another lead is reached, and reminded anew', () => {
    const marked = after(state, lose('lead')).state
    const { at: step, visit } = marked.position
    const submission = { id: 'x', hash: 'y' }
    expect(tryOn(marked, { kind: 'submit', step, visit, submission }).kind).toBe('accepted')
    const changed = after(marked, { kind: 'change-lead', lead: 'new' }).state
    expect(changed).toMatchObject({ lead: 'new', unreachable: {}, position: { since: at, reminded: 0 } })
    expect(nextReminder(definition, changed)).toBeDefined()
  })

  it('that leaves without having been lost changes no clock; a lost colleague who takes over stays lost', () => {
    expect(after(state, { kind: 'change-lead', lead: 'new' }).state.position).toEqual(state.position)
    const lost = after(state, lose('ann')).state
    const led = after(lost, { kind: 'change-lead', lead: 'ann' }).state
    expect(led.unreachable).toEqual({ ann: at })
    expect(nextReminder(definition, led)).toBeUndefined()
  })
})

describe('a mark', () => {
  it('is refused for a stranger, before the address is confirmed, and once the journey has ended', () => {
    const confirmed = stateAfter([register, confirm])
    expect(tryOn(confirmed, lose('somebody'))).toEqual({ kind: 'refused', reason: 'unknown' })
    expect(tryOn(stateAfter([register]), lose('lead'))).toEqual({ kind: 'refused', reason: 'unconfirmed' })
    const ended = after(confirmed, { kind: 'withdraw' }).state
    expect(tryOn(ended, lose('lead'))).toEqual({ kind: 'refused', reason: 'ended' })
  })

  it('of a colleague tells nobody, and goes with them', () => {
    const state = stateAfter([register, confirm, helper('ann')])
    expect(after(state, lose('ann')).effects).toEqual([])
    const marked = after(state, lose('ann')).state
    expect(marked.unreachable).toEqual({ ann: at })
    expect(after(marked, { kind: 'remove-colleague', person: 'ann' }).state.unreachable).toEqual({})
  })
})

describe('a validator', () => {
  const panel = stateAfter([...toValidation, ...judged.slice(0, 3)])

  it('who has not judged is taken off, and can be asked again', () => {
    const { state, effects } = after(panel, lose('second'))
    expect(state.panel.map(({ person }) => person)).toEqual(['chair', 'third'])
    expect(lostValidators(state)).toEqual(['second'])
    expect(effects).toEqual([])
    const again = after(state, { kind: 'invite-validator', person: 'second', chair: false }).state
    expect([again.panel.length, again.unreachable]).toEqual([3, {}])
  })

  it('leaves a panel that is complete without them, and its chair is told', () => {
    const four = stateAfter([
      ...toValidation,
      ...judged,
      { kind: 'invite-validator', person: 'fourth', chair: false },
    ])
    expect(emailsOf(four, lose('fourth'))).toEqual([['panel-complete', 'chair']])
  })

  it('who has judged, or has a conflict, stays; nobody counts them as lost', () => {
    const complete = stateAfter([...toValidation, ...judged])
    const { state, effects } = after(complete, lose('second'))
    expect([state.panel, effects]).toEqual([complete.panel, []])
    expect(lostValidators(state)).toEqual([])
    expect(
      after(state, { kind: 'remove-validator', person: 'second', panelSize: 3 }).state.unreachable,
    ).toEqual({})
    const { visit } = panel.position
    const conflicted = after(panel, {
      kind: 'declare',
      person: 'third',
      visit,
      panelSize: 3,
      conflict: true,
    }).state
    expect(after(conflicted, lose('third')).state.panel).toHaveLength(3)
  })

  it('who cannot be asked to look again is not on the panel that does', () => {
    const complete = after(stateAfter([...toValidation, ...judged]), lose('second')).state
    const more = conclude('more-evidence') as (state: JourneyState) => Command
    const reopened = after(complete, more(complete)).state
    expect(reopened.panel.map(({ person }) => person)).toEqual(['chair', 'third'])
    expect(lostValidators(reopened)).toEqual(['second'])
  })

  it('of an earlier round is forgotten by the next, a lost lead is not', () => {
    const over = stateAfter(smoothRound)
    const lost = after(after(over, lose('second')).state, lose('lead')).state
    const next = after(lost, { kind: 'start-round' }).state
    expect(next.unreachable).toEqual({ lead: at })
  })
})

it('events from before anybody could be marked read as if everybody were reached', () => {
  expect(play([register, confirm]).at(-1)!.body).not.toContain('unreachable')
})

// The signature under the commitment in the core: who can be asked, what is signed, and how long it counts.
import { describe, expect, it } from 'vitest'
import type { Command, JourneyState } from '../../../workflows/journey-state.ts'
import { waitsOf } from '../../../workflows/model.ts'
import { decide } from '../../../workflows/progress.ts'
import { newest as definition, definitionOf } from '../../../workflows/released/index.ts'
import { signatureOf, signatureStatus, signatureStep } from '../../../workflows/signature.ts'
import {
  conclude,
  confirm,
  issue,
  judged,
  type Move,
  open,
  pass,
  register,
  stateAfter,
} from '../../support/play.ts'

const document = { id: 'ROUND#1#commitment#0123456789abcdef', hash: 'a'.repeat(64) }
const other = { id: 'ROUND#1#commitment#fedcba9876543210', hash: 'b'.repeat(64) }
const because = { id: 'ROUND#1#declined#0123456789abcdef', hash: 'c'.repeat(64) }
const ask: Command = { kind: 'ask-for-signature', person: 'ines', document }
const askAgain: Command = {
  kind: 'ask-for-signature',
  person: 'ines',
  document: other,
  instead: document.hash,
}
const sign: Command = { kind: 'sign', person: 'ines', shown: document.hash }
const decline: Command = { kind: 'decline-to-sign', person: 'ines', shown: document.hash, because }
const lose: Command = { kind: 'mark-unreachable', person: 'ines', panelSize: 3 }
const submit =
  (more: Partial<Extract<Command, { kind: 'submit' }>>): Move =>
  ({ position: { at, visit } }) => ({ kind: 'submit', step: at, visit, submission: document, ...more })
const begun: readonly Move[] = [register, confirm]
/** Everything but the validation. */
const toPanel: readonly Move[] = [
  ...waitsOf(definition)
    .slice(0, -1)
    .flatMap(() => [open, pass]),
  open,
]
const atStep3: readonly Move[] = [...begun, open, pass, open, pass, open]

function after(moves: readonly Move[], command: Command | Move) {
  const state = stateAfter(moves)
  const given = typeof command === 'function' ? command(state) : command
  return decide(definition, state, given, { at: '2027-03-01T09:00:00.000Z', number: 99 })
}
const refusalOf = (moves: readonly Move[], command: Command | Move) => {
  const decision = after(moves, command)
  return decision.kind === 'refused' ? decision.reason : decision.kind
}

describe('asking', () => {
  it('is possible from the confirmation on, before the step’s turn, and writes to that person alone', () => {
    const decision = after(begun, ask)
    expect(decision).toMatchObject({
      kind: 'accepted',
      state: { signature: { person: 'ines', document, round: 1 } },
      effects: [{ email: 'signature-asked', to: 'ines', about: { commitment: document.id } }],
    })
  })

  it.each<[string, readonly Move[], Command, string]>([
    ['before the address is confirmed', [register], ask, 'unconfirmed'],
    ['of the lead', begun, { ...ask, person: 'lead' } as Command, 'unknown'],
    ['when the journey has ended', [...begun, { kind: 'withdraw' }], ask, 'ended'],
    ['when the step is handed in', [...atStep3, pass], ask, 'already'],
    ['twice from the same page', [...begun, ask], ask, 'already'],
    ['twice again from the same page', [...begun, ask, askAgain], askAgain, 'already'],
  ])('is refused %s', (_, moves, command, reason) => {
    expect(refusalOf(moves, command)).toBe(reason)
  })

  it('takes the place of the request before, and the mark of whom no email reached', () => {
    const { signature, unreachable } = stateAfter([...begun, ask, lose, askAgain])
    expect(signature).toMatchObject({ document: other })
    expect(signature).not.toHaveProperty('signedAt')
    expect(unreachable).toEqual({})
  })

  it('is nothing for a definition without a signature', () => {
    const old = definitionOf('c0681ed4a2')
    expect([signatureStep(old), signatureStep(definition)]).toEqual([undefined, 'commitment-and-pledge'])
    const moment = { at: '2027-03-01T09:00:00.000Z', number: 99 }
    expect(decide(old, stateAfter(begun), ask, moment)).toMatchObject({ reason: 'unknown' })
  })
})

describe('signing', () => {
  it.each<[string, readonly Move[], Command, string]>([
    ['by somebody else', [...begun, ask], { ...sign, person: 'lead' } as Command, 'unknown'],
    ['when nobody was asked', begun, sign, 'unknown'],
    ['under other words', [...begun, ask, askAgain], sign, 'stale'],
    ['twice', [...begun, ask, sign], sign, 'already'],
    ['after a no', [...begun, ask, decline], sign, 'already'],
    ['when it has ended', [...begun, ask, { kind: 'withdraw' }], sign, 'ended'],
    ['when the step is handed in without it', [...atStep3, ask, pass], sign, 'stale'],
  ])('is refused %s', (_, moves, command, reason) => {
    expect(refusalOf(moves, command)).toBe(reason)
    const no = { ...decline, person: (command as { person: string }).person } as Command
    expect(refusalOf(moves, no)).toBe(reason)
  })

  it('stays possible for whom no email reaches, and while it is paused', () => {
    expect(refusalOf([...begun, ask, lose, { kind: 'pause' }], sign)).toBe('accepted')
  })

  it('is asked anew when who was asked becomes the lead; who had signed before has signed', () => {
    const lead: Command = { kind: 'change-lead', lead: 'ines' }
    expect(stateAfter([...begun, ask, lead])).not.toHaveProperty('signature')
    expect(stateAfter([...begun, ask, sign, lead]).signature).toHaveProperty('signedAt')
    const decision = after([...begun, ask, { kind: 'change-lead', lead: 'new' }], sign)
    expect(decision).toMatchObject({ effects: [{ to: 'ines' }, { to: 'new' }] })
  })
})

describe('handing the step in', () => {
  it.each<[string, readonly Move[], string]>([
    ['nobody has signed', [...atStep3, ask], 'stale'],
    ['they signed what was asked before', [...atStep3, ask, sign, askAgain], 'stale'],
    ['they have signed', [...atStep3, ask, sign], 'accepted'],
  ])('when %s', (_, moves, outcome) => {
    expect(refusalOf(moves, submit({ signed: document.hash }))).toBe(outcome)
  })

  it('notes what was signed on paper, in the place of a request, with one copy to each', () => {
    const signedOnPaper = { person: 'ali', document: other }
    const decision = after([...atStep3, ask], submit({ signedOnPaper }))
    expect(decision).toMatchObject({
      state: { signature: { person: 'ali', document: other, onPaper: true } },
      effects: [{ kind: 'resume' }, { to: 'ali' }, { to: 'lead' }],
    })
    const own = after(atStep3, submit({ signedOnPaper: { person: 'lead', document: other } }))
    expect(own).toMatchObject({ effects: [{ kind: 'resume' }, { to: 'lead' }] })
  })
})

describe('another round', () => {
  const next: readonly Move[] = [
    ...begun,
    ask,
    sign,
    ...toPanel,
    ...judged,
    conclude('awarded'),
    issue,
    { kind: 'start-round' },
  ]
  it('needs a signature of its own, and still shows what was signed', () => {
    const state = stateAfter(next)
    expect(state).toMatchObject({ round: 2, signature: { round: 1, signedAt: expect.any(String) } })
    expect(signatureOf(state)).toBe(undefined)
    expect(stateAfter([...next, askAgain]).signature).toMatchObject({ round: 2, document: other })
  })
})

describe('whoever signs', () => {
  it('is not on the panel', () => {
    const invite: Command = { kind: 'invite-validator', person: 'ines', chair: false }
    expect(refusalOf([...begun, ...toPanel], invite)).toBe('accepted')
    expect(refusalOf([...begun, ask, sign, ...toPanel], invite)).toBe('unknown')
  })
})

it('stands as the table says', () => {
  const state = (...moves: Command[]): JourneyState => stateAfter([...begun, ...moves])
  const now = { complete: true, way: 'emailed-link', hasCopy: false, isSame: true }
  const cases: [JourneyState, Partial<typeof now>][] = [
    [state(ask, sign), { complete: false }],
    [state(), { way: 'lead-signs' }],
    [state(), { way: 'signed-copy' }],
    [state(), { way: 'signed-copy', hasCopy: true }],
    [state(), {}],
    [state(ask), {}],
    [state(ask, lose), {}],
    [state(ask, decline), {}],
    [state(ask, sign), {}],
    [state(ask, sign), { isSame: false }],
    [state(ask, sign, lose), {}],
  ]
  expect(cases.map(([each, change]) => signatureStatus(each, { ...now, ...change }))).toEqual([
    'unfinished',
    'lead-signs',
    'copy-missing',
    'on-paper',
    'not-asked',
    'waiting',
    'unreachable',
    'declined',
    'signed',
    'changed',
    'signed',
  ])
})

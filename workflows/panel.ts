// The validation: who may look at a case, when a panel is complete, and what its chair's decision leads to (domain.md 6.5 to 6.8).
import { createHash } from 'node:crypto'
import type { Effect } from './effects.ts'
import type { Decision, JourneyState, Moment, Of, Outcome, Validator } from './journey-state.ts'
import { type JourneyDefinition, stepsOf } from './model.ts'
import {
  accepted,
  email,
  isUnreachable,
  moveOn,
  refused,
  refuseUnlessHere,
  reopen,
  resume,
  withoutMark,
} from './moves.ts'

export const outcomes: readonly Outcome[] = ['awarded', 'awarded-with-actions', 'more-evidence', 'not-yet']

/** Nobody has so many; it keeps the state small. */
const largestPanel = 9

export function inviteValidator(
  definition: JourneyDefinition,
  state: JourneyState,
  { person, chair }: Of<'invite-validator'>,
): Decision {
  const refusal = refuseUnlessHere(definition, state, 'validation', state.position.visit, ['validation'])
  if (refusal) return refusal
  if (state.panel.some((each) => each.person === person)) return refused('already')
  if (state.panel.length >= largestPanel) return refused('not-yet')
  // Somebody who works on the journey cannot judge it (domain.md 6.8).
  if ([state.lead, ...state.colleagues, state.signature?.person].includes(person)) return refused('unknown')
  const others = chair ? state.panel.map((each) => ({ ...each, chair: false })) : state.panel
  const invited: Validator = { person, chair, declared: null, judgement: null }
  const panel = [...others, invited]
  return accepted({ ...withoutMark(state, person), panel }, email('validator-invited', person))
}

/** Takes somebody off who cannot or does not answer; what they judged stays on record and no longer counts. */
export function removeValidator(
  definition: JourneyDefinition,
  state: JourneyState,
  { person, panelSize }: Of<'remove-validator'>,
): Decision {
  const refusal = refuseUnlessHere(definition, state, 'validation', state.position.visit, ['validation'])
  if (refusal) return refusal
  if (!memberOf(state, person)) return refused('already')
  const removed = withoutMember(withoutMark(state, person), person)
  return accepted(removed, ...tellChair(state, removed, panelSize))
}

/** A conflict is final: it closes the case to that person. */
export function declare(
  definition: JourneyDefinition,
  state: JourneyState,
  { person, visit, panelSize, conflict }: Of<'declare'>,
): Decision {
  const refusal = refuseUnlessMember(definition, state, person, visit)
  if (refusal) return refusal
  const { declared } = memberOf(state, person)!
  if (declared === 'conflict' || (declared === 'no-conflict' && !conflict)) return refused('already')
  const changed = changeMember(state, person, {
    declared: conflict ? 'conflict' : 'no-conflict',
    judgement: null,
  })
  return accepted(changed, ...tellChair(state, changed, panelSize))
}

/** Until the decision a judgement can be replaced; each one stays on record. */
export function judge(
  definition: JourneyDefinition,
  state: JourneyState,
  { person, visit, panelSize, judgement }: Of<'judge'>,
): Decision {
  const refusal = refuseUnlessMember(definition, state, person, visit)
  if (refusal) return refusal
  if (memberOf(state, person)!.declared !== 'no-conflict') return refused('not-yet')
  const judged = changeMember(state, person, { judgement })
  return accepted(judged, ...tellChair(state, judged, panelSize))
}

/** The chair ends the validation, once everybody without a conflict has judged and they are enough. */
export function conclude(
  definition: JourneyDefinition,
  state: JourneyState,
  command: Of<'conclude'>,
  moment: Moment,
): Decision {
  const refusal = refuseUnlessMember(definition, state, command.person, command.visit)
  if (refusal) return refusal
  if (!memberOf(state, command.person)!.chair) return refused('unknown')
  if (!isComplete(state, command.panelSize)) return refused('not-yet')
  if (command.shown !== undefined && command.shown !== judgementsOf(state)) return refused('stale')
  const { outcome, reasons, serial } = command
  if (outcome === 'awarded' || outcome === 'awarded-with-actions') {
    if (!serial) throw new Error('An award cannot be decided without a serial')
    const done = { ...state.done, validation: moment.at }
    const decided = { ...state, done, decided: { serial, at: moment.at, reasons: reasons.id } }
    const actions =
      outcome === 'awarded-with-actions' ? [email('award-actions', state.lead, { comment: reasons.id })] : []
    return accepted(moveOn(definition, decided, moment), resume(state, 'validation'), ...actions)
  }
  const steps = stepsOf(definition).map(({ id }) => id)
  // "Not yet" leaves the round open where action is taken; more evidence can be asked of any step, by default the last.
  const to = outcome === 'not-yet' ? steps.at(-2)! : (command.to ?? steps.at(-1)!)
  if (!steps.includes(to)) return refused('unknown')
  // Who cannot be asked to look again is not on the panel that does.
  const asked = state.panel.filter(({ person }) => !isUnreachable(state, person))
  // The last step asks for validation: after "not yet" it is handed in again when they are ready, and not by itself.
  const { [steps.at(-1)!]: _, ...withoutRequest } = state.done
  const done = outcome === 'not-yet' ? withoutRequest : state.done
  const judgedAnew = { ...state, done, panel: asked.map((each) => ({ ...each, judgement: null })) }
  return accepted(
    reopen(definition, judgedAnew, { to, comment: reasons }, moment),
    resume(state, 'validation'),
    email(outcome, state.lead, { step: to, comment: reasons.id }),
  )
}

/** The chair can decide now, and could not before. */
export function tellChair(before: JourneyState, after: JourneyState, panelSize: number): readonly Effect[] {
  if (isComplete(before, panelSize) || !isComplete(after, panelSize)) return []
  return [
    email(
      'panel-complete',
      after.panel.find(({ chair, declared }) => chair && declared !== 'conflict')!.person,
    ),
  ]
}

/** Names who judged, and what, as one hash: a decision on anything else is stale. */
export function judgementsOf({ panel }: JourneyState): string {
  const judged = panel.map(({ person, judgement }) => [person, judgement?.hash ?? null])
  return createHash('sha256').update(JSON.stringify(judged)).digest('hex')
}

export function memberOf(state: JourneyState, person: string): Validator | undefined {
  return state.panel.find((each) => each.person === person)
}

/** Enough of them have judged, everybody without a conflict has, and there is a chair among them. */
export function isComplete(state: JourneyState, panelSize: number): boolean {
  const judging = state.panel.filter(({ declared }) => declared !== 'conflict')
  return judging.length >= panelSize && allHaveJudged(state) && judging.some(({ chair }) => chair)
}

function allHaveJudged({ panel }: JourneyState): boolean {
  const judging = panel.filter(({ declared }) => declared !== 'conflict')
  return judging.length > 0 && judging.every(({ judgement }) => judgement !== null)
}

function refuseUnlessMember(
  definition: JourneyDefinition,
  state: JourneyState,
  person: string,
  visit: number,
): Decision | undefined {
  const refusal = refuseUnlessHere(definition, state, 'validation', visit, ['validation'])
  return refusal ?? (memberOf(state, person) ? undefined : refused('unknown'))
}

export function withoutMember(state: JourneyState, person: string): JourneyState {
  return { ...state, panel: state.panel.filter((each) => each.person !== person) }
}

function changeMember(state: JourneyState, person: string, change: Partial<Validator>): JourneyState {
  return {
    ...state,
    panel: state.panel.map((each) => (each.person === person ? { ...each, ...change } : each)),
  }
}

// Whom of a journey no email reaches any more, and what comes of it: for its lead, a colleague, a signatory, a validator.
import type { Decision, JourneyState, Moment, Of } from './journey-state.ts'
import type { JourneyDefinition } from './model.ts'
import { accepted, countAnew, email, hasEnded, isUnreachable, refused, withoutMark } from './moves.ts'
import { memberOf, tellChair, withoutMember } from './panel.ts'

/**
 * The colleagues are told of a lead: they are whom we can still ask. A validator who has not judged is taken off, so that
 * the team finds another; a judgement that was given stays.
 */
export function markUnreachable(
  state: JourneyState,
  { person, panelSize }: Of<'mark-unreachable'>,
  moment: Moment,
): Decision {
  if (hasEnded(state)) return refused('ended')
  if (state.position.at === 'confirmation') return refused('unconfirmed')
  if (isUnreachable(state, person)) return refused('already')
  const marked = { ...state, unreachable: { ...state.unreachable, [person]: moment.at } }
  if (person === state.lead) {
    const reachable = state.colleagues.filter((each) => !isUnreachable(state, each))
    return accepted(marked, ...reachable.map((each) => email('lead-unreachable', each)))
  }
  if ([...state.colleagues, state.signature?.person].includes(person)) return accepted(marked)
  const member = memberOf(state, person)
  if (!member) return refused('unknown')
  if (member.judgement || member.declared === 'conflict') return accepted(marked)
  const without = withoutMember(marked, person)
  return accepted(without, ...tellChair(state, without, panelSize))
}

export function markReachable(
  definition: JourneyDefinition,
  state: JourneyState,
  { person }: Of<'mark-reachable'>,
  moment: Moment,
): Decision {
  if (!isUnreachable(state, person)) return refused('already')
  const reached = withoutMark(state, person)
  return accepted(person === state.lead ? countAnew(definition, reached, moment) : reached)
}

/** Validators who were taken off the panel because no email reaches them, in the order in which that was found. */
export function lostValidators(state: JourneyState): readonly string[] {
  const here = [
    state.lead,
    ...state.colleagues,
    state.signature?.person,
    ...state.panel.map(({ person }) => person),
  ]
  return Object.keys(state.unreachable ?? {}).filter((person) => !here.includes(person))
}

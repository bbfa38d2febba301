// Where an organisation is, and the only place where that changes: (definition, state, command, moment) → new state and effects, or a refusal.
import { asksInVain } from './applicant.ts'
import { award, markFailed, moveDefinition, open, restart } from './execution.ts'
import type { Command, Decision, JourneyState, Moment, Of } from './journey-state.ts'
import { type JourneyDefinition, waitsOf } from './model.ts'
import {
  accepted,
  countAnew,
  email,
  hasEnded,
  here,
  isUnreachable,
  moveOn,
  refused,
  refuseUnlessHere,
  reopen,
  resume,
  startAnew,
  stepsBefore,
  stopExecution,
  withoutMark,
} from './moves.ts'
import { conclude, declare, inviteValidator, judge, memberOf, removeValidator } from './panel.ts'
import { lostValidators, markReachable, markUnreachable } from './reach.ts'
import { nextReminder } from './reminders.ts'
import {
  askForSignature,
  declineToSign,
  isSigned,
  sign,
  signedOnPaper,
  withoutOwnRequest,
} from './signature.ts'

const mostColleagues = 20

/** The commands that are decided with the newest definition instead of the journey's own. */
export const beginsWithNewest: readonly Command['kind'][] = ['register', 'start-round', 'move-definition']

/** `definition` is the journey's own, or the newest for a command that begins with it: see `beginsWithNewest`. */
export function decide(
  definition: JourneyDefinition,
  state: JourneyState | undefined,
  command: Command,
  moment: Moment,
): Decision {
  if (command.kind === 'register') return register(definition, state, command, moment)
  if (!state) return refused('unknown')
  switch (command.kind) {
    case 'confirm-address':
      return confirmAddress(definition, state, moment)
    case 'submit':
      return submit(definition, state, command, moment)
    case 'accept':
      return accept(definition, state, command, moment)
    case 'return':
      return returnStep(definition, state, command, moment)
    case 'invite-colleague':
      return inviteColleague(state, command)
    case 'remove-colleague':
      return removeColleague(state, command)
    case 'change-lead':
      return changeLead(definition, state, command, moment)
    case 'mark-unreachable':
      return markUnreachable(state, command, moment)
    case 'mark-reachable':
      return markReachable(definition, state, command, moment)
    case 'pause':
      return pause(state, moment)
    case 'continue':
      return goOn(definition, state, moment)
    case 'withdraw':
      return end(state, 'withdrawn', moment)
    case 'close':
      return end(state, 'closed', moment)
    case 'start-round':
      return startRound(definition, state, moment)
    case 'resend':
      return hasEnded(state)
        ? refused('ended')
        : accepted(state, email(command.email, state.lead, command.about))
    case 'remind':
      return remind(definition, state, command, moment)
    case 'stop-reminders':
      return state.remindersStopped ? refused('already') : accepted({ ...state, remindersStopped: true })
    case 'ask-for-signature':
      return askForSignature(definition, state, command, moment)
    case 'sign':
      return sign(definition, state, command, moment)
    case 'decline-to-sign':
      return declineToSign(definition, state, command, moment)
    case 'invite-validator':
      return inviteValidator(definition, state, command)
    case 'remove-validator':
      return removeValidator(definition, state, command)
    case 'declare':
      return declare(definition, state, command)
    case 'judge':
      return judge(definition, state, command)
    case 'conclude':
      return conclude(definition, state, command, moment)
    case 'open':
      return open(definition, state, command)
    case 'award':
      return award(state, command, moment)
    case 'mark-failed':
      return markFailed(state, command, moment)
    case 'restart':
      return restart(state, command, moment)
    case 'move-definition':
      return moveDefinition(definition, state, moment)
  }
}

/**
 * Interest is registered; the step itself is handed in later, and begins with these answers. Until the address is confirmed it
 * can be sent again, and the newest counts: a person went back and corrected it.
 */
function register(
  definition: JourneyDefinition,
  state: JourneyState | undefined,
  command: Of<'register'>,
  moment: Moment,
): Decision {
  if (state && (state.position.at !== 'confirmation' || state.lead !== command.lead))
    return refused('already')
  const first = waitsOf(definition)[0]!.id
  return accepted({
    definition: definition.id,
    lead: command.lead,
    colleagues: [],
    round: 1,
    level: definition.levels[0]!,
    position: here('confirmation', moment),
    pausedAt: null,
    remindersStopped: false,
    execution: { seq: 0, startedAt: moment.at, opened: null },
    done: {},
    ...(command.individual && { individual: true as const }),
    submissions: { [first]: { ...command.submission, at: moment.at } },
    returned: null,
    panel: [],
    decided: null,
    awards: [],
  })
}

/**
 * The execution starts here and not at registration, so that a registration nobody confirms starts nothing. What comes first
 * is said by the acknowledgement, so it is not announced once more.
 */
function confirmAddress(definition: JourneyDefinition, state: JourneyState, moment: Moment): Decision {
  if (state.position.at !== 'confirmation') return refused('already')
  const first = waitsOf(definition)[0]!.id
  const moved = moveOn(definition, state, moment)
  const position = { ...moved.position, announced: moved.position.at === first }
  return accepted(
    { ...moved, position, execution: { seq: 1, startedAt: moment.at, opened: null } },
    { kind: 'start-execution', executionSeq: 1, round: state.round, resumeAt: first },
    email('acknowledgement', state.lead),
  )
}

/** Order binds the submission of steps (domain.md 6.3): only the step where the journey is can be handed in. */
function submit(
  definition: JourneyDefinition,
  state: JourneyState,
  command: Of<'submit'>,
  moment: Moment,
): Decision {
  const refusal = refuseUnlessHere(definition, state, command.step, command.visit, ['step'])
  if (refusal) return refusal
  const { individual, ...others } = state
  const isIndividual = command.individual ?? individual === true
  const { individualsValidated = true } = command
  if (asksInVain(definition, command.step, { individual: isIndividual, individualsValidated }))
    return refused('not-validated')
  if (command.signed !== undefined && !isSigned(state, command.signed)) return refused('stale')
  const onPaper = command.signedOnPaper && signedOnPaper(state, command.signedOnPaper, moment)
  const submissions = { ...state.submissions, [command.step]: { ...command.submission, at: moment.at } }
  const done = { ...state.done, [command.step]: moment.at }
  return accepted(
    moveOn(
      definition,
      {
        ...others,
        ...(isIndividual && { individual: true as const }),
        ...(onPaper && { signature: onPaper.signature }),
        submissions,
        done,
        returned: null,
      },
      moment,
    ),
    resume(state, command.step),
    ...(onPaper?.effects ?? []),
  )
}

/** The team is content with a phase. The validation is the panel's. */
function accept(
  definition: JourneyDefinition,
  state: JourneyState,
  command: Of<'accept'>,
  moment: Moment,
): Decision {
  const refusal = refuseUnlessHere(definition, state, command.wait, command.visit, ['check'])
  if (refusal) return refusal
  const done = { ...state.done, [command.wait]: moment.at }
  return accepted(moveOn(definition, { ...state, done }, moment), resume(state, command.wait))
}

/** One step is to be handed in again; those after it stay as they are, and the wait comes again when it is. */
function returnStep(
  definition: JourneyDefinition,
  state: JourneyState,
  command: Of<'return'>,
  moment: Moment,
): Decision {
  const refusal = refuseUnlessHere(definition, state, command.wait, command.visit, ['check'])
  if (refusal) return refusal
  const { to, comment } = command
  if (!stepsBefore(definition, command.wait).includes(to)) return refused('unknown')
  return accepted(
    reopen(definition, state, { to, comment }, moment),
    resume(state, command.wait),
    email('returned', state.lead, { step: to, comment: comment.id }),
  )
}

function inviteColleague(state: JourneyState, { person }: Of<'invite-colleague'>): Decision {
  if (hasEnded(state)) return refused('ended')
  if (state.position.at === 'confirmation') return refused('unconfirmed')
  if (person === state.lead || state.colleagues.includes(person)) return refused('already')
  if (memberOf(state, person)) return refused('unknown')
  if (state.colleagues.length >= mostColleagues) return refused('not-yet')
  return accepted({ ...state, colleagues: [...state.colleagues, person] }, email('colleague-invited', person))
}

function removeColleague(state: JourneyState, { person }: Of<'remove-colleague'>): Decision {
  if (!state.colleagues.includes(person)) return refused('already')
  const colleagues = state.colleagues.filter((each) => each !== person)
  return accepted({ ...withoutMark(state, person), colleagues })
}

/** The team has another contact (domain.md 6.12). The new lead is no colleague and no validator of the journey. */
function changeLead(
  definition: JourneyDefinition,
  state: JourneyState,
  { lead }: Of<'change-lead'>,
  moment: Moment,
): Decision {
  if (lead === state.lead) return refused('already')
  if (state.panel.some(({ person }) => person === lead)) return refused('unknown')
  const colleagues = state.colleagues.filter((each) => each !== lead)
  const changed = withoutOwnRequest({ ...withoutMark(state, state.lead), lead, colleagues })
  return accepted(isUnreachable(state, state.lead) ? countAnew(definition, changed, moment) : changed)
}

function pause(state: JourneyState, moment: Moment): Decision {
  if (hasEnded(state)) return refused('ended')
  return state.pausedAt ? refused('already') : accepted({ ...state, pausedAt: moment.at })
}

/** The time that it was paused does not count: reminders begin anew. */
function goOn(definition: JourneyDefinition, state: JourneyState, moment: Moment): Decision {
  if (!state.pausedAt) return refused('already')
  return accepted(countAnew(definition, { ...state, pausedAt: null }, moment))
}

function end(state: JourneyState, at: 'withdrawn' | 'closed', moment: Moment): Decision {
  if (hasEnded(state)) return refused('already')
  if (state.position.at === 'issue-award') return refused('not-yet')
  const running = state.execution.seq > 0 && state.position.at !== 'complete'
  return accepted(
    { ...state, position: here(at, moment) },
    ...(running ? [stopExecution(state)] : []),
    ...(at === 'withdrawn' ? [email('withdrawn', state.lead)] : []),
  )
}

/**
 * `definition` is the newest: a round begins with what is in force then. Answers are carried forward: what was handed in
 * stays, to be looked at and handed in again.
 */
function startRound(definition: JourneyDefinition, state: JourneyState, moment: Moment): Decision {
  if (hasEnded(state)) return refused('ended')
  if (state.position.at !== 'complete') return refused('not-yet')
  const level = definition.levels[definition.levels.indexOf(state.level) + 1]
  if (!level) return refused('already')
  const fresh = {
    round: state.round + 1,
    level,
    definition: definition.id,
    done: {},
    panel: [],
    remindersStopped: false,
  }
  const validators = [...lostValidators(state), ...state.panel.map(({ person }) => person)]
  const kept = validators.reduce(withoutMark, state)
  const begun = moveOn(definition, { ...kept, ...fresh }, moment)
  return startAnew(state, begun, moment, begun.position.at)
}

/** Reads the moment again: a reminder that is no longer due is refused, so that none comes late or twice. */
function remind(
  definition: JourneyDefinition,
  state: JourneyState,
  command: Of<'remind'>,
  moment: Moment,
): Decision {
  if (command.visit !== state.position.visit) return refused('stale')
  if (command.nth !== state.position.reminded + 1) return refused('already')
  const next = nextReminder(definition, state)
  if (!next || moment.at < next.dueAt) return refused('not-yet')
  return accepted(
    { ...state, position: { ...state.position, reminded: command.nth } },
    email('reminder', state.lead, { step: state.position.at, nth: command.nth }),
  )
}

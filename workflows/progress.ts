// Where an organisation is, and the only place where that changes: (definition, state, command, moment) → new state and effects, or a refusal.
import type { Effect } from './effects.ts'
import { type JourneyDefinition, type Wait, waitsOf } from './model.ts'

/** Points at a row that was written before; the hash is salted there, so it tells nothing once the row is gone. */
export interface Pointer {
  readonly id: string
  readonly hash: string
}

export type Command =
  | { readonly kind: 'register'; readonly lead: string; readonly submission: Pointer }
  | { readonly kind: 'confirm-address' }
  | { readonly kind: 'submit'; readonly step: string; readonly visit: number; readonly submission: Pointer }
  | { readonly kind: 'accept'; readonly wait: string; readonly visit: number; readonly serial?: string }
  | {
      readonly kind: 'return'
      readonly wait: string
      readonly visit: number
      readonly to: string
      readonly comment: Pointer
    }
  /** An execution came to a wait at this moment (ISO), and its token is stored. */
  | {
      readonly kind: 'open'
      readonly wait: string
      readonly executionSeq: number
      readonly enteredAt: string
    }
  /** An execution has come to its end and the award is recorded. */
  | { readonly kind: 'award'; readonly executionSeq: number }
  /** The execution was lost, or is stuck: begin a new one where the journey is. */
  | { readonly kind: 'restart'; readonly executionSeq: number }

export interface JourneyState {
  readonly definition: string
  /** The lead's person id. */
  readonly lead: string
  readonly round: number
  readonly level: string
  /**
   * Where the journey is: a wait, or `confirmation` before it, or `issue-award` and `complete` after.
   * `visit` is the number of the event that brought it here: what a page or an email about this visit names.
   */
  readonly position: {
    readonly at: string
    readonly visit: number
    readonly since: string
    readonly announced: boolean
  }
  /** The execution that follows the journey (0 = none was started yet), and the last wait that it reported. */
  readonly execution: {
    readonly seq: number
    readonly startedAt: string
    readonly opened: { readonly wait: string; readonly enteredAt: string } | null
  }
  /** When each wait was last passed; a wait that is not here is still to do. */
  readonly done: Readonly<Record<string, string>>
  readonly submissions: Readonly<Record<string, Pointer & { readonly at: string }>>
  /** What the team said when it last returned the step that is now open. */
  readonly returned: { readonly to: string; readonly comment: Pointer } | null
  /** The award that was decided and is being issued. */
  readonly decided: { readonly serial: string; readonly at: string } | null
  readonly awards: readonly { readonly level: string; readonly serial: string; readonly at: string }[]
}

/**
 * Why a command is not carried out: `unknown` = there is no such journey, wait or step; `unconfirmed` = the lead's address
 * is not confirmed; `already` = it has been done; `stale` = what was shown has changed since; `not-yet` = its turn has not
 * come; `superseded` = it comes from an execution that another one has replaced.
 */
export type RefusalReason = 'unknown' | 'unconfirmed' | 'already' | 'stale' | 'not-yet' | 'superseded'

export type Decision =
  | { readonly kind: 'accepted'; readonly state: JourneyState; readonly effects: readonly Effect[] }
  | { readonly kind: 'refused'; readonly reason: RefusalReason }

/** The moment of a decision: when (ISO, UTC), and the number that its event will have. */
export interface Moment {
  readonly at: string
  readonly number: number
}

/** How long an execution may be behind its journey before the sweep starts another, in milliseconds. */
export const behindAfterMs = 60 * 60 * 1000

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
    case 'open':
      return open(definition, state, command)
    case 'award':
      return award(state, command, moment)
    case 'restart':
      return restart(state, command, moment)
  }
}

/** Until the address is confirmed a registration can be sent again, and the newest counts: a person went back and corrected it. */
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
    round: 1,
    level: definition.levels[0]!,
    position: here('confirmation', moment),
    execution: { seq: 0, startedAt: moment.at, opened: null },
    done: { [first]: moment.at },
    submissions: { [first]: { ...command.submission, at: moment.at } },
    returned: null,
    decided: null,
    awards: [],
  })
}

/** The execution starts here and not at registration, so that a registration nobody confirms starts nothing. */
function confirmAddress(definition: JourneyDefinition, state: JourneyState, moment: Moment): Decision {
  if (state.position.at !== 'confirmation') return refused('already')
  return accepted(
    { ...moveOn(definition, state, moment), execution: { seq: 1, startedAt: moment.at, opened: null } },
    { kind: 'start-execution', executionSeq: 1, round: state.round, resumeAt: waitsOf(definition)[0]!.id },
    { kind: 'send-email', email: 'acknowledgement', to: state.lead, about: {} },
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
  const submissions = { ...state.submissions, [command.step]: { ...command.submission, at: moment.at } }
  const done = { ...state.done, [command.step]: moment.at }
  return accepted(
    moveOn(definition, { ...state, submissions, done, returned: null }, moment),
    resume(state, command.step),
  )
}

/** The team is content with a phase; for the last one the award is decided here, and its serial allotted. */
function accept(
  definition: JourneyDefinition,
  state: JourneyState,
  command: Of<'accept'>,
  moment: Moment,
): Decision {
  const refusal = refuseUnlessHere(definition, state, command.wait, command.visit, ['check', 'validation'])
  if (refusal) return refusal
  const decides = command.wait === 'validation'
  if (decides && !command.serial)
    throw new Error('The validation cannot be accepted without a serial for the award')
  const decided = decides ? { serial: command.serial!, at: moment.at } : state.decided
  const done = { ...state.done, [command.wait]: moment.at }
  return accepted(moveOn(definition, { ...state, done, decided }, moment), resume(state, command.wait))
}

/** One step is to be handed in again; those after it stay as they are, and the wait comes again when it is. */
function returnStep(
  definition: JourneyDefinition,
  state: JourneyState,
  command: Of<'return'>,
  moment: Moment,
): Decision {
  const refusal = refuseUnlessHere(definition, state, command.wait, command.visit, ['check', 'validation'])
  if (refusal) return refusal
  if (!stepsBefore(definition, command.wait).includes(command.to)) return refused('unknown')
  const { [command.to]: _, ...done } = state.done
  const moved = moveOn(
    definition,
    { ...state, done, returned: { to: command.to, comment: command.comment } },
    moment,
  )
  return accepted(
    { ...moved, position: { ...moved.position, announced: true } },
    resume(state, command.wait),
    {
      kind: 'send-email',
      email: 'returned',
      to: state.lead,
      about: { step: command.to, comment: command.comment.id },
    },
  )
}

/**
 * An execution waits here now. If the journey waits here too, the lead is told once a visit, so not again after a new
 * execution took over; if the journey has moved meanwhile, the execution is sent after it.
 */
function open(definition: JourneyDefinition, state: JourneyState, command: Of<'open'>): Decision {
  const wait = waitsOf(definition).find(({ id }) => id === command.wait)
  if (!wait) return refused('unknown')
  if (command.executionSeq !== state.execution.seq) return refused('superseded')
  const last = state.execution.opened
  if (last && last.enteredAt > command.enteredAt) return refused('already')
  const opened: JourneyState = {
    ...state,
    execution: { ...state.execution, opened: { wait: command.wait, enteredAt: command.enteredAt } },
  }
  if (state.position.at !== command.wait) return accepted(opened, resume(state, command.wait))
  // Only the very same entry is known already: a later one is noted, so that a report of an entry in between counts as late.
  const isKnown = last?.wait === command.wait && last.enteredAt === command.enteredAt
  if (isKnown && state.position.announced) return refused('already')
  return accepted(
    { ...opened, position: { ...state.position, announced: true } },
    ...(wait.kind === 'step' && !state.position.announced
      ? [{ kind: 'send-email', email: 'step-opened', to: state.lead, about: { step: wait.id } } as const]
      : []),
  )
}

function award(state: JourneyState, command: Of<'award'>, moment: Moment): Decision {
  if (state.position.at === 'complete') return refused('already')
  if (command.executionSeq !== state.execution.seq) return refused('superseded')
  if (state.position.at !== 'issue-award' || !state.decided) return refused('not-yet')
  const { serial } = state.decided
  return accepted(
    {
      ...state,
      position: here('complete', moment),
      decided: null,
      awards: [...state.awards, { level: state.level, serial, at: moment.at }],
    },
    { kind: 'send-email', email: 'award', to: state.lead, about: { serial } },
  )
}

function restart(state: JourneyState, command: Of<'restart'>, moment: Moment): Decision {
  if (command.executionSeq !== state.execution.seq) return refused('already')
  const since = behindSince(state)
  if (!since || Date.parse(moment.at) < Date.parse(since) + behindAfterMs) return refused('not-yet')
  const seq = state.execution.seq + 1
  return accepted(
    { ...state, execution: { seq, startedAt: moment.at, opened: null } },
    { kind: 'start-execution', executionSeq: seq, round: state.round, resumeAt: state.position.at },
    { kind: 'stop-execution', executionSeq: state.execution.seq },
  )
}

/** Since when (ISO) the execution has not come to where the journey is; undefined while it is there, or none is needed. */
export function behindSince(state: JourneyState): string | undefined {
  const { position, execution } = state
  if (execution.seq === 0 || position.at === 'complete' || position.at === execution.opened?.wait)
    return undefined
  return [position.since, execution.startedAt].toSorted().at(-1)
}

/**
 * What an execution that waits at `wait` has to be told: nothing while the journey waits there too; that it is done when
 * the journey has gone on; where to go when the journey went back. An execution passes through waits that are done.
 */
export function answerFor(
  definition: JourneyDefinition,
  state: JourneyState,
  wait: string,
): { kind: 'nothing' } | { kind: 'done' } | { kind: 'reopened'; resumeAt: string } {
  const order = waitsOf(definition).map(({ id }) => id)
  const [here, there] = [order.indexOf(wait), order.indexOf(state.position.at)]
  if (here === -1 || here === there) return { kind: 'nothing' }
  const passedAllWaits = there === -1
  return passedAllWaits || there > here ? { kind: 'done' } : { kind: 'reopened', resumeAt: state.position.at }
}

/** The steps that come before a wait: those that it can send back. */
export function stepsBefore(definition: JourneyDefinition, wait: string): readonly string[] {
  const waits = waitsOf(definition)
  const at = waits.findIndex(({ id }) => id === wait)
  return waits.slice(0, Math.max(at, 0)).flatMap((each) => (each.kind === 'step' ? [each.id] : []))
}

type Of<K extends Command['kind']> = Extract<Command, { kind: K }>

function accepted(state: JourneyState, ...effects: readonly Effect[]): Decision {
  return { kind: 'accepted', state, effects }
}

function refused(reason: RefusalReason): Decision {
  return { kind: 'refused', reason }
}

function resume(state: JourneyState, wait: string): Effect {
  return { kind: 'resume', executionSeq: state.execution.seq, wait }
}

function here(at: string, moment: Moment): JourneyState['position'] {
  return { at, visit: moment.number, since: moment.at, announced: false }
}

/** Moves to the first wait that is still to do, or to the award when all are done. */
function moveOn(definition: JourneyDefinition, state: JourneyState, moment: Moment): JourneyState {
  const next = waitsOf(definition).find(({ id }) => !Object.hasOwn(state.done, id))
  return { ...state, position: here(next?.id ?? 'issue-award', moment) }
}

function refuseUnlessHere(
  definition: JourneyDefinition,
  state: JourneyState,
  at: string,
  visit: number,
  kinds: readonly Wait['kind'][],
): Decision | undefined {
  const wait = waitsOf(definition).find(({ id }) => id === at)
  if (!wait || !kinds.includes(wait.kind)) return refused('unknown')
  if (state.position.at === 'confirmation') return refused('unconfirmed')
  if (state.position.at !== at) return refused(Object.hasOwn(state.done, at) ? 'already' : 'not-yet')
  if (state.position.visit !== visit) return refused('stale')
  return undefined
}

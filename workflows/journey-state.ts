// Where an organisation is, and what can be asked of it: the state, the commands, and what comes of them.
import type { Effect, EmailSubject, JourneyEmail } from './effects.ts'

/** Points at a row that was written before; the hash is salted there, so it tells nothing once the row is gone. */
export interface Pointer {
  readonly id: string
  readonly hash: string
}

/** What the panel's chair decides (domain.md 6.6). */
export type Outcome = 'awarded' | 'awarded-with-actions' | 'more-evidence' | 'not-yet'

/** Their address works again; or they asked for our emails. */
export type WhyReachable = 'works' | 'asked'

export type Command =
  | {
      readonly kind: 'register'
      readonly lead: string
      readonly individual: boolean
      readonly submission: Pointer
    }
  | { readonly kind: 'confirm-address' }
  | {
      readonly kind: 'submit'
      readonly step: string
      readonly visit: number
      readonly submission: Pointer
      /** Said by the step that asks what they apply as. */
      readonly individual?: boolean
      /** The setting: an individual's journey can be validated. */
      readonly individualsValidated?: boolean
      /** The hash of the document that must have been signed for this step. */
      readonly signed?: string
      /** The commitment was signed on paper, by whom, and what it says. */
      readonly signedOnPaper?: { readonly person: string; readonly document: Pointer }
    }
  /** The lead asks for a signature. `instead` is the hash of the document that this request takes the place of. */
  | {
      readonly kind: 'ask-for-signature'
      readonly person: string
      readonly document: Pointer
      readonly instead?: string
    }
  /** `shown` is the hash of the document that they were shown. */
  | { readonly kind: 'sign'; readonly person: string; readonly shown: string }
  | {
      readonly kind: 'decline-to-sign'
      readonly person: string
      readonly shown: string
      readonly because: Pointer
    }
  /** The team is content with a phase. */
  | { readonly kind: 'accept'; readonly wait: string; readonly visit: number }
  | {
      readonly kind: 'return'
      readonly wait: string
      readonly visit: number
      readonly to: string
      readonly comment: Pointer
    }
  | { readonly kind: 'invite-colleague'; readonly person: string }
  | { readonly kind: 'remove-colleague'; readonly person: string }
  | { readonly kind: 'change-lead'; readonly lead: string }
  /** Their address does not work, or they do not want our emails. `panelSize` is how many validators have to judge. */
  | { readonly kind: 'mark-unreachable'; readonly person: string; readonly panelSize: number }
  /** We write to them again. */
  | { readonly kind: 'mark-reachable'; readonly person: string; readonly because: WhyReachable }
  /** No reminders until it goes on; everything else stays possible. */
  | { readonly kind: 'pause' }
  | { readonly kind: 'continue' }
  /** The lead ends the journey, or the team does; awards stay. */
  | { readonly kind: 'withdraw' }
  | { readonly kind: 'close'; readonly reason: Pointer }
  /** The next level, after an award (domain.md 6.1); with the definition that is newest then. */
  | { readonly kind: 'start-round' }
  | { readonly kind: 'resend'; readonly email: JourneyEmail; readonly about: EmailSubject }
  | { readonly kind: 'remind'; readonly visit: number; readonly nth: number }
  | { readonly kind: 'stop-reminders' }
  | { readonly kind: 'invite-validator'; readonly person: string; readonly chair: boolean }
  | { readonly kind: 'remove-validator'; readonly person: string; readonly panelSize: number }
  | {
      readonly kind: 'declare'
      readonly person: string
      readonly visit: number
      readonly panelSize: number
      readonly conflict: boolean
    }
  | {
      readonly kind: 'judge'
      readonly person: string
      readonly visit: number
      readonly panelSize: number
      readonly judgement: Pointer
    }
  | {
      readonly kind: 'conclude'
      readonly person: string
      readonly visit: number
      readonly panelSize: number
      /** What the chair was shown of the panel's judgements: see `judgementsOf`. */
      readonly shown?: string
      readonly outcome: Outcome
      /** The step that more evidence is asked for. */
      readonly to?: string
      readonly reasons: Pointer
      readonly serial?: string
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
  /** The execution ended without having come to its end, and nobody of ours stopped it. */
  | { readonly kind: 'mark-failed'; readonly executionSeq: number }
  /** The execution failed, was lost or is stuck, or a year is nearly over: begin a new one where the journey is. */
  | { readonly kind: 'restart'; readonly executionSeq: number }
  /** The team moves a journey onto another definition; its execution begins anew there. */
  | { readonly kind: 'move-definition' }

export interface Validator {
  readonly person: string
  readonly chair: boolean
  readonly declared: 'no-conflict' | 'conflict' | null
  readonly judgement: Pointer | null
}

/** Somebody was asked to sign the formal commitment; and what came of it. */
export interface Signature {
  readonly person: string
  /** What they were asked to sign. */
  readonly document: Pointer
  readonly round: number
  /** ISO, as the others. */
  readonly askedAt: string
  readonly signedAt?: string
  readonly onPaper?: true
  readonly declined?: { readonly at: string; readonly because: Pointer }
}

export interface JourneyState {
  readonly definition: string
  /** The lead's person id. */
  readonly lead: string
  /** People whom the lead has invited; they fill in drafts. */
  readonly colleagues: readonly string[]
  /** Whom no email reaches, and since when (ISO), by person id; absent until there is somebody. */
  readonly unreachable?: Readonly<Record<string, string>>
  /** One person, and not an organisation or a group; absent for all others. */
  readonly individual?: true
  readonly round: number
  readonly level: string
  /**
   * Where the journey is: a wait; `confirmation` before; `issue-award` and `complete` after; or `withdrawn`, `closed`.
   * `visit` is the number of the event that brought it here: what a page or an email about this visit names.
   */
  readonly position: {
    readonly at: string
    readonly visit: number
    readonly since: string
    readonly announced: boolean
    /** How many reminders went out in this visit. */
    readonly reminded: number
  }
  /** When it was paused (ISO); null while it goes on. */
  readonly pausedAt: string | null
  /** The lead has asked for no reminders in this round. */
  readonly remindersStopped: boolean
  /** The execution that follows the journey (0 = none was started yet), and the last wait that it reported. */
  readonly execution: {
    readonly seq: number
    readonly startedAt: string
    readonly opened: { readonly wait: string; readonly enteredAt: string } | null
    /** When we heard that it failed, timed out or was stopped by somebody (ISO); absent while it goes on. */
    readonly failedAt?: string
  }
  /** When each wait was last passed; a wait that is not here is still to do. */
  readonly done: Readonly<Record<string, string>>
  readonly submissions: Readonly<Record<string, Pointer & { readonly at: string }>>
  /** What was said when the step that is now open was last returned. */
  readonly returned: { readonly to: string; readonly comment: Pointer } | null
  /** The newest request; absent until there is one. */
  readonly signature?: Signature
  readonly panel: readonly Validator[]
  /** The award that was decided and is being issued. */
  readonly decided: { readonly serial: string; readonly at: string; readonly reasons: string } | null
  readonly awards: readonly { readonly level: string; readonly serial: string; readonly at: string }[]
}

/**
 * Why a command is not carried out: `unknown` = there is no such journey, wait, step or person in it; `unconfirmed` = the
 * lead's address is not confirmed; `already` = it has been done; `stale` = what was shown has changed since; `not-yet` = its
 * turn has not come; `ended` = the journey was withdrawn or closed; `superseded` = it comes from an execution that another one
 * has replaced; `not-validated` = individuals are not validated at the moment.
 */
export type RefusalReason =
  | 'unknown'
  | 'unconfirmed'
  | 'already'
  | 'stale'
  | 'not-yet'
  | 'ended'
  | 'superseded'
  | 'not-validated'

export type Decision =
  | { readonly kind: 'accepted'; readonly state: JourneyState; readonly effects: readonly Effect[] }
  | { readonly kind: 'refused'; readonly reason: RefusalReason }

/** The moment of a decision: when (ISO, UTC), and the number that its event will have. */
export interface Moment {
  readonly at: string
  readonly number: number
}

export type Of<K extends Command['kind']> = Extract<Command, { kind: K }>

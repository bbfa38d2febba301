// What the relay may be asked to do once an event is committed; each can be done twice and counts once.

/** The emails that a journey sends; each is written in functions/emails. */
export type JourneyEmail =
  | 'acknowledgement'
  | 'step-opened'
  | 'returned'
  | 'reminder'
  | 'colleague-invited'
  | 'lead-unreachable'
  | 'signature-asked'
  | 'signature-declined'
  | 'commitment-signed'
  | 'validator-invited'
  | 'panel-complete'
  | 'more-evidence'
  | 'not-yet'
  | 'award'
  | 'award-actions'
  | 'withdrawn'

export type Effect =
  /** Start the execution with this number at this place; its input is made of the event alone. */
  | {
      readonly kind: 'start-execution'
      readonly executionSeq: number
      readonly round: number
      readonly resumeAt: string
    }
  /** End an execution that another one has replaced. */
  | { readonly kind: 'stop-execution'; readonly definition: string; readonly executionSeq: number }
  /** Tell the execution that waits here where the journey is now, if it waits here. */
  | { readonly kind: 'resume'; readonly executionSeq: number; readonly wait: string }
  | {
      readonly kind: 'send-email'
      readonly email: JourneyEmail
      readonly to: string
      readonly about: EmailSubject
    }

/** What an email speaks of, by id: the words and the address are read when it is sent. */
export interface EmailSubject {
  readonly step?: string
  readonly comment?: string
  /** The document that is to be signed, or was. */
  readonly commitment?: string
  readonly serial?: string
  readonly nth?: number
}

/** `<journey>-<event>-<place>`: the idempotency key, and the tag on the email (SES allows letters, digits, - and _). */
export function effectId(journey: string, number: number, at: number): string {
  return `${journey}-${number}-${at}`
}

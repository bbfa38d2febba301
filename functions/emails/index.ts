// Every email by its name; one that an effect can ask for and that is not here does not compile.
import type { JourneyEmail } from '../../workflows/effects.ts'
import type { Document } from '../app/commitment-document.ts'
import type { Settings } from '../app/ports.ts'
import { acknowledgement } from './acknowledgement.ts'
import { award } from './award.ts'
import { awardActions } from './award-actions.ts'
import { code } from './code.ts'
import { colleagueInvited } from './colleague-invited.ts'
import { commitmentSigned } from './commitment-signed.ts'
import type { EmailContent } from './layout.ts'
import { leadUnreachable } from './lead-unreachable.ts'
import { moreEvidence } from './more-evidence.ts'
import { notYet } from './not-yet.ts'
import { panelComplete } from './panel-complete.ts'
import { reminder } from './reminder.ts'
import { returned } from './returned.ts'
import { signatureAsked } from './signature-asked.ts'
import { signatureDeclined } from './signature-declined.ts'
import { stepOpened } from './step-opened.ts'
import { validatorInvited } from './validator-invited.ts'
import { withdrawn } from './withdrawn.ts'

/** What an email about a journey can speak of. */
export interface JourneyEmailContext {
  readonly settings: Settings
  readonly journey: string
  readonly definition: string
  readonly name: string | undefined
  readonly organisationName: string
  /** Who applies is the person whom it is written to. */
  readonly individual: boolean
  readonly level: string
  /** ISO. */
  readonly registeredAt: string
  /** A validator who has looked at the case before. */
  readonly again: boolean
  /** The name of who leads the journey. */
  readonly leadName: string | undefined
  readonly step: string | undefined
  readonly comment: string | undefined
  readonly serial: string | undefined
  /** The formal commitment that is to be signed, or was. */
  readonly document: Document | undefined
  /** Where reminders can be stopped without signing in; a secret, made for this email alone. */
  readonly stopUrl: string | undefined
}

export const emails = {
  code,
  acknowledgement,
  'step-opened': stepOpened,
  returned,
  reminder,
  'colleague-invited': colleagueInvited,
  'lead-unreachable': leadUnreachable,
  'signature-asked': signatureAsked,
  'signature-declined': signatureDeclined,
  'commitment-signed': commitmentSigned,
  'validator-invited': validatorInvited,
  'panel-complete': panelComplete,
  'more-evidence': moreEvidence,
  'not-yet': notYet,
  award,
  'award-actions': awardActions,
  withdrawn,
} satisfies Record<JourneyEmail, (context: JourneyEmailContext) => EmailContent> & Record<'code', unknown>

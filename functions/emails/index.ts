// Every email by its name; one that an effect can ask for and that is not here does not compile.
import type { JourneyEmail } from '../../workflows/effects.ts'
import type { Settings } from '../app/ports.ts'
import { acknowledgement } from './acknowledgement.ts'
import { award } from './award.ts'
import { code } from './code.ts'
import type { EmailContent } from './layout.ts'
import { returned } from './returned.ts'
import { stepOpened } from './step-opened.ts'

/** What an email about a journey can speak of. */
export interface JourneyEmailContext {
  readonly settings: Settings
  readonly journey: string
  readonly definition: string
  readonly name: string | undefined
  readonly organisationName: string
  readonly level: string
  /** ISO. */
  readonly registeredAt: string
  readonly step: string | undefined
  readonly comment: string | undefined
  readonly serial: string | undefined
}

export const emails = {
  code,
  acknowledgement,
  'step-opened': stepOpened,
  returned,
  award,
} satisfies Record<JourneyEmail, (context: JourneyEmailContext) => EmailContent> & Record<'code', unknown>

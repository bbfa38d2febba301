// A lead has ended the journey.
import { emailWithdrawn as words } from '../../workflows/words/email-withdrawn.ts'
import type { JourneyEmailContext } from './index.ts'
import { type EmailContent, greeting } from './layout.ts'

export function withdrawn({ name, organisationName }: JourneyEmailContext): EmailContent {
  return {
    subject: words('subject'),
    greeting: greeting(name),
    paragraphs: [words('ended', { organisationName }), words('back')],
  }
}

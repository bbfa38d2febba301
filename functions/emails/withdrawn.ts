// A lead has ended the journey.
import { emailWithdrawn as words } from '../../workflows/words/email-withdrawn.ts'
import type { JourneyEmailContext } from './index.ts'
import { type EmailContent, greeting } from './layout.ts'

export function withdrawn({ name, organisationName, individual }: JourneyEmailContext): EmailContent {
  return {
    subject: words('subject'),
    greeting: greeting(name),
    paragraphs: [words(individual ? 'yoursEnded' : 'ended', { organisationName }), words('back')],
  }
}

// The team has looked at a phase and would like one step to be handed in again.
import { emailReturned as words } from '../../workflows/words/email-returned.ts'
import { word } from '../../workflows/words.ts'
import type { JourneyEmailContext } from './index.ts'
import { type EmailContent, greeting } from './layout.ts'

export function returned({
  settings,
  journey,
  name,
  organisationName,
  individual,
  step,
  comment,
}: JourneyEmailContext): EmailContent {
  return {
    subject: words('subject', { step: word(`wait.${step}`) }),
    greeting: greeting(name),
    paragraphs: [
      words(individual ? 'yoursAgain' : 'again', { organisationName, step: word(`wait.${step}`) }),
    ],
    quote: comment,
    action: { label: words('press'), url: `${settings.baseUrl}/journeys/${journey}/steps/${step}` },
    after: [words('kept')],
  }
}

// The team has looked at a phase and would like one step to be handed in again.
import { word } from '../../workflows/words.ts'
import type { JourneyEmailContext } from './index.ts'
import type { EmailContent } from './layout.ts'

export function returned({
  settings,
  journey,
  name,
  organisationName,
  step,
  comment,
}: JourneyEmailContext): EmailContent {
  return {
    subject: `Please look at one step again: ${word(`wait.${step}`)}`,
    greeting: name ? `Hello ${name},` : 'Hello,',
    paragraphs: [
      `We have looked at the journey of ${organisationName}. Before you go on, please look again at “${word(`wait.${step}`)}”. This is what we noticed:`,
    ],
    quote: comment,
    action: { label: 'Go to the step', url: `${settings.baseUrl}/journeys/${journey}/steps/${step}` },
    after: ['What you sent us is kept. When you have handed the step in again, we will look at it again.'],
  }
}

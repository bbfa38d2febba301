// A step has waited for a while: a nudge, without blame, and the way to stop nudges.
import { word } from '../../workflows/words.ts'
import type { JourneyEmailContext } from './index.ts'
import type { EmailContent } from './layout.ts'

export function reminder({
  settings,
  journey,
  name,
  organisationName,
  step,
  level,
  stopUrl,
}: JourneyEmailContext): EmailContent {
  return {
    subject: `Your journey to ${word(`level.${level}`)} is where you left it`,
    greeting: name ? `Hello ${name},` : 'Hello,',
    paragraphs: [
      `${organisationName} is at “${word(`wait.${step}`)}”. Everything that you saved is there, and there is no deadline.`,
      'If something keeps you from going on, answer this email and we will help.',
    ],
    action: { label: 'Go to the step', url: `${settings.baseUrl}/journeys/${journey}/steps/${step}` },
    link: stopUrl ? { label: 'Stop these reminders', url: stopUrl } : undefined,
  }
}

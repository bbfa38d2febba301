// A step has waited for a while: a nudge, without blame, and the way to stop nudges.
import { emailReminder as words } from '../../workflows/words/email-reminder.ts'
import { word } from '../../workflows/words.ts'
import type { JourneyEmailContext } from './index.ts'
import { type EmailContent, greeting } from './layout.ts'

export function reminder({
  settings,
  journey,
  name,
  organisationName,
  individual,
  step,
  level,
  stopUrl,
}: JourneyEmailContext): EmailContent {
  return {
    subject: words('subject', { level: word(`level.${level}`) }),
    greeting: greeting(name),
    paragraphs: [
      words(individual ? 'whereYouAre' : 'where', { organisationName, step: word(`wait.${step}`) }),
      words('help'),
    ],
    action: { label: words('press'), url: `${settings.baseUrl}/journeys/${journey}/steps/${step}` },
    link: stopUrl ? { label: words('stop'), url: stopUrl } : undefined,
  }
}

// With the award come actions that the panel asks for.
import { emailAwardActions as words } from '../../workflows/words/email-award-actions.ts'
import { word } from '../../workflows/words.ts'
import type { JourneyEmailContext } from './index.ts'
import { type EmailContent, greeting } from './layout.ts'

export function awardActions({
  settings,
  journey,
  name,
  organisationName,
  individual,
  level,
  comment,
}: JourneyEmailContext): EmailContent {
  return {
    subject: words('subject', { level: word(`level.${level}`) }),
    greeting: greeting(name),
    paragraphs: [words(individual ? 'asksYou' : 'asks', { level: word(`level.${level}`), organisationName })],
    quote: comment,
    action: { label: words('press'), url: `${settings.baseUrl}/journeys/${journey}` },
  }
}

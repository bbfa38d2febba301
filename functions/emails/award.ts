// The award.
import { emailAward as words } from '../../workflows/words/email-award.ts'
import { word } from '../../workflows/words.ts'
import type { JourneyEmailContext } from './index.ts'
import { type EmailContent, greeting } from './layout.ts'

export function award({
  settings,
  name,
  organisationName,
  individual,
  level,
  serial,
  comment,
}: JourneyEmailContext): EmailContent {
  const title = word(`level.${level}`)
  return {
    subject: words('subject', { level: title }),
    greeting: greeting(name),
    paragraphs: [
      words(individual ? 'youAreAwarded' : 'awarded', { organisationName, level: title }),
      words('number', { serial: serial! }),
      ...(comment ? [words('said')] : []),
    ],
    quote: comment,
    action: { label: words('press'), url: `${settings.baseUrl}/awards/${serial}` },
  }
}

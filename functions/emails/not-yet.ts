// The panel's letter when the award is not given yet: the round stays open.
import { emailNotYet as words } from '../../workflows/words/email-not-yet.ts'
import { word } from '../../workflows/words.ts'
import type { JourneyEmailContext } from './index.ts'
import { type EmailContent, greeting } from './layout.ts'

export function notYet({
  settings,
  journey,
  name,
  organisationName,
  individual,
  level,
  step,
  comment,
}: JourneyEmailContext): EmailContent {
  return {
    subject: words('subject', { level: word(`level.${level}`) }),
    greeting: greeting(name),
    paragraphs: [
      words(individual ? 'notYetYours' : 'notYet', { organisationName, level: word(`level.${level}`) }),
    ],
    quote: comment,
    action: { label: words('press'), url: `${settings.baseUrl}/journeys/${journey}` },
    after: [words('goOn', { step: word(`wait.${step}`) })],
  }
}

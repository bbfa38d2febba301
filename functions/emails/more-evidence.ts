// The panel would like to see more of one step before it decides.
import { emailMoreEvidence as words } from '../../workflows/words/email-more-evidence.ts'
import { word } from '../../workflows/words.ts'
import type { JourneyEmailContext } from './index.ts'
import { type EmailContent, greeting } from './layout.ts'

export function moreEvidence({
  settings,
  journey,
  name,
  organisationName,
  individual,
  step,
  comment,
}: JourneyEmailContext): EmailContent {
  return {
    subject: words('subject'),
    greeting: greeting(name),
    paragraphs: [
      words(individual ? 'moreOfYours' : 'more', { organisationName, step: word(`wait.${step}`) }),
    ],
    quote: comment,
    action: { label: words('press'), url: `${settings.baseUrl}/journeys/${journey}/steps/${step}` },
    after: [words('kept')],
  }
}

// The panel would like to see more of one step before it decides.
import { word } from '../../workflows/words.ts'
import type { JourneyEmailContext } from './index.ts'
import type { EmailContent } from './layout.ts'

export function moreEvidence({
  settings,
  journey,
  name,
  organisationName,
  step,
  comment,
}: JourneyEmailContext): EmailContent {
  return {
    subject: 'The validators would like to see a little more',
    greeting: name ? `Hello ${name},` : 'Hello,',
    paragraphs: [
      `The validators have looked at the journey of ${organisationName}. Before they decide, they would like to see more in “${word(`wait.${step}`)}”. This is what they say:`,
    ],
    quote: comment,
    action: { label: 'Go to the step', url: `${settings.baseUrl}/journeys/${journey}/steps/${step}` },
    after: [
      'Everything that you sent is kept. When you have handed the step in again, the panel looks at it again.',
    ],
  }
}

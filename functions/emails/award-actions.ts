// With the award come actions that the panel asks for.
import { word } from '../../workflows/words.ts'
import type { JourneyEmailContext } from './index.ts'
import type { EmailContent } from './layout.ts'

export function awardActions({
  settings,
  journey,
  name,
  organisationName,
  level,
  comment,
}: JourneyEmailContext): EmailContent {
  return {
    subject: `What the validators ask of you with your ${word(`level.${level}`)} award`,
    greeting: name ? `Hello ${name},` : 'Hello,',
    paragraphs: [
      `The validators award ${word(`level.${level}`)} to ${organisationName}; the award itself comes in an email of its own. They ask you to do the following:`,
    ],
    quote: comment,
    action: { label: 'Go to your journey', url: `${settings.baseUrl}/journeys/${journey}` },
  }
}

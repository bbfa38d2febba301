// The panel's letter when the award is not given yet: the round stays open.
import { word } from '../../workflows/words.ts'
import type { JourneyEmailContext } from './index.ts'
import type { EmailContent } from './layout.ts'

export function notYet({
  settings,
  journey,
  name,
  organisationName,
  level,
  step,
  comment,
}: JourneyEmailContext): EmailContent {
  return {
    subject: `Your journey to ${word(`level.${level}`)} goes on`,
    greeting: name ? `Hello ${name},` : 'Hello,',
    paragraphs: [
      `The validators have looked at the journey of ${organisationName}, and thank you for it. They do not award ${word(`level.${level}`)} yet. This is what they say:`,
    ],
    quote: comment,
    action: { label: 'Go on with your journey', url: `${settings.baseUrl}/journeys/${journey}` },
    after: [
      `Nothing is lost: everything that you handed in stays. Go on with “${word(`wait.${step}`)}”, and ask for validation again when you are ready. If you would like somebody who was not on the panel to look at the decision, answer this email.`,
    ],
  }
}

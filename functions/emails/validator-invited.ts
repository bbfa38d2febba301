// A validator is asked to look at a case. The link opens nothing by itself: it leads to a code, and that to the declaration.
import { word } from '../../workflows/words.ts'
import type { JourneyEmailContext } from './index.ts'
import type { EmailContent } from './layout.ts'

export function validatorInvited({ settings, journey, name, level }: JourneyEmailContext): EmailContent {
  return {
    subject: `Would you validate a journey to ${word(`level.${level}`)}?`,
    greeting: name ? `Hello ${name},` : 'Hello,',
    paragraphs: [
      'An organisation has finished its journey and asks for validation. You have been chosen for the panel.',
      'The link leads to a page that emails you a code. With it you see who it is, and we ask whether you have a conflict of interest before we show you what they sent. The link keeps working until the panel has decided.',
    ],
    action: { label: 'See the case', url: `${settings.baseUrl}/cases/${journey}` },
  }
}

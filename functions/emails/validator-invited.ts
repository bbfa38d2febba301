// A validator is asked to look at a case, for the first time or anew. The link opens nothing by itself: it leads to a code.
import { word } from '../../workflows/words.ts'
import type { JourneyEmailContext } from './index.ts'
import type { EmailContent } from './layout.ts'

export function validatorInvited(context: JourneyEmailContext): EmailContent {
  const { settings, journey, name, again } = context
  return {
    ...(again ? anew(context) : firstTime(context)),
    greeting: name ? `Hello ${name},` : 'Hello,',
    action: { label: 'See the case', url: `${settings.baseUrl}/cases/${journey}` },
  }
}

function firstTime({ level }: JourneyEmailContext) {
  return {
    subject: `Would you validate a journey to ${word(`level.${level}`)}?`,
    paragraphs: [
      'An organisation has finished its journey and asks for validation. You have been chosen for the panel.',
      'The link leads to a page that emails you a code. With it you see who it is, and we ask whether you have a conflict of interest before we show you what they sent. The link keeps working until the panel has decided.',
    ],
  }
}

function anew({ level }: JourneyEmailContext) {
  return {
    subject: `Please look again at a journey to ${word(`level.${level}`)}`,
    paragraphs: [
      'You are on the panel of this journey. They have sent more. Please give a new view.',
      'The link leads to a page that emails you a code. It keeps working until the panel has decided.',
    ],
  }
}

// "We'll get back to you soon": what a lead gets once their address is confirmed (brochure, Next steps).

import { word } from '../../workflows/words.ts'
import { addWorkingDays, formatDate } from '../web/dates.ts'
import type { JourneyEmailContext } from './index.ts'
import type { EmailContent } from './layout.ts'

/** domain.md 2.1 has the promise of a reply; the number of days is ours. */
const replyWithinWorkingDays = 5

export function acknowledgement(context: JourneyEmailContext): EmailContent {
  const { settings, journey, name, organisationName, level, registeredAt } = context
  const replyBy = formatDate(addWorkingDays(new Date(registeredAt), replyWithinWorkingDays))
  return {
    subject: 'You have registered your interest in the Cultural Cohesion Quality Mark',
    greeting: name ? `Hello ${name},` : 'Hello,',
    paragraphs: [
      `Thank you for registering the interest of ${organisationName}. Your reference is ${journey}.`,
      `${settings.contact.name} will get back to you by ${replyBy}. You do not have to wait for us: your journey to ${word(`level.${level}`)} has begun. Finish step 1, and work on any other step, whenever it suits you.`,
    ],
    action: { label: 'Go to your journey', url: `${settings.baseUrl}/journeys/${journey}` },
    after: [
      'You can also answer this email, or telephone us, to arrange an introductory meeting or unconscious bias training.',
    ],
  }
}

// "We'll get back to you soon": what a lead gets once their address is confirmed (brochure, Next steps).

import { emailAcknowledgement as words } from '../../workflows/words/email-acknowledgement.ts'
import { word } from '../../workflows/words.ts'
import { addWorkingDays, formatDate } from '../web/dates.ts'
import type { JourneyEmailContext } from './index.ts'
import { type EmailContent, greeting } from './layout.ts'

/** domain.md 2.1 has the promise of a reply; the number of days is ours. */
const replyWithinWorkingDays = 5

export function acknowledgement(context: JourneyEmailContext): EmailContent {
  const { settings, journey, name, organisationName, level, registeredAt } = context
  const replyBy = formatDate(addWorkingDays(new Date(registeredAt), replyWithinWorkingDays))
  return {
    subject: words('subject'),
    greeting: greeting(name),
    paragraphs: [
      words('thanks', { organisationName, journey }),
      words('replyBy', { contact: settings.contact.name, replyBy, level: word(`level.${level}`) }),
    ],
    action: { label: words('press'), url: `${settings.baseUrl}/journeys/${journey}` },
    after: [words('meeting')],
  }
}

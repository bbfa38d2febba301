// "We'll get back to you soon": what a lead gets once their address is confirmed (brochure, Next steps).

import { replyWithinWorkingDays } from '../../workflows/reply.ts'
import { emailAcknowledgement as words } from '../../workflows/words/email-acknowledgement.ts'
import { word } from '../../workflows/words.ts'
import { addWorkingDays, formatDate } from '../web/dates.ts'
import type { JourneyEmailContext } from './index.ts'
import { type EmailContent, greeting } from './layout.ts'

export function acknowledgement(context: JourneyEmailContext): EmailContent {
  const { settings, journey, name, organisationName, individual, level, registeredAt } = context
  const replyBy = formatDate(addWorkingDays(new Date(registeredAt), replyWithinWorkingDays))
  return {
    subject: words('subject'),
    greeting: greeting(name),
    paragraphs: [
      words(individual ? 'thanksYou' : 'thanks', { organisationName, journey }),
      words('replyBy', { contact: settings.contact.name, replyBy, level: word(`level.${level}`) }),
    ],
    action: { label: words('press'), url: `${settings.baseUrl}/journeys/${journey}` },
    after: [words('meeting')],
  }
}

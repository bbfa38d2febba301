// A lead has asked a colleague to help with the answers.
import { emailColleagueInvited as words } from '../../workflows/words/email-colleague-invited.ts'
import type { JourneyEmailContext } from './index.ts'
import { type EmailContent, greeting } from './layout.ts'

export function colleagueInvited({
  settings,
  journey,
  name,
  organisationName,
  leadName,
}: JourneyEmailContext): EmailContent {
  return {
    subject: words('subject'),
    greeting: greeting(name),
    paragraphs: [
      leadName ? words('askedBy', { organisationName, leadName }) : words('asked', { organisationName }),
      words('how'),
    ],
    action: { label: words('press'), url: `${settings.baseUrl}/journeys/${journey}` },
    link: {
      label: words('privacy'),
      url: `${settings.baseUrl}/privacy`,
    },
  }
}

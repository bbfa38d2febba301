// A lead has asked a colleague to help with the answers.
import type { JourneyEmailContext } from './index.ts'
import type { EmailContent } from './layout.ts'

export function colleagueInvited({
  settings,
  journey,
  name,
  organisationName,
  leadName,
}: JourneyEmailContext): EmailContent {
  return {
    subject: 'You have been asked to help with the Cultural Cohesion Quality Mark',
    greeting: name ? `Hello ${name},` : 'Hello,',
    paragraphs: [
      `${organisationName} works towards the Cultural Cohesion Quality Mark${leadName ? `. ${leadName} leads the journey` : ''}, and you have been asked to help with the answers.`,
      'Sign in with the address that this email came to. We send a code to it; there is no password. You can fill in every part, and your lead hands it in.',
    ],
    action: { label: 'See the journey', url: `${settings.baseUrl}/journeys/${journey}` },
    link: {
      label: 'Our privacy notice says how we use your address',
      url: `${settings.baseUrl}/privacy`,
    },
  }
}

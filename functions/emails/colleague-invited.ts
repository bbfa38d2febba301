// A lead has asked a colleague to help with the answers.
import type { JourneyEmailContext } from './index.ts'
import type { EmailContent } from './layout.ts'

export function colleagueInvited({ settings, journey, organisationName }: JourneyEmailContext): EmailContent {
  return {
    subject: 'You have been asked to help with the Cultural Cohesion Quality Mark',
    paragraphs: [
      `${organisationName} works towards the Cultural Cohesion Quality Mark, and you have been asked to help with the answers.`,
      'Sign in with the address that this email came to. We send a code to it; there is no password. You can fill in every part, and your lead hands it in.',
    ],
    action: { label: 'See the journey', url: `${settings.baseUrl}/journeys/${journey}` },
  }
}

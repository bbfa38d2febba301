// A journey's lead cannot be written to: its colleagues are asked for help.
import type { JourneyEmailContext } from './index.ts'
import type { EmailContent } from './layout.ts'

export function leadUnreachable({
  settings,
  journey,
  name,
  organisationName,
}: JourneyEmailContext): EmailContent {
  return {
    subject: 'We cannot reach your lead by email',
    greeting: name ? `Hello ${name},` : 'Hello,',
    paragraphs: [
      `You help with the journey of ${organisationName} to the Cultural Cohesion Quality Mark. We cannot write to its lead by email at the moment.`,
      'Please tell us how we can reach your lead, or who leads the journey now. You can answer this email, or telephone us.',
    ],
    action: { label: 'Go to the journey', url: `${settings.baseUrl}/journeys/${journey}` },
    after: [
      'Nothing is lost. You can go on filling in every part meanwhile; only the lead can hand a step in.',
    ],
  }
}

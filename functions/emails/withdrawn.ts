// A lead has ended the journey.
import type { JourneyEmailContext } from './index.ts'
import type { EmailContent } from './layout.ts'

export function withdrawn({ name, organisationName }: JourneyEmailContext): EmailContent {
  return {
    subject: 'You have withdrawn from the Cultural Cohesion Quality Mark',
    greeting: name ? `Hello ${name},` : 'Hello,',
    paragraphs: [
      `The journey of ${organisationName} has ended, as you asked. We will not write to you about it again. Awards that you have stay yours.`,
      'If this was not you, or you would like to come back, answer this email.',
    ],
  }
}

// The one-time code that proves an address.
import type { EmailContent } from './layout.ts'

export function code({ code, minutes }: { readonly code: string; readonly minutes: number }): EmailContent {
  return {
    subject: `${code} is your code`,
    paragraphs: [
      'Here is your code for the Cultural Cohesion Quality Mark. Type it into the page that asked you for it.',
    ],
    code,
    after: [
      `It works once, for ${minutes} minutes.`,
      'If you did not ask for a code, you can ignore this email. Nobody can sign in with it without the page where it was asked for. We will never ask you to tell us a code.',
    ],
  }
}

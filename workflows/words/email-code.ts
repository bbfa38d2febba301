// Words of the email with a code.
import { catalogue } from './catalogue.ts'

export const emailCode = catalogue('email-code', {
  subject: '{code} is your code',
  what: 'Here is your code for the Cultural Cohesion Quality Mark. Type it into the page that asked you for it.',
  works: 'It works once, for {minutes} minutes.',
  unasked:
    'If you did not ask for a code, you can ignore this email. Nobody can sign in with it without the page where it was asked for. We will never ask you to tell us a code.',
})

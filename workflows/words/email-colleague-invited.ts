// Words of the email to a colleague who is asked to help.
import { catalogue } from './catalogue.ts'

export const emailColleagueInvited = catalogue('email-colleague-invited', {
  subject: 'You have been asked to help with the Cultural Cohesion Quality Mark',
  asked:
    '{organisationName} works towards the Cultural Cohesion Quality Mark, and you have been asked to help with the answers.',
  askedBy:
    '{organisationName} works towards the Cultural Cohesion Quality Mark. {leadName} leads the journey, and you have been asked to help with the answers.',
  how: 'Sign in with the address that this email came to. We send a code to it; there is no password. You can fill in every part, and your lead hands it in.',
  press: 'See the journey',
  privacy: 'Our privacy notice says how we use your address',
})

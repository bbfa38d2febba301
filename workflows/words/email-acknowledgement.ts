// Words of the email that says: you have registered, we will get back to you soon.
import { catalogue } from './catalogue.ts'

export const emailAcknowledgement = catalogue('email-acknowledgement', {
  subject: 'You have registered your interest in the Cultural Cohesion Quality Mark',
  thanks: 'Thank you for registering the interest of {organisationName}. Your reference is {journey}.',
  thanksYou: 'Thank you for registering your interest. Your reference is {journey}.',
  replyBy:
    '{contact} will get back to you by {replyBy}. You do not have to wait for us: your journey to {level} has begun. Finish step 1, and work on any other step, whenever it suits you.',
  press: 'Go to your journey',
  meeting:
    'You can also answer this email, or telephone us, to arrange an introductory meeting or unconscious bias training.',
})

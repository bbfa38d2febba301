// Words of the email in which a validator is asked to look at a case.
import { catalogue } from './catalogue.ts'

export const emailValidatorInvited = catalogue('email-validator-invited', {
  press: 'See the case',
  subject: 'Would you validate a journey to {level}?',
  chosen:
    'An organisation or group has finished its journey and asks for validation. You have been chosen for the panel.',
  chosenForOne:
    'An individual has finished their journey and asks for validation. You have been chosen for the panel.',
  link: 'The link leads to a page that emails you a code. With it you see who it is, and we ask whether you have a conflict of interest before we show you what they sent. The link keeps working until the panel has decided.',
  subjectAgain: 'Please look again at a journey to {level}',
  again: 'You are on the panel of this journey. They have sent more. Please give a new view.',
  linkAgain: 'The link leads to a page that emails you a code. It keeps working until the panel has decided.',
})

// Words of the email in which the team returns a step.
import { catalogue } from './catalogue.ts'

export const emailReturned = catalogue('email-returned', {
  subject: 'Please look at one step again: {step}',
  again:
    'We have looked at the journey of {organisationName}. Before you go on, please look again at “{step}”. This is what we noticed:',
  yoursAgain:
    'We have looked at your journey. Before you go on, please look again at “{step}”. This is what we noticed:',
  press: 'Go to the step',
  kept: 'What you sent us is kept. When you have handed the step in again, we will look at it again.',
})

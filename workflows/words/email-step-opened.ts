// Words of the email when a step has come up.
import { catalogue } from './catalogue.ts'

export const emailStepOpened = catalogue('email-step-opened', {
  subject: 'Step {number} of {count} is open: {step}',
  newRound: 'Your journey to {level} has begun. Your answers of the last round are filled in.',
  hasCome: '{organisationName} has come to step {number} of {count}: {step}.',
  youHaveCome: 'You have come to step {number} of {count}: {step}.',
  time: 'Take the time that you need. Hand the step in when it is done.',
  press: 'Go to step {number}',
})

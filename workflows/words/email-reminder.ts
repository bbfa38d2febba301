// Words of a reminder.
import { catalogue } from './catalogue.ts'

export const emailReminder = catalogue('email-reminder', {
  subject: 'Your journey to {level} is where you left it',
  where: '{organisationName} is at “{step}”. Everything that you saved is there, and there is no deadline.',
  whereYouAre: 'You are at “{step}”. Everything that you saved is there, and there is no deadline.',
  help: 'If something keeps you from going on, answer this email and we will help.',
  press: 'Go to the step',
  stop: 'Stop these reminders',
})

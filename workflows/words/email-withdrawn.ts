// Words of the email that confirms that a journey was withdrawn.
import { catalogue } from './catalogue.ts'

export const emailWithdrawn = catalogue('email-withdrawn', {
  subject: 'You have withdrawn from the Cultural Cohesion Quality Mark',
  ended:
    'The journey of {organisationName} has ended, as you asked. We will not write to you about it again. Awards that you have stay yours.',
  yoursEnded:
    'Your journey has ended, as you asked. We will not write to you about it again. Awards that you have stay yours.',
  back: 'If this was not you, or you would like to come back, answer this email.',
})

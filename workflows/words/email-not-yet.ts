// Words of the email in which an award is not given yet.
import { catalogue } from './catalogue.ts'

export const emailNotYet = catalogue('email-not-yet', {
  subject: 'Your journey to {level} goes on',
  notYet:
    'The validators have looked at the journey of {organisationName}, and thank you for it. They do not award {level} yet. This is what they say:',
  notYetYours:
    'The validators have looked at your journey, and thank you for it. They do not award {level} yet. This is what they say:',
  press: 'Go on with your journey',
  goOn: 'Nothing is lost: everything that you handed in stays. Go on with “{step}”, and ask for validation again when you are ready. If you would like somebody who was not on the panel to look at the decision, answer this email.',
})

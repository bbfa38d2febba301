// Words of the email about actions that come with an award.
import { catalogue } from './catalogue.ts'

export const emailAwardActions = catalogue('email-award-actions', {
  subject: 'What the validators ask of you with your {level} award',
  asks: 'The validators award {level} to {organisationName}; the award itself comes in an email of its own. They ask you to do the following:',
  asksYou:
    'The validators award {level} to you; the award itself comes in an email of its own. They ask you to do the following:',
  press: 'Go to your journey',
})

// Words of the email about an award.
import { catalogue } from './catalogue.ts'

export const emailAward = catalogue('email-award', {
  subject: 'Congratulations: you have the {level} Cultural Cohesion Quality Mark',
  awarded:
    '{organisationName} has been awarded the Cultural Cohesion Quality Mark at {level} level. Congratulations to everyone who took part.',
  youAreAwarded:
    'You have been awarded the Cultural Cohesion Quality Mark at {level} level. Congratulations.',
  number: 'The number of your award is {serial}. Anybody can look it up on its page, so do share the link.',
  said: 'This is what the validators say:',
  press: 'See your award',
})

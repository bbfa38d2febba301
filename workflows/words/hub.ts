// Words of the hub of a journey.
import { catalogue } from './catalogue.ts'

export const hub = catalogue('hub', {
  workingTowards: 'Working towards {level}',
  awarded: '{level} awarded',
  handedIn: 'Thank you. “{step}” has been handed in.',
  unreachable: 'Our emails to you do not arrive',
  unreachableWhy:
    'One came back, or was reported as junk, so we no longer write to you. Tell us another address, or that this one works again: telephone or write to us. Our number and address are at the end of this page.',
  people: 'The people who help with this journey',
  withdraw: 'Withdraw from the quality mark',
  reference: 'Your reference is {journey}.',
  partsDone: '{done} of {parts} parts done',
  oneEntry: '1 entry',
  entries: '{count} entries',
  nothingMissing: 'nothing is missing',
  oneMissing: '1 answer is missing',
  missing: '{count} answers are missing',
  yourAward: 'Your {level} award',
  next: 'Next: {step}',
  lookAgain: 'Please look again at: {step}',
  returnedByTeam: 'The team has read what you sent, and would like you to look at this step again.',
  returnedByPanel: 'The validators have read what you sent, and would like you to look at this step again.',
  goTo: 'Go to {step}',
  nothingToDo: 'There is nothing to do just now',
  beingChecked:
    'You have handed in the whole {phase} phase. The team is looking at it since {date}. We will email you.',
  beingValidated:
    'You have handed in all seven steps. Your validation is under way since {date}. We will email you.',
  congratulations: 'Congratulations',
  youHaveBeenAwarded: 'You have been awarded the Cultural Cohesion Quality Mark at {level} level.',
  actions: 'The validators ask you to do the following:',
  seeAward: 'See your award',
  nextRound: 'Start your journey to {level}',
  highest: 'This is the highest level. Thank you for all that you have done.',
  ended: 'This journey has ended',
  withdrawn: 'It was withdrawn on {date}. What was handed in is kept, and awards stay yours.',
  closed: 'The team closed it on {date}. What was handed in is kept, and awards stay yours.',
  comeBack: 'Would you like to come back? Write to us or telephone: our address and number are below.',
  issuing: 'Your award is being issued',
  issuingSoon: 'The validation was successful. You will get an email in a moment.',
})

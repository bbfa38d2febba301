// Words of the team's page.
import { catalogue } from './catalogue.ts'

export const team = catalogue('team', {
  title: 'Team',
  waiting: 'Waiting for you',
  nothing: 'Nothing is waiting for you.',
  others: 'Every other journey',
  noOthers: 'There are no other journeys yet.',
  register: 'Register somebody who got in touch',
  ended: 'Withdrawn and closed',
  paused: 'Paused',
  since: '{place}, since {date}',
  'task.check': 'Check the {phase} phase',
  'task.choose-panel': 'Choose a panel',
  'task.complete-panel': 'Complete the panel',
  'task.reach-lead': 'The lead cannot be reached: change the contact, or try the address again',
  'task.reach-chair': 'The chair cannot be reached: telephone them, or choose another chair',
  'task.start-again': 'This journey is stuck: set it going again',
})

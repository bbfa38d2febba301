// Words of where each step of a journey stands.
import { catalogue } from './catalogue.ts'

export const steps = catalogue('steps', {
  completed: 'Completed',
  'handed-in': 'Handed in',
  now: 'Do this now',
  returned: 'Please look again',
  later: 'Not handed in yet',
  number: 'Step {number} of {count}',
})

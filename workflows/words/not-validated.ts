// Words for individuals while the validation of individuals is switched off.
import { catalogue } from './catalogue.ts'

export const notValidated = catalogue('not-validated', {
  title: 'You cannot ask for validation just now',
  why: 'Individuals are not validated at the moment. Everything else is open to you: fill in this step, and everything that you save is kept.',
  later:
    'Write or telephone, and we will tell you when it is possible again. Our address and number are at the end of this page.',
})

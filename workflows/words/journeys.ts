// Words of the page of one's journeys, and of the cases that one validates.
import { catalogue } from './catalogue.ts'

export const journeys = catalogue('journeys', {
  yourTurn: 'It is your turn',
  judged: 'We have your view',
  decided: 'The panel has decided',
  title: 'Your journeys',
  none: 'There is no journey under your address yet.',
  register: 'Register your interest',
  validation: '{level} validation',
  cases: 'Cases that you validate',
  towards: 'Working towards {level}',
  anotherLink: 'register another organisation',
  another: 'You can also {link}.',
  confirm: 'Did you register {organisationName}?',
  confirmText:
    'It was registered with your address and waits to be confirmed. If it was not you, leave it: nothing will happen.',
  confirmPress: 'Yes, confirm it',
})

// Words of what a panel decided.
import { catalogue } from './catalogue.ts'

export const decided = catalogue('decided', {
  awarded: 'The award was given.',
  'awarded-with-actions': 'The award was given, with actions.',
  'more-evidence': 'The panel asked for more evidence.',
  'not-yet': 'The award was not given yet.',
  goesOn: 'They go on with “{step}”.',
  on: '{decided} {level}, {date}.',
  reasons: 'The reasons',
  award: 'See the award',
})

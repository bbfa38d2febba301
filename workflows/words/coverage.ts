// Words of the table of who has learned about what.
import { catalogue } from './catalogue.ts'

export const coverage = catalogue('coverage', {
  caption: 'Who has learned about what',
  area: 'About',
  who: 'Who took part',
  nobody: 'Nobody yet',
  unsaid: 'You did not say who',
  severalTimes: '{who} ({sessions} times)',
})

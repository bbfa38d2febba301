// Words with which then and now stand side by side.
import { catalogue } from './catalogue.ts'

export const distance = catalogue('distance', {
  found: 'What you found in step 4',
  before: 'What you wrote in step 4',
  improve: 'You wanted to improve:',
  plan: 'You planned:',
  aim: 'What should be better: {aim}',
  now: 'How it is now',
  diary: 'From your diary',
  more: '{count} more in the diary.',
  nothingYet: 'Nothing was written.',
  view: 'Your view was: {view}.',
})

// Words with which then and now stand side by side.
import { catalogue } from './catalogue.ts'

export const distance = catalogue('distance', {
  before: 'What you wrote in step 4',
  now: 'How it is now',
  diary: 'From your diary',
  nothingYet: 'Nothing was written.',
  view: 'Your view was: {view}.',
})

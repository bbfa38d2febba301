// Words of the page on which the chair decides.
import { catalogue } from './catalogue.ts'

export const conclusion = catalogue('conclusion', {
  title: 'The decision',
  back: 'Back to the case',
  views: 'What everybody thinks',
  chair: '{name} (chair)',
  nameRemoved: 'Name removed',
  decision: 'Your decision',
  press: 'Send the decision',
})

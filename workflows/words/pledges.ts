// Words of the page on which a lead and colleagues read what people pledged.
import { catalogue } from './catalogue.ts'

export const pledges = catalogue('pledges', {
  title: 'What people pledged',
  back: 'Back to the journey',
  rounds: '{thisRound} in this round, {earlier} in earlier ones.',
  groups: 'By group, in this round',
  notSaid: 'Did not say',
  said: 'What people said',
  what: 'Nobody has to say anything with their pledge. What they say is for those who lead the journey, and is removed after two years. Please do not try to find out who wrote it.',
  onlyLead: 'Your lead can show or remove it.',
  onPage:
    'Words that their writer lets everybody read can stand on your public page. Read them first: they should name nobody, and hurt nobody. {settings}',
  noPage:
    'Words that their writer lets everybody read can stand on your public page, once it is published. Read them first: they should name nobody, and hurt nobody. {settings}',
  settings: 'Your public page',
  nothing: 'Nobody has said anything yet.',
  somebody: 'Somebody',
  everybody: 'Everybody may read these words. They are not on your page.',
  notEverybody: 'Not for everybody.',
  isShown: 'Shown on your page.',
  isChosen: 'To be shown when your page is public.',
  show: 'Show on our page',
  hide: 'Do not show any more',
  remove: 'Remove',
  about: '– what {who} said on {date}',
  shown: 'The words are shown on your page',
  shownLater: 'The words will be shown when your page is public',
  hidden: 'The words are not shown any more',
  removed: 'What was said has been removed. The pledge still counts',
  newest: 'The newest',
  earlier: 'Earlier ones',
  refusedTitle: 'These words are not for everybody',
  refused: 'Their writer did not say that everybody may read them, or they have been removed meanwhile.',
  refusedNext: 'Back to what people pledged',
})

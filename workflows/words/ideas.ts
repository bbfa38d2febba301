// Words of the page with the ideas that worked, of all organisations.
import { catalogue } from './catalogue.ts'

export const ideas = catalogue('ideas', {
  title: 'Ideas that worked',
  fromStart: 'Ideas that worked: what others have done, and what changed',
  what: 'What organisations, groups and individuals have done on their way to the quality mark, and what changed. Take what is useful to you.',
  filter: 'Choose what to see',
  area: 'Area of change',
  sector: 'Sector',
  topic: 'What it is about',
  all: 'All',
  list: 'Ideas',
  show: 'Show ideas',
  none: 'There are no ideas here yet.',
  noneWithFilter: 'There are no ideas like that yet.',
  showAll: 'Show all ideas',
  more: 'More ideas',
  newest: 'Back to the newest ideas',
  share: 'Do you have one? {register}, and share it in your diary.',
  register: 'Register your interest',
  report: 'Is something wrong with one of them? Write to {address}.',
})

// Words of the links from one part of a long list to the next.
import { catalogue } from './catalogue.ts'

export const paging = catalogue('paging', {
  which: '{first} to {last} of {count}.',
  previous: 'Show the ones before',
  next: 'Show the next ones',
})

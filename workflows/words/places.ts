// Words of where a journey is.
import { catalogue } from './catalogue.ts'

export const places = catalogue('places', {
  same: 'May be the same as {journeys}',
  sameAndMore: 'May be the same as {journeys}; and {count} more',
  sameOne: '{organisationName} ({place}, since {date})',
  confirmation: 'Address not confirmed yet',
  'issue-award': 'Award being issued',
  complete: 'Awarded',
  withdrawn: 'Withdrawn',
  closed: 'Closed',
})

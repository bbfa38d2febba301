// Words of the public page of an award.
import { catalogue } from './catalogue.ts'

export const award = catalogue('award', {
  title: '{level} award {serial}',
  mark: 'Cultural Cohesion Quality Mark',
  nameRemoved: 'The holder’s name has been removed',
  awardedOn: 'Awarded on {date}',
  genuine: 'This award is genuine. Its number is {serial}.',
  whatLink: 'Find out about the quality mark',
  what: 'The Cultural Cohesion Quality Mark is awarded to organisations, groups and individuals who show improvements in how culturally responsive they are. {link}.',
})

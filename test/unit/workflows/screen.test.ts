// What in a text may tell who somebody is: found as people write it here, and not in dates, years and numbers of other things.
import { expect, it } from 'vitest'
import { tellTalesIn } from '../../../workflows/screen.ts'

it.each([
  ['Write to a.b+c@school.org.uk, please', 'email'],
  ['07700 900123', 'telephone'],
  ['(0113) 496 0000', 'telephone'],
  ['+44 (0)113 496-0000', 'telephone'],
  ['Aisha Khan, year 4', 'child'],
  ['Zoë O’Neill-Smith (aged 7)', 'child'],
  ['Adam Nowak in Y6', 'child'],
  ['Adam Nowak from class 4B', 'child'],
  ['Ana Rossi is 9 years old', 'child'],
])('finds in %j: %s', (text, found) => {
  expect(tellTalesIn([text])).toEqual([found])
})

it.each([
  'On 01/02/2027 and 2027-01-04, 10:30, we were 1,000,000 people; 0.25 of 300 000 000.',
  'Story Hour for Year 4 began. Harehills Primary School opened its doors. @iCCQM',
  'Aisha, year 4, and her friends',
])('finds nothing in %j', (text) => {
  expect(tellTalesIn([text])).toEqual([])
})

it('looks quickly through the longest text', () => {
  const long = ['a', '0', ' ', 'Aa ', '@', 'a.'].map((part) => part.repeat(30_000))
  expect(tellTalesIn(long)).toEqual([])
})

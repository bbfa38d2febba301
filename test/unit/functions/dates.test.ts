// Days are shown and counted in Europe/London; weekends and English bank holidays are no working days.
import { describe, expect, it } from 'vitest'
import { addWorkingDays, formatDate } from '../../../functions/web/dates.ts'

describe('formatDate', () => {
  it('shows the day that it is in London', () => {
    expect(formatDate('2027-06-30T23:30:00Z')).toBe('1 July 2027')
    expect(formatDate('2026-12-31T23:30:00Z')).toBe('31 December 2026')
  })
})

describe('addWorkingDays', () => {
  it.each([
    ['over a weekend', '2026-11-27T09:00:00Z', 1, '30 November 2026'],
    ['over Easter', '2027-03-25T09:00:00Z', 1, '30 March 2027'],
    ['from a Sunday', '2026-11-29T09:00:00Z', 5, '4 December 2026'],
    ['over the change to summer time', '2027-03-26T23:30:00Z', 1, '30 March 2027'],
  ])('%s', (_, from, days, to) => {
    expect(formatDate(addWorkingDays(new Date(from), days))).toBe(to)
  })
})

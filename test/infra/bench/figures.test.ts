// How the bench counts and prints.
import { expect, it } from 'vitest'
import { asTable, median, percentile } from '../../../infra/bench/figures.ts'

it('a percentile is a value that was measured', () => {
  const hundred = Array.from({ length: 100 }, (_, at) => 100 - at)
  expect(percentile(hundred, 0.95)).toBe(95)
  expect(percentile(hundred, 1)).toBe(100)
  expect(median([3, 1, 2])).toBe(2)
  expect(median([4, 1, 3, 2])).toBe(2)
  expect(median([7])).toBe(7)
  expect(() => median([])).toThrow('Nothing was measured')
})

it('a table has words to the left and numbers to the right, and a gap where a row has nothing', () => {
  const rows = [
    { page: 'start', ms: 3.5, budget: 15 },
    { page: 'the hub', ms: 12.25 },
  ]
  expect(asTable({ title: 'Pages', rows })).toBe(
    [
      'Pages',
      '',
      'page        ms  budget',
      '-------  -----  ------',
      'start      3.5      15',
      'the hub  12.25',
      '',
    ].join('\n'),
  )
})

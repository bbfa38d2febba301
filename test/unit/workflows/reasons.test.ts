// Every question says why it is asked, and every long one has two examples; none is left over from a question that is gone.
import { expect, it } from 'vitest'
import { entriesOf } from '../../../workflows/fields.ts'
import { journey } from '../../../workflows/journey.ts'
import { stepsOf } from '../../../workflows/model.ts'
import { personalPledgeFields } from '../../../workflows/personal-pledge.ts'
import { examples } from '../../../workflows/words/definition/examples.ts'
import { reasonFor, reasons } from '../../../workflows/words/definition/reasons.ts'

const fields = [
  ...stepsOf(journey)
    .flatMap(({ sections }) => sections)
    .flatMap((section) => [...section.fields, ...(entriesOf(section)?.fields ?? [])]),
  ...personalPledgeFields,
]

it('has a reason for every question', () => {
  expect(fields.filter(({ id }) => !reasonFor(id)).map(({ id }) => id)).toEqual([])
})

it('has two examples for every long question', () => {
  const long = fields.filter(({ kind }) => kind === 'long-text').map(({ id }) => id)
  expect(long.length).toBeGreaterThan(20)
  expect(long.filter((id) => !examples[id]?.charity || !examples[id]?.school)).toEqual([])
})

it('has none for a question that nobody asks', () => {
  const ids = new Set(fields.map(({ id }) => id))
  expect([...Object.keys(reasons), ...Object.keys(examples)].filter((id) => !ids.has(id))).toEqual([])
})

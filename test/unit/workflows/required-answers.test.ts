// Much can be told and little must be: how many answers each part of the journey requires, counted as its issue counts them.
import { expect, it } from 'vitest'
import { type Field, type Section, sectionsFor, stepsOf } from '../../../workflows/model.ts'
import { newest } from '../../../workflows/released/index.ts'
import { requiredAnswers } from '../../../workflows/required.ts'

/** One that a condition can require counts as if the condition held; a required entry counts each required field of it once. */
function required(field: Field): number {
  const isRequired = field.required || field.requiredWhen !== undefined
  if (field.kind !== 'entries') return isRequired ? 1 : 0
  return isRequired ? sum(field.fields) : 0
}
const sum = (fields: readonly Field[]) => fields.reduce((total, field) => total + required(field), 0)
const inSections = (sections: readonly Section[]) => sum(sections.flatMap(({ fields }) => fields))
const steps = stepsOf(newest)
const toBronze = (individual: boolean) => inSections(steps.flatMap((step) => sectionsFor(step, individual)))

it('takes 4 answers to register interest, and at most 9 more to register', () => {
  const [interest, rest] = [true, undefined].map((registers) =>
    inSections(steps[0]!.sections.filter((section) => section.registers === registers)),
  )
  expect(interest).toBe(4)
  expect(rest).toBeLessThanOrEqual(9)
})

it('is said so on the pages that show every question', () => {
  for (const individual of [false, true])
    for (const step of steps)
      expect(requiredAnswers(step, individual), step.id).toBe(inSections(sectionsFor(step, individual)))
})

it('takes at most 45 answers to Bronze, and fewer of an individual', () => {
  expect(toBronze(false)).toBeLessThanOrEqual(45)
  expect(toBronze(true)).toBeLessThan(toBronze(false))
  // What it counts is there to be counted.
  expect(toBronze(true)).toBeGreaterThan(15)
})

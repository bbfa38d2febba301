// What was found wanting becomes rows of the plan: each once, with its aim and area, and none that was there or taken away.
import { expect, it } from 'vitest'
import { type Found, planRows } from '../../../workflows/plan-rows.ts'

const improvement = (id: string, what: string) => ({
  id,
  answers: { improvementWhat: what, improvementArea: 'practices', improvementTopic: 'age' },
})
const found: Found = {
  improvements: [
    improvement('aaaaaaaaaaaaaaaa', 'Hear from parents'),
    improvement('bbbbbbbbbbbbbbbb', 'Mix teams'),
  ],
  answers: { viewBelong: 'beginning', viewIdeas: 'not-yet', viewReview: 'mostly', viewLearn: 'do-not-know' },
  known: new Set(),
}
const say = (field: string) => `The words of ${field}`

it('takes each improvement, and each statement that is not true yet', () => {
  const rows = planRows(found, say)
  expect(rows.map(({ typed }) => typed)).toEqual([
    { actionAim: ['Hear from parents'], actionArea: ['practices'], actionTopic: ['age'] },
    { actionAim: ['Mix teams'], actionArea: ['practices'], actionTopic: ['age'] },
    { actionAim: ['The words of viewBelong'], actionArea: ['attitudes'], actionTopic: ['class'] },
    { actionAim: ['The words of viewIdeas'], actionArea: ['innovation'] },
  ])
  for (const { id } of rows) expect(id).toMatch(/^[0-9a-z]{16}$/)
  expect(new Set(rows.map(({ id }) => id)).size).toBe(4)
})

it('makes the same row of the same thing, and none of what is known', () => {
  const rows = planRows(found, say)
  expect(planRows(found, say)).toEqual(rows)
  const [first, ...others] = rows
  expect(planRows({ ...found, known: new Set([first!.id]) }, say)).toEqual(others)
})

it('leaves out what is not said yet', () => {
  const unfinished = [{ id: 'cccccccccccccccc', answers: { improvementWhat: 'Something' } }]
  expect(planRows({ improvements: unfinished, answers: {}, known: new Set() }, say)).toEqual([])
  const aside = { doesNotApply: 'See our plan.' }
  const asides = [
    { id: 'dddddddddddddddd', answers: { improvementWhat: aside, improvementArea: 'skills' } },
    { id: 'eeeeeeeeeeeeeeee', answers: { improvementWhat: 'Something', improvementArea: aside } },
  ]
  expect(planRows({ improvements: asides, answers: {}, known: new Set() }, say)).toEqual([])
})

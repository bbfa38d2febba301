// Every question can be read and printed before registering: what it asks, in which case, why, the options, the aims, two examples.
import { brotliCompressSync } from 'node:zlib'
import { parse } from 'node-html-parser'
import { describe, expect, it } from 'vitest'
import { layout, type Page } from '../../../functions/web/layout.ts'
import { allQuestionsPage, questionsIndexPage, stepQuestionsPage } from '../../../functions/web/questions.ts'
import { registerPage } from '../../../functions/web/register.ts'
import { registerForPage } from '../../../functions/web/register-for.ts'
import { styleSheet } from '../../../functions/web/style-sheet.css.ts'
import { aims } from '../../../workflows/aims.ts'
import { entriesOf } from '../../../workflows/fields.ts'
import type { PlainField } from '../../../workflows/model.ts'
import { stepsOf } from '../../../workflows/model.ts'
import { newest } from '../../../workflows/released/index.ts'
import { requiredAnswers } from '../../../workflows/required.ts'
import { examplesFor } from '../../../workflows/words/definition/examples.ts'
import { reasonFor } from '../../../workflows/words/definition/reasons.ts'
import { optionalWord, word } from '../../../workflows/words.ts'

const steps = stepsOf(newest)
const rootOf = (page: Page) => parse(page.body.html)
const textOf = (page: Page) => rootOf(page).text.replace(/\s+/g, ' ')
const commitment = steps.find(({ id }) => id === 'commitment-and-pledge')!

describe.each(steps.map((step) => [step.id, step] as const))('the questions of %s', (_, step) => {
  const text = textOf(stepQuestionsPage(newest, step))
  const all = textOf(allQuestionsPage(newest))
  const sections = step.sections
  const fields = sections.flatMap(
    (section) => (entriesOf(section)?.fields ?? section.fields) as readonly PlainField[],
  )

  it('stand there with hint, options and what each option is, here and all on one page', () => {
    for (const field of fields) {
      const ids = [`field.${field.id}`, `field.${field.id}.hint`]
      if ('options' in field)
        ids.push(
          ...field.options.flatMap((each) => [`field.${field.id}.${each}`, `field.${field.id}.${each}.hint`]),
        )
      for (const said of ids.map(optionalWord).filter((each) => each !== undefined)) {
        expect(text).toContain(said)
        expect(all).toContain(said)
      }
    }
  })

  it('say why they are asked, each entry that is asked again and again too', () => {
    for (const { id } of [...fields, ...sections.flatMap((section) => entriesOf(section) ?? [])])
      expect(text, id).toContain(reasonFor(id))
  })

  it('have their examples where they are printed, not behind a press', () => {
    const root = rootOf(stepQuestionsPage(newest, step))
    expect(root.querySelectorAll('details')).toHaveLength(0)
    for (const example of fields.flatMap(({ id }) => examplesFor(id) ?? [])) {
      expect(text).toContain(example.charity.replace(/\s+/g, ' '))
      expect(text).toContain(example.school.replace(/\s+/g, ' '))
    }
  })
})

it('says the three aims that are committed to', () => {
  for (const page of [stepQuestionsPage(newest, commitment), allQuestionsPage(newest)])
    for (const aim of aims) expect(textOf(page)).toContain(aim)
})

it('says on which other answer it depends that one must be answered', () => {
  const text = textOf(stepQuestionsPage(newest, commitment))
  const name = text.slice(text.indexOf(word('field.decidingBodyName')))
  expect(name.slice(0, 250)).toContain(
    'Please answer if you choose “Somebody else” under “Who decided that you commit to the mark?”',
  )
})

it('counts for an organisation and for an individual', () => {
  const count = (individual: boolean) =>
    steps.reduce((sum, step) => sum + requiredAnswers(step, individual), 0)
  const text = textOf(questionsIndexPage(newest))
  expect(text).toContain(`${count(false)} answers in all`)
  expect(text).toContain(`${count(true)} if you apply as an individual`)
  const links = rootOf(questionsIndexPage(newest)).querySelectorAll('a')
  expect(links.map((a) => a.getAttribute('href'))).toContain('/questions/all')
})

it('says why it asks on the pages to register with', () => {
  const own = textOf(registerPage('n'))
  const team = textOf(registerForPage({ nonce: 'n', token: 't' }))
  for (const id of ['organisationName', 'applyingAs', 'contactName', 'contactEmail']) {
    expect(own, id).toContain(reasonFor(id))
    expect(team, id).toContain(reasonFor(id))
  }
})

it('keeps every page within 14 KB with the style sheet, compressed', () => {
  const settings = {
    contact: { name: 'N', address: 'ccqm@leeds.example', telephone: '0113', handle: '@', hashtags: [] },
  }
  const pages = [
    registerPage('n'),
    questionsIndexPage(newest),
    allQuestionsPage(newest),
    ...steps.map((step) => stepQuestionsPage(newest, step)),
  ]
  const sizes = pages.map((page) => brotliCompressSync(layout(settings, undefined, page)).length)
  expect(Math.max(...sizes) + brotliCompressSync(styleSheet).length).toBeLessThan(14 * 1024)
})

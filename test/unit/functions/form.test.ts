// Every field of the journey: it has its words, renders with label, hint and error tied to it, and keeps what was typed.
import { parse } from 'node-html-parser'
import { describe, expect, it } from 'vitest'
import { type Files, noFiles } from '../../../functions/web/file-list.ts'
import { errorSummary, messagesFor, renderFields } from '../../../functions/web/form.ts'
import { checkFields, type Problem } from '../../../workflows/fields.ts'
import { journey } from '../../../workflows/journey.ts'
import { type PlainField, stepsOf, waitsOf } from '../../../workflows/model.ts'
import { personalPledgeFields } from '../../../workflows/personal-pledge.ts'
import { optionalWord, word } from '../../../workflows/words.ts'

const sections = stepsOf(journey).flatMap((step) => step.sections)
const everyField = sections.flatMap((section) => section.fields)
const entries = everyField.filter((field) => field.kind === 'entries')
const fields = [
  ...everyField.flatMap((field) => (field.kind === 'entries' ? field.fields : [field])),
  ...personalPledgeFields,
]
/** A file is not typed: it has pages of its own. */
const typedFields = fields.filter(({ kind }) => kind !== 'file')
/** What a reference can name. */
const known: Files = {
  ...noFiles,
  referable: Object.fromEntries(
    fields.flatMap((field) =>
      field.kind === 'references'
        ? [[field.to, ['aaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbb'].map((id) => ({ id, title: `<b>${id}` }))]]
        : [],
    ),
  ),
}

describe('words', () => {
  it('are there for every level, phase, wait, section, field and option', () => {
    const ids = [
      ...journey.levels.map((id) => `level.${id}`),
      ...journey.phases.map(({ id }) => `phase.${id}`),
      ...waitsOf(journey).map(({ id }) => `wait.${id}`),
      ...stepsOf(journey).map(({ id }) => `wait.${id}.hint`),
      ...sections.map(({ id }) => `section.${id}`),
      ...[...fields, ...entries].map(({ id }) => `field.${id}`),
      ...entries.flatMap(({ id }) => [`field.${id}.one`, `field.${id}.hint`]),
      ...fields.flatMap(({ id, kind }) => (kind === 'declaration' ? [`field.${id}.yes`] : [])),
      ...[...fields, ...entries]
        .filter(({ required, requiredWhen }) => required || requiredWhen)
        .map(({ id }) => `field.${id}.missing`),
      ...fields.flatMap((field) =>
        'options' in field ? field.options.map((option) => `field.${field.id}.${option}`) : [],
      ),
    ]
    expect(ids.filter((id) => optionalWord(id) === undefined)).toEqual([])
    expect(ids.length).toBeGreaterThan(60)
  })

  it('say the limit that they speak of', () => {
    expect(word('problem.too-long', { limit: 200 })).toBe('Your answer must be 200 characters or fewer')
    expect(() => word('no.such.word')).toThrow('no.such.word')
  })
})

describe('a field', () => {
  const problem: Problem = { code: 'missing' }
  const messages = messagesFor(Object.fromEntries(fields.map(({ id }) => [id, problem])))

  it.each(typedFields)(
    '$id is labelled, and its error is tied to it and linked from the summary',
    (field) => {
      const root = parse(renderFields([field], {}, messages, known).html)
      const control = root.querySelector(`#${field.id}`)!
      expect(control.getAttribute('name')).toBe(field.id)
      const described = (control.closest('fieldset') ?? control).getAttribute('aria-describedby')!.split(' ')
      for (const id of described) expect(root.querySelector(`#${id}`)).not.toBeNull()
      expect(root.querySelector(`#${field.id}-error`)!.text).toContain(messages[field.id])
      const caption =
        control.closest('fieldset')?.querySelector('legend') ?? root.querySelector(`label[for="${field.id}"]`)
      expect(caption!.text).toContain(word(`field.${field.id}`))
      const summary = parse(errorSummary(messages)!.html)
      expect(summary.querySelector(`a[href="#${field.id}"]`)!.text).toBe(messages[field.id])
    },
  )

  it.each(typedFields)('$id shows what was typed again, escaped', (field) => {
    const chosen = oneOf(field)
    const typed = chosen ?? '"><b>'
    const root = parse(renderFields([field], { [field.id]: [typed] }, {}, known).html)
    expect(root.querySelector('b')).toBeNull()
    const shown = root.querySelectorAll('input[checked]').map((each) => each.getAttribute('value'))
    const text =
      root.querySelector('textarea')?.text.replace(/^\n/, '') ??
      root.querySelector('input')?.getAttribute('value')
    expect(chosen ? shown[0] : text).toBe(typed)
  })
})

describe('whatever is sent', () => {
  const nasty = [
    '"><script>alert(1)</script>',
    "' onfocus='x",
    'one\r\nBcc: two',
    'a\u202eb',
    '</textarea><script>',
    '__proto__',
    '\ud800',
    'x'.repeat(1_000_000),
  ]
  const today = '2027-06-30'

  it.each(typedFields)(
    '$id is refused with a message at the field, or kept, and never becomes HTML',
    (field) => {
      for (const value of nasty) {
        const typed = { [field.id]: [value, value].slice(0, field.kind === 'choices' ? 2 : 1) }
        const { problems, answers } = checkFields([field], typed, today)
        expect(field.id in problems !== field.id in answers).toBe(true)
        const told = messagesFor(problems)
        const root = parse(renderFields([field], typed, told, known).html)
        expect(root.querySelectorAll('script, [onfocus]')).toHaveLength(0)
        if (field.id in problems) {
          expect(root.querySelector(`#${field.id}-error`)!.text).toContain(told[field.id])
          expect(told[field.id]).not.toContain('alert')
        }
      }
    },
  )
})

/** What can be chosen, where something is. */
function oneOf(field: PlainField): string | undefined {
  if ('options' in field) return field.options[1]
  if (field.kind === 'references') return known.referable![field.to]![1]!.id
  return field.kind === 'declaration' ? 'yes' : undefined
}

describe('an error summary', () => {
  it('is not there when nothing is wrong', () => {
    expect(errorSummary({})).toBeUndefined()
  })
})

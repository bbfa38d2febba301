// Each kind of field: what it accepts and how it is stored, what it refuses, and that nothing ever throws or deceives.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkField, checkFields, checkReason } from '../../../workflows/fields.ts'
import type { PlainField } from '../../../workflows/model.ts'
import { clean, normaliseAddress } from '../../../workflows/typed-text.ts'
import { anyCharacter } from '../../support/any-text.ts'

const fields = {
  text: { id: 'f', kind: 'text', required: true, maxLength: 10 },
  'long-text': { id: 'f', kind: 'long-text', required: true, maxWords: 3 },
  choice: { id: 'f', kind: 'choice', required: true, options: ['one', 'two'] },
  choices: { id: 'f', kind: 'choices', required: true, options: ['one', 'two', 'three'] },
  number: { id: 'f', kind: 'number', required: true, min: 1, max: 1000 },
  email: { id: 'f', kind: 'email', required: true },
  telephone: { id: 'f', kind: 'telephone', required: true },
  url: { id: 'f', kind: 'url', required: true },
  postcode: { id: 'f', kind: 'postcode', required: true },
  date: { id: 'f', kind: 'date', required: true, past: true },
  declaration: { id: 'f', kind: 'declaration', required: true },
  file: { id: 'f', kind: 'file', required: true, max: 2 },
  references: { id: 'f', kind: 'references', required: true, to: 'action' },
} satisfies Record<PlainField['kind'], PlainField>
const today = '2027-06-30'
const kinds = Object.values(fields) as PlainField[]

describe('checkField', () => {
  it.each([
    ['text', ['  Ann Ó’Shea  '], 'Ann Ó’Shea'.normalize('NFC')],
    ['long-text', ['one\r\ntwo'], 'one\ntwo'],
    // What other programs put between letters is left out when text is pasted; what joins letters of other languages stays.
    ['long-text', ['\ufeffco\u00adope\u200bration'], 'cooperation'],
    ['text', ['نمی\u200cدانم'], 'نمی\u200cدانم'],
    ['email', ['head@school.example\u200b'], 'head@school.example'],
    ['choice', ['two'], 'two'],
    ['choices', ['three', 'one'], ['one', 'three']],
    ['number', ['1,000'], 1000],
    ['email', [' Head@School.Example '], 'head@school.example'],
    ['telephone', ['+44 (0)113 496-0000'], '+44 (0)113 496-0000'],
    ['url', ['www.school.example/mark'], 'https://www.school.example/mark'],
    ['url', ['http://school.example'], 'http://school.example/'],
    ['postcode', ['ls1 1ur'], 'LS1 1UR'],
    ['postcode', ['EC1A1BB'], 'EC1A 1BB'],
    ['date', ['30 6 2027'], '2027-06-30'],
    ['date', ['1/2/2027'], '2027-02-01'],
    ['date', ['2024-02-29'], '2024-02-29'],
    ['declaration', ['yes'], 'yes'],
    ['file', ['0123456789abcdef', 'fedcba9876543210'], ['0123456789abcdef', 'fedcba9876543210']],
    ['references', ['0123456789abcdef', '0123456789abcdef'], ['0123456789abcdef']],
  ] as const)('%s takes %j', (kind, typed, answer) => {
    expect(checkField(fields[kind], typed, today)).toEqual({ answer })
  })

  it.each([
    ['text', ['12345678901'], 'too-long'],
    ['text', ['two\nlines'], 'not-one-line'],
    ['text', ['one', 'two'], 'given-twice'],
    ['long-text', [`a${'\u0301'.repeat(100)}`], 'unreadable'],
    ['text', [`a${' '.repeat(90)}b`], 'too-long'],
    ['long-text', [`${' '.repeat(540)}a`], 'too-long'],
    ['telephone', [`0113${' '.repeat(8000)}4960000`], 'too-long'],
    ['choices', Array(201).fill('one'), 'not-an-option'],
    ['references', Array(201).fill('0123456789abcdef'), 'not-an-option'],
    ['text', ['abc\u202edef'], 'unreadable'],
    ['text', ['\ud800'], 'unreadable'],
    ['text', ['nul\0'], 'unreadable'],
    ['long-text', ['one two three four'], 'too-many-words'],
    ['long-text', ['x'.repeat(1_000_000)], 'too-long'],
    ['choice', ['four'], 'not-an-option'],
    ['choice', ['constructor'], 'not-an-option'],
    ['choices', ['one', 'four'], 'not-an-option'],
    ['number', ['1.5'], 'not-a-number'],
    ['number', ['forty'], 'not-a-number'],
    ['number', ['0'], 'too-small'],
    ['number', ['1001'], 'too-large'],
    ['email', ['not-an-address'], 'not-an-email'],
    ['email', ['a@b'], 'not-an-email'],
    ['email', ['a b@school.example'], 'not-an-email'],
    ['email', ['a@school.example\r\nBcc: b@c.example'], 'not-one-line'],
    ['telephone', ['call me'], 'not-a-telephone'],
    ['telephone', ['123'], 'not-a-telephone'],
    ['url', ['javascript:alert(1)'], 'not-a-url'],
    ['url', ['ftp://school.example'], 'not-a-url'],
    ['url', ['https://user:word@school.example'], 'not-a-url'],
    ['url', ['school'], 'not-a-url'],
    ['postcode', ['LS1'], 'not-a-postcode'],
    ['postcode', ['12345'], 'not-a-postcode'],
    ['date', ['31 2 2027'], 'not-a-date'],
    ['date', ['2027'], 'not-a-date'],
    ['date', ['1 7 2027'], 'in-the-future'],
    ['declaration', ['no'], 'not-an-option'],
    ['references', ['__proto__'], 'not-an-option'],
    ['references', ['0123456789abcdef', 'x'], 'not-an-option'],
  ] as const)('%s refuses %j as %s', (kind, typed, code) => {
    expect(checkField(fields[kind], typed, today)).toMatchObject({ problem: { code } })
  })

  it.each(kinds)('$kind: empty is missing when it is required, and no answer when it is not', (field) => {
    expect(checkField(field, [' '], today)).toEqual({ problem: { code: 'missing' } })
    expect(checkField({ ...field, required: false }, [], today)).toEqual({ answer: undefined })
  })

  it.each(kinds)(
    '$kind: whatever comes is answered or refused, never thrown, and a stored answer is accepted again',
    (field) => {
      const anything = fc.array(fc.string({ unit: anyCharacter, maxLength: 40 }), { maxLength: 3 })
      fc.assert(
        fc.property(anything, (typed) => {
          const checked = checkField(field, typed, today)
          if ('problem' in checked) return void expect(checked.problem.code).toBeTruthy()
          const { answer } = checked
          if (answer === undefined) return
          const again = checkField(
            field,
            Array.isArray(answer) ? (answer as string[]) : [String(answer)],
            today,
          )
          expect(again).toEqual({ answer })
          expect(JSON.stringify(answer)).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
        }),
      )
    },
  )
})

describe('checkFields', () => {
  it('gives the answers that are right and what is wrong with the others', () => {
    const both = [fields.text, { ...fields.number, id: 'n' }]
    expect(checkFields(both, { f: ['Ann'], n: ['many'] }, today)).toEqual({
      answers: { f: 'Ann' },
      problems: { n: { code: 'not-a-number' } },
    })
  })
})

describe('a question that is set aside', () => {
  const because = { 'f-because': [' We are one person. '] }

  it.each(kinds)('$kind: is answered by the reason, also when it is required', (field) => {
    expect(checkFields([field], because, today)).toEqual({
      answers: { f: { doesNotApply: 'We are one person.' } },
      problems: {},
    })
  })

  it.each(kinds)('$kind: is refused when it is answered too, or cannot be read', (field) => {
    const typed = { ...because, f: [field.kind === 'declaration' ? 'yes' : '0123456789abcdef'] }
    expect(checkFields([field], typed, today).problems.f).toEqual({ code: 'answered-and-not' })
  })

  it.each([
    ['a control', 'one\u0000two', 'unreadable'],
    ['a bidi control', 'one\u202etwo', 'unreadable'],
    ['half a surrogate pair', '\ud800', 'unreadable'],
    ['nothing to read', '– …', 'unreadable'],
    ['a megabyte', 'x'.repeat(1_000_000), 'reason-too-long'],
  ])('is refused for %s', (_, reason, code) => {
    const { answers, problems } = checkFields([fields.text], { 'f-because': [reason] }, today)
    expect([answers, problems]).toMatchObject([{}, { f: { code } }])
    expect(answers).not.toHaveProperty('f')
  })

  it('is not set aside by blanks, nor by what every object has', () => {
    expect(checkFields([fields.text], { 'f-because': [' ', ''] }, today).problems).toEqual({
      f: { code: 'missing' },
    })
    const odd = { ...fields.text, id: 'constructor' }
    expect(checkFields([odd], { [odd.id]: ['Ann'] }, today)).toEqual({
      answers: { constructor: 'Ann' },
      problems: {},
    })
  })
})

describe('requiredWhen', () => {
  const optional = { ...fields.text, required: false }
  const other = { ...fields.choice, id: 'other', required: false }
  const one: readonly PlainField[] = [
    other,
    { ...optional, requiredWhen: { field: 'other', is: 'one-of', options: ['two'] } },
  ]
  const either: readonly PlainField[] = [
    other,
    { ...optional, requiredWhen: { field: 'other', is: 'unanswered' } },
  ]
  const codes = (of: readonly PlainField[], typed: Record<string, string[]>) =>
    Object.entries(checkFields(of, typed, today).problems).map(([id, { code }]) => `${id} ${code}`)

  it('asks for an answer when the other one is one of these, and else does not', () => {
    expect(codes(one, { other: ['two'] })).toEqual(['f missing'])
    expect(codes(one, { other: ['one'] })).toEqual([])
    expect(codes(one, {})).toEqual([])
    expect(codes(one, { other: ['two'], f: ['Ann'] })).toEqual([])
    expect(codes(one, { other: ['two'], 'f-because': ['We have none.'] })).toEqual([])
  })

  it('asks for one of two: not for this one when the other is answered or set aside', () => {
    expect(codes(either, {})).toEqual(['f missing'])
    expect(codes(either, { other: ['one'] })).toEqual([])
    expect(codes(either, { 'other-because': ['We have none.'] })).toEqual([])
  })
})

describe('normaliseAddress', () => {
  it('is stable, and gives nothing that could become a second header or a second recipient', () => {
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), fc.string({ unit: anyCharacter })), (typed) => {
        const address = normaliseAddress(typed)
        if (address === undefined) return
        expect(normaliseAddress(address)).toBe(address)
        expect(address).toMatch(/^[^\s,;<>"]+@[^\s,;<>"]+$/)
      }),
    )
  })
})

describe('clean', () => {
  it('keeps lines in long text and refuses them elsewhere', () => {
    expect(clean('a\r\nb', true)).toBe('a\nb')
    expect(clean('a\r\nb', false)).toBeUndefined()
  })
})

describe('letters that come in parts', () => {
  it('count as the letters that they are', () => {
    const field = { id: 'f', kind: 'text', required: false, maxLength: 100 } as PlainField
    const typed = '한'.repeat(100)
    expect(checkField(field, [typed.normalize('NFD')], '2027-01-04')).toEqual({ answer: typed })
    expect(checkField(field, [`${typed}한`.normalize('NFD')], '2027-01-04')).toMatchObject({
      problem: { code: 'too-long' },
    })
    expect(checkReason([typed.normalize('NFD')])).toEqual({ answer: { doesNotApply: typed } })
  })
})

describe('what no page sends', () => {
  it('is refused before it costs time: more marks on one letter than any script has', () => {
    const field = { id: 'f', kind: 'text', required: false, maxLength: 100 } as PlainField
    const marked = (marks: number) => checkField(field, [`a${'\u0316'.repeat(marks)}`], '2027-01-04')
    expect(marked(30)).toHaveProperty('answer')
    expect(marked(31)).toEqual({ problem: { code: 'unreadable' } })
  })

  it('is refused at its field: one answer given twice, and what was no text', () => {
    for (const kind of ['text', 'long-text'] as const) {
      const field = { id: 'f', kind, required: false, maxLength: 100, maxWords: 100 } as PlainField
      expect(checkField(field, ['one', 'two'], '2027-01-04')).toEqual({ problem: { code: 'given-twice' } })
      expect(checkField(field, ['a\ufffdb'], '2027-01-04')).toEqual({ problem: { code: 'unreadable' } })
    }
  })

  it('is not looked through to its end when it cannot be an answer', () => {
    expect(clean(`e${'\u0316\u0301'.repeat(500_000)}`, true)).toBeUndefined()
    expect(clean(`e${'\u0316\u0301\u00ad'.repeat(500_000)}`, true)).toBeUndefined()
    expect(checkReason([`a${' '.repeat(1_000_000)}a`])).toEqual({
      problem: { code: 'reason-too-long', limit: 300 },
    })
    expect(checkReason(['One.', 'Two.'])).toEqual({ problem: { code: 'given-twice' } })
  })

  it('is no letter of any language: those with many marks are taken', () => {
    for (const text of ['Đặng Thị Hồng', 'שָׁלוֹם', 'ཧཱུྃ', 'ਪੰਜਾਬੀ', 'বাংলা', `x${'\u0301'.repeat(30)}`])
      expect(clean(text, false)).toBe(text.normalize('NFC'))
  })

  it('is not a reason of several lines: they come as one', () => {
    expect(checkReason(['We are six.\r\n\r\nWe cook.'])).toEqual({
      answer: { doesNotApply: 'We are six. We cook.' },
    })
  })
})

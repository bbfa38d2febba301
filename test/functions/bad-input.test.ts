// What no page sends, in every field of every section: refused with a message at the field, the other answers kept, nothing reflected.
import { type HTMLElement, parse } from 'node-html-parser'
import { describe, expect, it } from 'vitest'
import { entriesOf, mayNotApply, plainFieldsOf, reasonName } from '../../workflows/fields.ts'
import { type PlainField, sectionsFor, stepsOf } from '../../workflows/model.ts'
import { newest as definition } from '../../workflows/released/index.ts'
import { word } from '../../workflows/words.ts'
import {
  call,
  changes,
  eventRows,
  eventsUntil,
  everyday,
  given,
  journey,
  log,
  sample,
  tokenFor,
  type WebAnswer,
  withBody,
} from './support.ts'

const entry = '0123456789abcdef'
type Pair = readonly [name: string, value: string]

interface Place {
  readonly step: string
  readonly section: string
  readonly entry?: string
  readonly fields: readonly PlainField[]
  /** Those that can be set aside. */
  readonly aside: readonly PlainField[]
}

/** A file is not typed: it has pages of its own. */
const places = stepsOf(definition).flatMap((step) =>
  sectionsFor(step, false)
    .filter(({ registers }) => !registers)
    .map((section): [string, Place] => {
      const entries = entriesOf(section)
      const all = entries?.fields ?? plainFieldsOf(section)
      const fields = all.filter(({ kind }) => kind !== 'file')
      const aside = fields.filter((field) => mayNotApply(section, field))
      const place = { step: step.id, section: section.id, ...(entries && { entry }), fields, aside }
      return [`${step.id}/${section.id}`, place]
    }),
)

/** URLSearchParams sends no half of a surrogate pair: here it stands for what is no text. */
async function send({ step, section, entry }: Place, pairs: readonly Pair[]): Promise<WebAnswer> {
  given(...everyday(), ...eventRows(eventsUntil('registration')))
  const hidden: Pair[] = [
    ['token', tokenFor('submit-section')],
    ['revision', '0'],
    ['action', 'save'],
  ]
  const encode = (text: string) =>
    encodeURIComponent(text).replaceAll('%20', '+').replaceAll('%EF%BF%BD', '%ED%A0%80')
  const body = [...hidden, ...pairs].map((pair) => pair.map(encode).join('=')).join('&')
  const event = sample('submit-section')
  return call('submit-section', {
    ...withBody(event, body),
    pathParameters: { journey, step, section, ...(entry && { entry }) },
  })
}

/** A right answer, with what would be HTML where it can. */
function right(field: PlainField): string {
  switch (field.kind) {
    case 'text':
    case 'long-text':
      return `"'><b>`.padEnd(8, 'x')
    case 'choice':
    case 'choices':
      return field.options[1]!
    case 'number':
      return String(field.max)
    case 'email':
      return "o'b@example.org"
    case 'telephone':
      return '0113 496 0000'
    case 'url':
      return 'https://example.org/?a=1&b=<b>'
    case 'postcode':
      return 'LS8 5HS'
    case 'date':
      return '31 12 2026'
    case 'declaration':
      return 'yes'
    default:
      return entry
  }
}

/** What of the answers of a field the page shows; undefined for a question that has nothing to choose from yet. */
function shownIn(page: HTMLElement, name: string): string | undefined {
  const textarea = page.querySelector(`textarea[name="${name}"]`)
  const inputs = page.querySelectorAll(`input[name="${name}"]`)
  const isTyped = inputs.length === 1 && !/radio|checkbox/.test(inputs[0]!.getAttribute('type')!)
  const shown = isTyped ? inputs[0] : inputs.find((each) => each.hasAttribute('checked'))
  return (textarea?.text.replace(/^\n/, '') ?? shown?.getAttribute('value'))?.replace(/\ufffd+/g, '\ufffd')
}

const isTyped = ({ kind }: PlainField) => !/^(choices?|declaration|references)$/.test(kind)

/** Refused, with every answer that was right, and nothing of it markup. */
function expectRefused({ statusCode, body }: WebAnswer, kept: readonly Pair[]): HTMLElement {
  expect(statusCode).toBe(422)
  expect(changes()).toEqual([])
  expect(log).toEqual([])
  expect(body).toContain('<title>Error: ')
  const page = parse(body)
  expect(page.querySelectorAll('script, form b, form [onfocus]')).toEqual([])
  for (const [name, value] of kept) {
    const control = page.querySelector(`[name="${name}"]`)
    if (control) expect([name, shownIn(page, name)]).toEqual([name, value])
  }
  return page
}

/** Beside the field, and at the top with a link to it. */
function messageAt(page: HTMLElement, id: string): string | undefined {
  const message = page.querySelector(`#${id}-error`)?.text
  expect([id, page.querySelector(`.govuk-error-summary a[href="#${id}"]`) !== null]).toEqual([
    id,
    message !== undefined,
  ])
  return message
}

const unreadable = word('problem.unreadable')
const heap = `e${'\u0316\u0301'.repeat(20)}`

/** What comes under a field's name, and what is said of it; a text of several lines may have them. */
const bad: readonly [string, readonly string[], RegExp | undefined][] = [
  ['CR and LF', ['one\r\nBcc: two'], new RegExp(word('problem.not-one-line'))],
  ['LF alone', ['one\nBcc: two'], new RegExp(word('problem.not-one-line'))],
  ['a bidi control', ['a\u202e<b>b'], new RegExp(unreadable)],
  ['half a surrogate pair', ['a\ufffdb'], new RegExp(unreadable)],
  ['a NUL', ['a\u0000b'], new RegExp(unreadable)],
  ['a heap of marks', [heap], new RegExp(unreadable)],
  ['its name twice', ['<b>one', '<b>two'], undefined],
]

/** A text of several lines has line ends. */
const refuses =
  (what: string) =>
  ({ kind }: PlainField) =>
    !(kind === 'long-text' && /LF/.test(what))

describe.each(places)('the form of %s', (_, place) => {
  const { fields, aside } = place

  it.each(bad)('refuses %s at each field, and keeps the others', async (what, values, sentence) => {
    if (!fields.some(refuses(what))) return void expect(fields.filter(refuses(what))).toEqual([])
    for (const half of [0, 1]) {
      const [wrong, others] = [0, 1].map((of) => fields.filter((__, at) => at % 2 === (half + of) % 2))
      const refused = wrong!.filter(refuses(what))
      if (refused.length === 0) continue
      const good = others!.map((field): Pair => [field.id, right(field)])
      const sent = wrong!.flatMap(({ id }) => values.map((value): Pair => [id, value]))
      const page = expectRefused(await send(place, [...sent, ...good]), good)
      for (const field of refused) {
        // Nothing is asked yet of what there is nothing to refer to.
        if (field.kind === 'references') continue
        const message = messageAt(page, field.id)
        expect([field.id, message]).toEqual([field.id, expect.stringMatching(sentence ?? /\w/)])
        if (isTyped(field)) expect(shownIn(page, field.id)).toBe(values[0])
      }
      for (const { id } of others!) expect(messageAt(page, id)).toBeUndefined()
    }
  })

  it.each(bad)('refuses %s in the reason why a question does not apply', async (what, values) => {
    if (aside.length === 0) return void expect(aside).toEqual([])
    const sent = aside.flatMap(({ id }) => values.map((value): Pair => [reasonName(id), value]))
    const answer = await send(place, sent)
    // A reason is one paragraph: its line ends are blanks.
    if (/LF/.test(what)) return void expect(answer.statusCode).toBe(303)
    const page = expectRefused(answer, [])
    for (const { id } of aside) {
      expect(messageAt(page, reasonName(id))).toMatch(/\w/)
      expect(shownIn(page, reasonName(id))).toBe(values[0])
    }
  })

  it.each(['nobodyAsksThis', '__proto__', 'constructor', '"><script>', '', 'a\u202eb', '\ufffd'])(
    'says above the answers that something came under the name of %j',
    async (name) => {
      const good = fields.map((field): Pair => [field.id, right(field)])
      const page = expectRefused(await send(place, [...good, [name, '"><script>alert(1)</script>']]), good)
      const summary = page.querySelector('.govuk-error-summary')!
      expect(summary.text).toContain(word('problem.not-asked'))
      expect(page.text).not.toContain('alert(1)')
      for (const { id } of fields) expect(messageAt(page, id)).toBeUndefined()
      // What came back can be sent as it stands.
      const again = good.filter(([id]) => page.querySelector(`[name="${id}"]`))
      expect((await send(place, again)).statusCode).toBe(303)
    },
  )

  it('takes every text at its limit in letters of four bytes, and keeps it in a row', async () => {
    const letter = '\u{1e900}'
    const texts = fields.flatMap((field): Pair[] => {
      if (field.kind === 'text') return [[field.id, letter.repeat(field.maxLength)]]
      if (field.kind !== 'long-text') return []
      const length = field.maxLength ?? field.maxWords * 20
      const all = `${letter.repeat(Math.floor(length / field.maxWords) - 1)} `.repeat(field.maxWords)
      return [[field.id, all.trim()]]
    })
    if (texts.length === 0) return void expect(texts).toEqual([])
    expect((await send(place, texts)).statusCode).toBe(303)
    const draft = changes().find(({ sk, pk }) => pk === `DRAFT#${journey}` && sk.includes(place.section))!
    expect(draft.input.Item!.typed).toEqual(Object.fromEntries(texts.map(([id, text]) => [id, [text]])))
    expect(Buffer.byteLength(JSON.stringify(draft.input.Item))).toBeLessThan(400_000)
  })

  it('takes no blanks that would not fit into a row', async () => {
    const typed = fields.filter(isTyped)
    if (typed.length === 0) return void expect(typed).toEqual([])
    for (const field of typed) {
      const padded = `1${' '.repeat(130_000)}1`
      const page = expectRefused(await send(place, [[field.id, padded]]), [])
      expect(messageAt(page, field.id)).toMatch(/or fewer/)
      expect(shownIn(page, field.id)).toBe(padded)
    }
  })
})

const kinds = new Map(
  places.flatMap(([, place]) => place.fields.map((field) => [field.kind, { place, field }] as const)),
)

describe('a megabyte', () => {
  it('is tried in every kind of field that there is', () => {
    const all = places.flatMap(([, { fields }]) => fields.map(({ kind }) => kind))
    expect(new Set(kinds.keys())).toEqual(new Set(all))
    expect(kinds.size).toBe(12)
  })

  it.each([...kinds])(
    'of letters, of blanks, and of line ends is refused in a field of kind %s',
    async (kind, at) => {
      const { place, field } = at
      for (const value of [
        'x'.repeat(1 << 20),
        `x${' '.repeat(1 << 20)}x`,
        `x${'\n'.repeat(1 << 18)}x`,
        '<b>'.repeat(1 << 17),
      ]) {
        const others = place.fields
          .filter(({ id }) => id !== field.id)
          .map((each): Pair => [each.id, right(each)])
        const page = expectRefused(await send(place, [[field.id, value], ...others]), others)
        if (kind === 'references') continue
        expect(messageAt(page, field.id)).toMatch(/\w/)
        if (isTyped(field)) expect(shownIn(page, field.id)).toBe(value)
      }
    },
  )
})

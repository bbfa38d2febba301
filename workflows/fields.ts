// Each kind of field once: how what a person typed becomes an answer, or what is the matter with it.
import type { Condition, Field, FieldKind, PlainField, Section } from './model.ts'
import { clean, normaliseAddress } from './typed-text.ts'

export type Answer = string | number | readonly string[] | readonly Answers[] | DoesNotApply
/** The question was not answered but set aside, with the reason. */
export interface DoesNotApply {
  readonly doesNotApply: string
}
export interface Answers {
  readonly [field: string]: Answer
}

/** `code` names the sentence `problem.<code>` in words.ts; `limit` is what it speaks of. */
export interface Problem {
  readonly code:
    | 'missing'
    | 'too-long'
    | 'too-many-words'
    | 'not-an-option'
    | 'not-a-number'
    | 'too-small'
    | 'too-large'
    | 'not-an-email'
    | 'not-a-telephone'
    | 'not-a-url'
    | 'not-a-postcode'
    | 'not-a-date'
    | 'in-the-future'
    | 'too-many-entries'
    | 'too-many-files'
    | 'being-checked'
    | 'unreadable'
    | 'not-one-line'
    | 'given-twice'
    | 'not-asked'
    | 'answered-and-not'
    | 'reason-too-long'
  readonly limit?: number
}

/** What a web address may have, in characters; nothing else on one line has as many. */
const longestLine = 2000

type Checked = { readonly answer: Answer } | { readonly problem: Problem }
type PlainKind = Exclude<FieldKind, 'entries'>
type Of<K extends PlainKind> = Extract<PlainField, { kind: K }>

/** What each kind accepts; it is given a value that is there, trimmed, in NFC and without characters that deceive. */
const checks: {
  readonly [K in PlainKind]: (field: Of<K>, values: readonly string[], today: string) => Checked
} = {
  text: (field, [value]) => within(value!, field.maxLength),
  'long-text': (field, [value]) => {
    const words = value!.split(/\s+/u).length
    if (words > field.maxWords) return { problem: { code: 'too-many-words', limit: field.maxWords } }
    return within(value!, field.maxLength ?? field.maxWords * 20)
  },
  choice: (field, [value]) =>
    field.options.includes(value!) ? { answer: value! } : { problem: { code: 'not-an-option' } },
  choices: (field, values) =>
    values.every((value) => field.options.includes(value))
      ? { answer: field.options.filter((option) => values.includes(option)) }
      : { problem: { code: 'not-an-option' } },
  number: (field, [value]) => {
    const digits = value!.replace(/[ ,]/g, '')
    if (!/^-?\d{1,12}$/.test(digits)) return { problem: { code: 'not-a-number' } }
    const number = Number(digits)
    if (number < field.min) return { problem: { code: 'too-small', limit: field.min } }
    if (number > field.max) return { problem: { code: 'too-large', limit: field.max } }
    return { answer: number }
  },
  email: (_, [value]) => {
    const address = normaliseAddress(value!)
    return address ? { answer: address } : { problem: { code: 'not-an-email' } }
  },
  telephone: (_, [value]) => {
    const digits = value!.replace(/\D/g, '').length
    const looksRight = /^\+?[\d\s()./-]+$/.test(value!) && digits >= 7 && digits <= 15
    return looksRight ? { answer: value! } : { problem: { code: 'not-a-telephone' } }
  },
  url: (_, [value]) => {
    const url = URL.parse(/^https?:\/\//i.test(value!) ? value! : `https://${value}`)
    const usable =
      url && /^https?:$/.test(url.protocol) && url.hostname.includes('.') && !url.username && !url.password
    return usable && url.href.length <= longestLine
      ? { answer: url.href }
      : { problem: { code: 'not-a-url' } }
  },
  postcode: (_, [value]) => {
    const compact = value!.toUpperCase().replace(/[\s.-]/g, '')
    // The form of a UK postcode: outward code, then a digit and two letters (BS 7666).
    return /^([A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}|GIR0AA)$/.test(compact)
      ? { answer: `${compact.slice(0, -3)} ${compact.slice(-3)}` }
      : { problem: { code: 'not-a-postcode' } }
  },
  date: (field, [value], today) => {
    const date = readDate(value!)
    if (!date) return { problem: { code: 'not-a-date' } }
    return field.past && date > today ? { problem: { code: 'in-the-future' } } : { answer: date }
  },
  declaration: (_, [value]) => (value === 'yes' ? { answer: 'yes' } : { problem: { code: 'not-an-option' } }),
  /** The ids of its files. What became of each stands in a row of its own. */
  file: (field, values) => {
    if (!values.every((value) => /^[0-9a-z]{16}$/.test(value))) return { problem: { code: 'unreadable' } }
    if (values.length > field.max) return { problem: { code: 'too-many-files', limit: field.max } }
    return { answer: values }
  },
  references: (_, values) =>
    values.every((value) => /^[0-9a-z]{16}$/.test(value))
      ? { answer: [...new Set(values)] }
      : { problem: { code: 'not-an-option' } },
}

/** How long a reason can be for which a question does not apply, in characters. */
const longestReason = 300

/** Under which name a form brings the reason for which a question does not apply. */
export function reasonName(field: string): string {
  return `${field}-because`
}

/** The formal commitment is made of these: without one of them there is nothing to sign, or nobody who does. */
const mustBeSaid = [
  'pledgeWording',
  'decidingBody',
  'decidingBodyName',
  'signatureWay',
  'signatoryName',
  'signatoryEmail',
]

/**
 * Whether it can be said of the question that it does not apply: not of who somebody is, not of what is declared, and not of
 * what the commitment is made of.
 */
export function mayNotApply(
  section: Pick<Section, 'registers'>,
  { id, kind }: Pick<Field, 'id' | 'kind'>,
): boolean {
  return !section.registers && kind !== 'declaration' && !mustBeSaid.includes(id)
}

/** Kinds of which a form sends several answers under one name. */
const severalValues: ReadonlySet<PlainField['kind']> = new Set(['choices', 'file', 'references'])

/** No question offers more to choose from, and no list that one refers to is longer. */
const mostChosen = 200

/** How long an answer can be, in characters. */
function longest(field: PlainField): number {
  if (field.kind === 'text') return field.maxLength
  if (field.kind === 'long-text') return field.maxLength ?? field.maxWords * 20
  return longestLine
}

/**
 * Whether it is longer as it was typed, with all its blanks, than any answer of so many characters: a draft keeps what was
 * typed, in a row that ends at 400 KB, and what follows need not look through it. A letter has four bytes at most, or nine
 * where it comes in parts, as a syllable of Korean can: what is short has room for that.
 */
function isBeyond(value: string, characters: number): boolean {
  const bytesEach = characters > 300 ? 4 : 9
  return new TextEncoder().encode(value).length > bytesEach * characters
}

/**
 * Checks one answer. `values` are the strings that came under the field's name: none, one, or several for choices.
 * An optional field left empty gives no answer. `today` is the day in London, as 2027-01-31.
 */
export function checkField(
  field: PlainField,
  values: readonly string[],
  today: string,
): Checked | { readonly answer: undefined } {
  const cleaned: string[] = []
  const most = longest(field)
  for (const value of values) {
    if (value.trim() === '') continue
    if (isBeyond(value, most)) return { problem: { code: 'too-long', limit: most } }
    if (field.kind !== 'long-text' && /[\r\n]/.test(value.trim()))
      return { problem: { code: 'not-one-line' } }
    const text = clean(value, field.kind === 'long-text')
    if (text === undefined) return { problem: { code: 'unreadable' } }
    if (text !== '') cleaned.push(text)
  }
  if (cleaned.length > 1 && !severalValues.has(field.kind)) return { problem: { code: 'given-twice' } }
  if (cleaned.length > mostChosen) return { problem: { code: 'not-an-option' } }
  if (cleaned.length === 0) return field.required ? { problem: { code: 'missing' } } : { answer: undefined }
  const check = checks[field.kind] as (field: PlainField, values: readonly string[], today: string) => Checked
  return check(field, cleaned, today)
}

/**
 * Checks the plain fields of a section, or of one entry; `typed` holds what came, by field id. What one field asks of another
 * is looked at last: see `requiredWhen`.
 */
export function checkFields(
  fields: readonly PlainField[],
  typed: Readonly<Record<string, readonly string[]>>,
  today: string,
): { readonly answers: Answers; readonly problems: Readonly<Record<string, Problem>> } {
  const answers: Record<string, Answer> = {}
  const problems: Record<string, Problem> = {}
  for (const field of fields) {
    const reason = checkReason(typed[reasonName(field.id)])
    const checked = checkField(reason ? { ...field, required: false } : field, typed[field.id] ?? [], today)
    if (reason && 'problem' in reason) problems[field.id] = reason.problem
    else if (reason && !('answer' in checked && checked.answer === undefined))
      problems[field.id] = { code: 'answered-and-not' }
    else if (reason) answers[field.id] = reason.answer
    else if ('problem' in checked) problems[field.id] = checked.problem
    else if (checked.answer !== undefined) answers[field.id] = checked.answer
  }
  for (const field of fields) {
    const isAnswered = field.id in answers || field.id in problems
    if (!isAnswered && isNeeded(field, answers)) problems[field.id] = { code: 'missing' }
  }
  return { answers, problems }
}

/** Why a question does not apply; undefined when nobody says so. */
export function checkReason(
  values: readonly string[] = [],
): { readonly answer: DoesNotApply } | { readonly problem: Problem } | undefined {
  const [given, ...more] = values.filter((value) => value.trim() !== '')
  if (given === undefined) return undefined
  if (more.length > 0) return { problem: { code: 'given-twice' } }
  if (isBeyond(given, longestReason)) return { problem: { code: 'reason-too-long', limit: longestReason } }
  const reason = clean(given.trim().replace(/\s*[\r\n]\s*/g, ' '), false)
  if (reason === undefined || !/[\p{L}\p{N}]/u.test(reason)) return { problem: { code: 'unreadable' } }
  if ([...reason].length > longestReason)
    return { problem: { code: 'reason-too-long', limit: longestReason } }
  return { answer: { doesNotApply: reason } }
}

export function doesNotApply(answer: Answer | undefined): answer is DoesNotApply {
  return typeof answer === 'object' && 'doesNotApply' in answer
}

/** What was answered in words, or chosen; undefined when the question was left or set aside. */
export function textIn(answer: Answer | undefined): string | undefined {
  return typeof answer === 'string' ? answer : undefined
}

/** The entries that were given; none when the question does not apply. */
export function entriesIn(answer: Answer | undefined): readonly Answers[] {
  return Array.isArray(answer) ? (answer as readonly Answers[]) : []
}

/** Whether the question must be answered, as those beside it are. */
export function isNeeded({ required, requiredWhen }: PlainField, beside: Answers): boolean {
  return required || (requiredWhen !== undefined && holds(requiredWhen, beside))
}

function holds(condition: Condition, answers: Answers): boolean {
  const answer = answers[condition.field]
  if (condition.is === 'unanswered') return answer === undefined
  return [answer].flat().some((each) => condition.options.includes(each as string))
}

/** The plain fields of a section; one with entries has none. */
export function plainFieldsOf(section: Section): readonly PlainField[] {
  return section.fields.filter((field) => field.kind !== 'entries')
}

/** The ids of every file that answers name, those of entries included. */
export function filesIn(sections: readonly Section[], answers: Answers): readonly string[] {
  const of = (fields: readonly PlainField[], given: Answers) =>
    fields.flatMap(({ kind, id }) => (kind === 'file' ? idsIn(given[id]) : []))
  return sections.flatMap((section) => {
    const entries = entriesOf(section)
    if (!entries) return of(plainFieldsOf(section), answers)
    return entriesIn(answers[entries.id]).flatMap((entry) => of(entries.fields, entry))
  })
}

/** The ids that an answer of files or references names. */
export function idsIn(answer: Answer | undefined): readonly string[] {
  return Array.isArray(answer) ? (answer as readonly string[]) : []
}

/** The entries field of a section, if it has one: then it has nothing else. */
export function entriesOf(section: Section): Extract<Field, { kind: 'entries' }> | undefined {
  return section.fields.find((field) => field.kind === 'entries')
}

/** Day first, as people write it here: 31 1 2027, 31/1/2027 or 2027-01-31; undefined if there is no such day. */
function readDate(typed: string): string | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed)
  const british = /^(\d{1,2})[ ./-](\d{1,2})[ ./-](\d{4})$/.exec(typed)
  const [year, month, day] = iso ? iso.slice(1) : british ? british.slice(1).toReversed() : []
  if (!year || !month || !day) return undefined
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const exists = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(exists.getTime()) && exists.toISOString().startsWith(date) ? date : undefined
}

function within(value: string, maxLength: number): Checked {
  if (!/[\p{L}\p{N}]/u.test(value)) return { problem: { code: 'unreadable' } }
  return [...value].length > maxLength
    ? { problem: { code: 'too-long', limit: maxLength } }
    : { answer: value }
}

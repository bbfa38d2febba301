// The work on one section: what was typed so far, over what was handed in before, and what is missing.
import type { EvidenceFile } from '../../workflows/evidence-file.ts'
import {
  type Answer,
  type Answers,
  checkFields,
  checkReason,
  type DoesNotApply,
  doesNotApply,
  entriesIn,
  entriesOf,
  type Problem,
  plainFieldsOf,
  reasonName,
} from '../../workflows/fields.ts'
import type { Field, PlainField, Section } from '../../workflows/model.ts'
import { countingFiles, fileProblems } from './files.ts'
import type { Draft, EntryIds } from './ports.ts'
import type { Referables } from './referable.ts'

export type Typed = Readonly<Record<string, readonly string[]>>

/** One set of answers: a section's own, or one of its entries. */
export interface Written {
  /** The entry's id; empty for a section without entries. */
  readonly id: string
  readonly typed: Typed
  readonly answers: Answers
  readonly problems: Readonly<Record<string, Problem>>
  /** What was saved last; 0 for what was carried over from an earlier submission, or was never saved. */
  readonly revision: number
  readonly by: string | undefined
  readonly at: string | undefined
  readonly begunAt: string | undefined
}

export interface SectionWork {
  readonly section: Section
  readonly fields: readonly PlainField[]
  /** Exactly one for a section without entries. */
  readonly written: readonly Written[]
  /** Entries that were taken away, with what their rows have come to. */
  readonly taken: readonly Pick<Written, 'id' | 'revision' | 'by' | 'at'>[]
  /** Why a section of entries does not apply, as it was typed; it counts while there are no entries. */
  readonly aside: Written | undefined
  /** `checking` = only the check of a file is waited for. */
  readonly status: 'empty' | 'begun' | 'checking' | 'done'
}

/** What was handed in of a step before. */
export interface Submitted {
  readonly answers: Answers
  readonly entries: EntryIds
  readonly named?: Referables
}

export function sectionWork(
  section: Section,
  drafts: readonly Draft[],
  submitted: Submitted,
  files: readonly EvidenceFile[],
  today: string,
): SectionWork {
  const entries = entriesOf(section)
  const fields = entries?.fields ?? plainFieldsOf(section)
  const own = drafts.filter((draft) => draft.section === section.id)
  const read = entries
    ? writtenEntries(own, submitted.answers[entries.id], submitted.entries[entries.id] ?? [])
    : [writtenSection(own, fields, submitted.answers)]
  const written = read.map((each) => checked(each, fields, files, today))
  const taken = own
    .filter(({ removed }) => removed)
    .map(({ entry: id, revision, by, at }) => ({ id, revision, by, at }))
  const aside = entries && setAside(entries.id, own, submitted.answers)
  return { section, fields, written, taken, aside, status: statusOf(written, entries, aside) }
}

function checked(
  read: Read,
  fields: readonly PlainField[],
  files: readonly EvidenceFile[],
  today: string,
): Written {
  const { answers, problems } = checkFields(fields, countingFiles(fields, read.typed, files), today)
  return { ...read, answers, problems: { ...problems, ...fileProblems(fields, answers, files) } }
}

/** The same work after this draft was saved, as far as is known here: a colleague can have saved another entry meanwhile. */
export function afterSaving(
  work: SectionWork,
  draft: Draft,
  files: readonly EvidenceFile[],
  today: string,
): SectionWork {
  const { section, fields } = work
  const entries = entriesOf(section)
  const others = work.written.filter(({ id }) => id !== draft.entry)
  if (entries && draft.entry === '') {
    const aside = setAside(entries.id, [draft], {})
    return { ...work, aside, status: statusOf(work.written, entries, aside) }
  }
  const written = draft.removed ? others : [...others, checked(fromDraft(draft), fields, files, today)]
  return { ...work, written, status: statusOf(written, entries, work.aside) }
}

/** What a submission keeps of a section, by field id. */
export function answersIn({ section, written, aside }: SectionWork): Answers {
  const entries = entriesOf(section)
  if (!entries) return written[0]!.answers
  if (written.length === 0 && aside?.answers[entries.id]) return aside.answers
  return { [entries.id]: written.map(({ answers }) => answers) }
}

function statusOf(
  written: readonly Written[],
  entries: Extract<Field, { kind: 'entries' }> | undefined,
  aside: Written | undefined,
): SectionWork['status'] {
  const codes = written.flatMap(({ problems }) => Object.values(problems).map(({ code }) => code))
  const wantsEntry = entries?.required === true && written.length === 0 && !isSetAside(aside)
  if (codes.length === 0 && !wantsEntry) return 'done'
  if (codes.length > 0 && codes.every((code) => code === 'being-checked')) return 'checking'
  return written.every(({ typed }) => Object.values(typed).flat().length === 0) ? 'empty' : 'begun'
}

/** Nothing was given in it, also if nothing is needed. */
export function isUntouched({ written, aside }: Pick<SectionWork, 'written' | 'aside'>): boolean {
  return !isSetAside(aside) && written.every(({ typed }) => Object.values(typed).flat().length === 0)
}

export function isSetAside(aside: Written | undefined): boolean {
  return aside !== undefined && Object.keys(aside.answers).length > 0
}

type Read = Omit<Written, 'answers' | 'problems'>

const neverSaved = { revision: 0, by: undefined, at: undefined, begunAt: undefined }

function writtenSection(own: readonly Draft[], fields: readonly PlainField[], submitted: Answers): Read {
  const draft = own[0]
  if (draft) return fromDraft(draft)
  const carried = Object.fromEntries(
    fields.flatMap(({ id }) => (submitted[id] === undefined ? [] : [[id, submitted[id]]])),
  )
  return { id: '', typed: asTyped(carried), ...neverSaved }
}

/** Entries of an earlier submission count until they are changed or taken away; then their draft does, in the same place. */
function writtenEntries(
  own: readonly Draft[],
  submitted: Answer | undefined,
  ids: readonly string[],
): readonly Read[] {
  const carried = entriesIn(submitted).map(
    (answers, at): Read => ({ id: ids[at] ?? carriedId(at), typed: asTyped(answers), ...neverSaved }),
  )
  const drafted = new Map(own.map((draft) => [draft.entry, draft]))
  const kept = carried.flatMap((entry) => {
    const draft = drafted.get(entry.id)
    if (!draft) return [entry]
    return draft.removed ? [] : [fromDraft(draft)]
  })
  const added = own
    .filter(({ entry, removed }) => entry !== '' && !removed && !carried.some(({ id }) => id === entry))
    .toSorted((a, b) => (a.begunAt + a.entry < b.begunAt + b.entry ? -1 : 1))
  return [...kept, ...added.map(fromDraft)]
}

function setAside(field: string, own: readonly Draft[], submitted: Answers): Written | undefined {
  const draft = own.find(({ entry }) => entry === '')
  const carried = submitted[field]
  const before = doesNotApply(carried) ? asTyped({ [field]: carried }) : {}
  const read = draft ? fromDraft(draft) : { id: '', typed: before, ...neverSaved }
  const reason = checkReason(read.typed[reasonName(field)])
  if (!reason) return draft && { ...read, answers: {}, problems: {} }
  return 'problem' in reason
    ? { ...read, answers: {}, problems: { [field]: reason.problem } }
    : { ...read, answers: { [field]: reason.answer satisfies DoesNotApply }, problems: {} }
}

/** Of a submission that did not say which entry is which. 16 characters, as the id of a new entry has. */
function carriedId(at: number): string {
  return `carried${String(at).padStart(9, '0')}`
}

function fromDraft({ entry, typed, revision, by, at, begunAt }: Draft): Read {
  return { id: entry, typed, revision, by, at, begunAt }
}

/** Answers as a form would send them. */
export function asTyped(answers: Answers): Typed {
  return Object.fromEntries(
    Object.entries(answers).map(([id, answer]): [string, string[]] => {
      if (doesNotApply(answer)) return [reasonName(id), [answer.doesNotApply]]
      return [id, Array.isArray(answer) ? (answer as string[]) : [String(answer)]]
    }),
  )
}

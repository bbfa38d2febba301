// The work on one step: its sections with what was typed so far, what is missing, and what the team said.
import type { EvidenceFile } from '../../workflows/evidence-file.ts'
import {
  type Answer,
  type Answers,
  checkFields,
  entriesOf,
  filesIn,
  type Problem,
  plainFieldsOf,
} from '../../workflows/fields.ts'
import type { CommittedEvent } from '../../workflows/journey-events.ts'
import {
  type JourneyDefinition,
  type PlainField,
  type Section,
  type Step,
  stepsOf,
} from '../../workflows/model.ts'
import { definitionOf } from '../../workflows/released/index.ts'
import { londonDay } from '../web/dates.ts'
import type { OnBehalf } from '../web/on-behalf.ts'
import { countingFiles, fileProblems, hasFiles } from './files.ts'
import type { Draft, EntryIds, Ports, Session } from './ports.ts'
import { journeyOf, onBehalfIn, type Role } from './read-journey.ts'
import { sha256 } from './secrets.ts'

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
  /** `checking` = only the check of a file is waited for. */
  readonly status: 'empty' | 'begun' | 'checking' | 'done'
}

export interface StepWork {
  readonly event: CommittedEvent
  readonly definition: JourneyDefinition
  readonly step: Step
  readonly sections: readonly SectionWork[]
  readonly comment: string | undefined
  /** Not handed in, in a journey that goes on. */
  readonly open: boolean
  /** What a submission would hold; undefined while something is missing. */
  readonly answers: Answers | undefined
  readonly entries: EntryIds
  /** Every file of the journey, of a step that asks for some. */
  readonly files: readonly EvidenceFile[]
  /** The files of the newest submission: they stay, whatever becomes of the draft. */
  readonly handedIn: readonly string[]
  /** For whom the team sees it; undefined for everybody else. */
  readonly onBehalf?: OnBehalf | undefined
}

/** Undefined when the journey's definition has no such step. */
export async function stepWork(
  ports: Pick<Ports, 'drafts' | 'records' | 'files' | 'clock'>,
  event: CommittedEvent,
  stepId: string,
): Promise<StepWork | undefined> {
  const { journey, state } = event
  const definition = definitionOf(state.definition)
  const step = stepsOf(definition).find(({ id }) => id === stepId)
  if (!step) return undefined
  const { submissions, returned } = state
  const submitted = submissions[step.id] && (await ports.records.get(journey, submissions[step.id]!.id))
  const said = returned?.to === step.id ? await ports.records.get(journey, returned.comment.id) : undefined
  const drafts = await ports.drafts.ofStep(journey, state.round, step.id)
  const files = hasFiles(step.sections) ? await ports.files.ofJourney(journey) : []
  const today = londonDay(ports.clock.now())
  const before = submitted?.content.answers ?? {}
  const entries = submitted?.content.entries ?? {}
  // A contact's own details are given at registration and kept with the person, so they are not asked again.
  const sections = step.sections
    .filter(({ about }) => about === 'organisation')
    .map((section) => sectionWork(section, drafts, { answers: before, entries }, files, today))
  const ended = ['withdrawn', 'closed', 'complete', 'issue-award'].includes(state.position.at)
  return {
    event,
    definition,
    step,
    sections,
    comment: said?.content.comment,
    open: !(step.id in state.done) && !ended,
    answers: sections.every(({ status }) => status === 'done') ? answersOf(sections) : undefined,
    entries: entryIdsOf(sections),
    files,
    handedIn: filesIn(step.sections, before),
  }
}

function sectionWork(
  section: Section,
  drafts: readonly Draft[],
  { answers: submitted, entries: ids }: { readonly answers: Answers; readonly entries: EntryIds },
  files: readonly EvidenceFile[],
  today: string,
): SectionWork {
  const entries = entriesOf(section)
  const fields = entries?.fields ?? plainFieldsOf(section)
  const own = drafts.filter((draft) => draft.section === section.id)
  const written = (
    entries
      ? writtenEntries(own, submitted[entries.id], ids[entries.id] ?? [])
      : [writtenSection(own, fields, submitted)]
  ).map((each): Written => {
    const { answers, problems } = checkFields(fields, countingFiles(fields, each.typed, files), today)
    return { ...each, answers, problems: { ...problems, ...fileProblems(fields, answers, files) } }
  })
  const taken = own
    .filter(({ removed }) => removed)
    .map(({ entry: id, revision, by, at }) => ({ id, revision, by, at }))
  return { section, fields, written, taken, status: statusOf(written, entries?.required ?? false) }
}

function statusOf(written: readonly Written[], needsEntry: boolean): SectionWork['status'] {
  const codes = written.flatMap(({ problems }) => Object.values(problems).map(({ code }) => code))
  if (codes.length === 0 && !(needsEntry && written.length === 0)) return 'done'
  if (codes.length > 0 && codes.every((code) => code === 'being-checked')) return 'checking'
  return written.every(({ typed }) => Object.values(typed).flat().length === 0) ? 'empty' : 'begun'
}

type Read = Omit<Written, 'answers' | 'problems'>

function writtenSection(own: readonly Draft[], fields: readonly PlainField[], submitted: Answers): Read {
  const draft = own[0]
  if (draft) return fromDraft(draft)
  const carried = Object.fromEntries(
    fields.flatMap(({ id }) => (submitted[id] === undefined ? [] : [[id, submitted[id]]])),
  )
  return { id: '', typed: asTyped(carried), revision: 0, by: undefined, at: undefined, begunAt: undefined }
}

/** Entries of an earlier submission count until they are changed or taken away; then their draft does, in the same place. */
function writtenEntries(
  own: readonly Draft[],
  submitted: Answer | undefined,
  ids: readonly string[],
): readonly Read[] {
  const carried = ((submitted ?? []) as readonly Answers[]).map(
    (answers, at): Read => ({
      id: ids[at] ?? carriedId(at),
      typed: asTyped(answers),
      revision: 0,
      by: undefined,
      at: undefined,
      begunAt: undefined,
    }),
  )
  const drafted = new Map(own.map((draft) => [draft.entry, draft]))
  const kept = carried.flatMap((entry) => {
    const draft = drafted.get(entry.id)
    if (!draft) return [entry]
    return draft.removed ? [] : [fromDraft(draft)]
  })
  const added = own
    .filter(({ entry, removed }) => !removed && !carried.some(({ id }) => id === entry))
    .toSorted((a, b) => (a.begunAt + a.entry < b.begunAt + b.entry ? -1 : 1))
  return [...kept, ...added.map(fromDraft)]
}

/** Of a submission that did not say which entry is which. 16 characters, as the id of a new entry has. */
function carriedId(at: number): string {
  return `carried${String(at).padStart(9, '0')}`
}

function fromDraft({ entry, typed, revision, by, at, begunAt }: Draft): Read {
  return { id: entry, typed, revision, by, at, begunAt }
}

function answersOf(sections: readonly SectionWork[]): Answers {
  return Object.fromEntries(
    sections.flatMap(({ section, written }): [string, Answer][] => {
      const entries = entriesOf(section)
      return entries
        ? [[entries.id, written.map(({ answers }) => answers)]]
        : Object.entries(written[0]!.answers)
    }),
  )
}

function entryIdsOf(sections: readonly SectionWork[]): EntryIds {
  return Object.fromEntries(
    sections.flatMap(({ section, written }): [string, string[]][] => {
      const entries = entriesOf(section)
      return entries ? [[entries.id, written.map(({ id }) => id)]] : []
    }),
  )
}

/** Names the answers that were shown: others are not handed in unseen. */
export function answersHash(answers: Answers): string {
  return sha256(JSON.stringify(answers))
}

/** Answers as a form would send them. */
export function asTyped(answers: Answers): Typed {
  const list = (answer: Answer) => (Array.isArray(answer) ? (answer as string[]) : [String(answer)])
  return Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, list(answer)]))
}

export interface StepFor {
  readonly work: StepWork
  readonly role: Role
}

/** The step as somebody who belongs to the journey sees it; undefined for everybody else, and for a step that is none. */
export async function stepFor(
  ports: Pick<Ports, 'journeys' | 'settings' | 'drafts' | 'records' | 'files' | 'clock'>,
  session: Session,
  { journey, step }: { readonly journey: string; readonly step: string },
): Promise<StepFor | undefined> {
  const found = await journeyOf(ports, journey, session)
  const work = found && (await stepWork(ports, found.event, step))
  return work && { work: { ...work, onBehalf: await onBehalfIn(ports, found) }, role: found.role }
}

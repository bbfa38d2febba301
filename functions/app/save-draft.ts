// Saves what was typed into a section or an entry, unless somebody saved another version since the page was opened.
import { checkFields, checkReason, entriesOf, type Problem, reasonName } from '../../workflows/fields.ts'
import { londonDay } from '../web/dates.ts'
import type { Draft, Ports } from './ports.ts'
import { afterSaving, type SectionWork, type Typed, type Written } from './section-work.ts'
import { noteProgress } from './step-progress.ts'
import { draftRound, type StepWork, stepWork } from './step-work.ts'

export interface Save {
  /** The entry's id; empty for a section without entries, and for why one of entries does not apply. */
  readonly entry: string
  /** What the page was shown for. */
  readonly revision: number
  /** `remove` takes an entry away. */
  readonly typed: Typed | 'remove'
  /** The person goes on with it at once, so a new entry may have nothing in it yet. */
  readonly evenEmpty?: boolean
  /** What is the matter beside the answers: then nothing is saved. */
  readonly stray?: Readonly<Record<string, Problem>>
}

export type Saved =
  | { readonly kind: 'saved' }
  | { readonly kind: 'refused'; readonly problems: Readonly<Record<string, Problem>> }
  /**
   * A newer version is kept, somebody else's or the person's own from another tab; what was typed can be saved over it by who
   * has seen both.
   */
  | { readonly kind: 'stale'; readonly current: Pick<Written, 'answers' | 'revision' | 'by' | 'at'> }

/** Unfinished work is saved too; refused is what cannot be read, a new entry with nothing in it, and one too many. */
export async function saveDraft(
  ports: Pick<Ports, 'draftWriter' | 'drafts' | 'records' | 'files' | 'clock'>,
  { event, step, files }: StepWork,
  work: SectionWork,
  person: string,
  { entry, revision, typed, evenEmpty = false, stray }: Save,
): Promise<Saved> {
  const now = ports.clock.now()
  const entries = entriesOf(work.section)
  const setsAside = entries !== undefined && entry === ''
  const written = setsAside ? work.aside : work.written.find(({ id }) => id === entry)
  const taken = work.taken.find(({ id }) => id === entry)
  if (typed === 'remove' && taken) return { kind: 'saved' }
  if (typed !== 'remove') {
    const found = setsAside
      ? reasonProblems(entries.id, typed)
      : problemsOf(work, typed, londonDay(now), !written && !taken)
    const isNothing = entries && !setsAside && !written && Object.keys(withoutEmpty(typed)).length === 0
    const problems = { ...stray, ...(isNothing && !evenEmpty ? found : withoutMissing(found)) }
    if (Object.keys(problems).length > 0) return { kind: 'refused', problems }
    if (written && written.revision > revision && isSame(written.typed, typed)) return { kind: 'saved' }
  }
  const at = now.toISOString()
  const draft: Draft = {
    journey: event.journey,
    round: draftRound(work.section, event.state.round),
    step: step.id,
    section: work.section.id,
    entry,
    revision: revision + 1,
    by: person,
    at,
    begunAt: written?.begunAt ?? at,
    ...(typed === 'remove' ? { typed: {}, removed: true } : { typed: withoutEmpty(typed) }),
  }
  if (await ports.draftWriter.save(draft)) {
    await noteProgress(ports, event, step, afterSaving(work, draft, files, londonDay(now)))
    return { kind: 'saved' }
  }
  // Read again: somebody may have saved after `work` was read, and what they saved is what has to be compared.
  const newest = await stepWork(ports, event, step.id)
  const section = newest!.sections.find((each) => each.section.id === work.section.id)!
  const current = setsAside ? section.aside : section.written.find(({ id }) => id === entry)
  const gone = section.taken.find(({ id }) => id === entry)
  if (typed === 'remove' ? gone : current && isSame(current.typed, typed)) return { kind: 'saved' }
  const { revision: to = 0, by, at: since } = gone ?? {}
  return { kind: 'stale', current: current ?? { answers: {}, revision: to, by, at: since } }
}

function problemsOf(
  work: SectionWork,
  typed: Typed,
  today: string,
  isNew: boolean,
): Readonly<Record<string, Problem>> {
  const entries = entriesOf(work.section)
  const [first] = work.fields
  if (entries && isNew && work.written.length >= entries.max) {
    return { [first!.id]: { code: 'too-many-entries', limit: entries.max } }
  }
  return checkFields(work.fields, typed, today).problems
}

function reasonProblems(field: string, typed: Typed): Readonly<Record<string, Problem>> {
  const reason = checkReason(typed[reasonName(field)])
  return reason && 'problem' in reason ? { [field]: reason.problem } : {}
}

/** There is something the matter beside what is missing. */
export function cannotBeKept(problems: Readonly<Record<string, Problem>>): boolean {
  return Object.keys(withoutMissing(problems)).length > 0
}

function withoutMissing(problems: Readonly<Record<string, Problem>>): Record<string, Problem> {
  return Object.fromEntries(Object.entries(problems).filter(([, { code }]) => code !== 'missing'))
}

/** A second click: the same words again. */
function isSame(saved: Typed, typed: Typed): boolean {
  return JSON.stringify(withoutEmpty(saved)) === JSON.stringify(withoutEmpty(typed))
}

function withoutEmpty(typed: Typed): Typed {
  return Object.fromEntries(
    Object.entries(typed).flatMap(([id, values]) => {
      const kept = values.filter((value) => value.trim() !== '')
      return kept.length > 0 ? [[id, kept]] : []
    }),
  )
}

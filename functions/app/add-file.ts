// Adds a file to an entry or a section: its row first, then the draft that names it; what is sent comes later, to the bucket.
import { entriesOf, type Problem } from '../../workflows/fields.ts'
import { type FileField, fileFieldsOf } from './files.ts'
import type { Ports } from './ports.ts'
import { saveDraft } from './save-draft.ts'
import { type StepWork, takesDrafts } from './step-work.ts'

export interface NewFile {
  /** The random id of the form: the same form sent twice is one file. */
  readonly id: string
  readonly name: string
  readonly section: string
  /** Empty for a section without entries. */
  readonly entry: string
  readonly field: FileField
}

export type Added =
  | { readonly kind: 'added' }
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** The entry is not saved, or was taken away meanwhile. */
  | { readonly kind: 'gone' }

/** `read` gives the step as it is now: somebody may save the same entry at the same moment. */
export async function addFile(
  ports: Pick<Ports, 'drafts' | 'records' | 'files' | 'fileWriter' | 'draftWriter' | 'clock'>,
  read: () => Promise<StepWork | undefined>,
  person: string,
  { id, name, section, entry, field }: NewFile,
): Promise<Added> {
  for (let attempt = 0; attempt < 5; attempt++) {
    const work = await read()
    const inSection = work?.sections.find((each) => each.section.id === section)
    const written = inSection?.written.find((each) => each.id === entry)
    if (!work || !inSection || !written) return { kind: 'gone' }
    if (!takesDrafts(work.event, work.step.id, inSection.section)) return { kind: 'gone' }
    const { journey, state } = work.event
    const has = written.typed[field.id] ?? []
    if (has.includes(id)) return { kind: 'added' }
    if (has.length >= field.max) {
      return { kind: 'refused', problem: { code: 'too-many-files', limit: field.max } }
    }
    const place = { round: state.round, step: work.step.id, section, entry, field: field.id }
    const at = ports.clock.now().toISOString()
    const isNew = await ports.fileWriter.add({ id, journey, place, status: 'awaiting', name, by: person, at })
    const known = isNew ? undefined : await ports.files.get(journey, id)
    // An old form brings back neither what stands somewhere else nor what was taken away.
    if (known && (known.status === 'removed' || !isSamePlace(known.place, place))) return { kind: 'gone' }
    const typed = { ...written.typed, [field.id]: [...has, id] }
    const save = { entry, revision: written.revision, typed }
    const saved = await saveDraft(ports, work, inSection, person, save)
    if (saved.kind === 'saved') return { kind: 'added' }
    if (saved.kind === 'refused') return { kind: 'refused', problem: Object.values(saved.problems)[0]! }
  }
  throw new Error('The draft was saved by others again and again')
}

function isSamePlace(a: object | undefined, b: object): boolean {
  const text = (place: object = {}) => JSON.stringify(Object.entries(place).toSorted())
  return text(a) === text(b)
}

/** The field that a place names, with the entry if it is saved; undefined when the step has no such field. */
export function fieldAt(
  { sections }: StepWork,
  place: { readonly section: string; readonly entry?: string | undefined; readonly field: string },
) {
  const section = sections.find((each) => each.section.id === place.section)
  const field = section && fileFieldsOf(section.fields).find(({ id }) => id === place.field)
  if (!field || (entriesOf(section.section) === undefined) !== (place.entry === undefined)) return undefined
  const entry = place.entry ?? ''
  return { section: section.section, field, entry, written: section.written.find(({ id }) => id === entry) }
}

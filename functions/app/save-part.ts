// Saves what the form of a section or an entry brought, and says what comes next.
import { type FileField, fileFieldsOf, ownFiles, withFilesOf } from './files.ts'
import type { Ports } from './ports.ts'
import { hidingFromPublic } from './public-entry.ts'
import { type Save, type Saved, saveDraft } from './save-draft.ts'
import type { SectionFor } from './section-for.ts'
import type { Typed } from './section-work.ts'

type SavePorts = Pick<Ports, 'draftWriter' | 'drafts' | 'records' | 'files' | 'clock'>

export interface Sent {
  /** Empty for a section without entries. */
  readonly entry: string
  readonly revision: number
  /** `save`, `remove`, or `add-to-` and a field for files. */
  readonly action: string
  readonly typed: Typed
  /** What is the matter beside the answers. */
  readonly stray: NonNullable<Save['stray']>
}

export type PartSaved = {
  /** With the files that the draft has: a form does not name any. */
  readonly typed: Typed
  /** Where a file is to be added next. */
  readonly addTo: FileField | undefined
} & (
  | Saved
  /** An entry goes only after its files. */
  | { readonly kind: 'files-first' }
)

export async function savePart(
  ports: SavePorts & Pick<Ports, 'publicationRemoval'>,
  found: SectionFor,
  { entry, revision, action, typed: sent, stray }: Sent,
): Promise<PartSaved> {
  const { fields, written } = found.work
  const saved = written.find(({ id }) => id === entry)
  // The page that asks whether an entry is to go sends none of its answers.
  const typed = action === 'remove' ? (saved?.typed ?? {}) : withFilesOf(fields, sent, saved?.typed)
  const addTo = fileFieldsOf(fields).find(({ id }) => action === `add-to-${id}`)
  if (action === 'remove' && ownFiles(fields, saved?.typed, found).length > 0) {
    return { kind: 'files-first', typed, addTo }
  }
  const save = {
    entry,
    revision,
    typed: action === 'remove' ? action : typed,
    evenEmpty: addTo !== undefined,
    stray,
  } as const
  const saving = () => saveDraft(ports, found, found.work, found.person, save)
  return { ...(await hidingFromPublic(ports, found.event.journey, found.work, save, saving)), typed, addTo }
}

/** Why a whole section of entries does not apply. */
export function saveReason(
  ports: SavePorts,
  found: SectionFor,
  { revision, typed, stray }: Pick<Sent, 'revision' | 'typed' | 'stray'>,
): Promise<Saved> {
  return saveDraft(ports, found, found.work, found.person, { entry: '', revision, typed, stray })
}

// Takes a file away: its row first, then its content, last the draft that names it; so one that is killed can be done again.
import type { FileInStep } from './file-in-step.ts'
import type { FileId } from './open-file.ts'
import type { Ports } from './ports.ts'
import { saveDraft } from './save-draft.ts'

/** A file that was handed in stays with its submission, and only leaves the draft. `gone` = the step is closed. */
export async function removeFile(
  ports: Pick<Ports, 'fileWriter' | 'evidenceRemoval' | 'draftWriter' | 'clock'>,
  read: () => Promise<FileInStep | undefined>,
  person: string,
  { journey, file }: FileId,
): Promise<'removed' | 'gone'> {
  for (let attempt = 0; attempt < 5; attempt++) {
    const found = await read()
    if (!found?.work.open) return 'gone'
    const { work, at } = found
    if (!at) return 'removed'
    if (!work.handedIn.includes(file)) {
      await ports.fileWriter.move(journey, file, { status: 'removed' })
      await ports.evidenceRemoval.dropSent(journey, file)
      await ports.evidenceRemoval.dropClean(journey, file)
    }
    const { section, written, field } = at
    const left = (written.typed[field.id] ?? []).filter((id) => id !== file)
    const save = {
      entry: written.id,
      revision: written.revision,
      typed: { ...written.typed, [field.id]: left },
      unfinished: true,
    }
    const saved = await saveDraft(ports, work, section, person, save)
    if (saved.kind === 'saved') return 'removed'
    if (saved.kind === 'refused') throw new Error('A saved draft cannot be saved without a file')
  }
  throw new Error('The draft was saved by others again and again')
}

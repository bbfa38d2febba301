// Takes a file away: out of the draft first, then, when it is in nothing that was handed in, its row, and last its content.
import type { FileInStep } from './file-in-step.ts'
import type { FileId } from './open-file.ts'
import type { Ports } from './ports.ts'
import { saveDraft } from './save-draft.ts'

type RemovePorts = Pick<
  Ports,
  | 'journeys'
  | 'drafts'
  | 'records'
  | 'files'
  | 'fileWriter'
  | 'evidenceRemoval'
  | 'publicationRemoval'
  | 'draftWriter'
  | 'clock'
>

/**
 * A file that was handed in stays with its submission, and only leaves the draft; `everywhere`, its content goes whatever it
 * is part of, also when nothing can be changed there any more, and the submission shows that it was taken away. `gone` = nothing
 * can be changed there: somebody can have handed it in at this moment, with the file or without, so it is left as it is. Killed
 * anywhere, it can be done again.
 */
export async function removeFile(
  ports: RemovePorts,
  read: () => Promise<FileInStep | undefined>,
  person: string,
  { journey, file }: FileId,
  everywhere = false,
): Promise<'removed' | 'gone'> {
  // Before the draft, so that a kill leaves nothing public; after it, since somebody may be publishing just now.
  await ports.publicationRemoval.dropFile(journey, file)
  const isOut = await takeOut(ports, read, person, file)
  await ports.publicationRemoval.dropFile(journey, file)
  // Read anew: what was handed in with the file, before it left the draft, is known by now.
  const found = isOut ? await read() : undefined
  if (!everywhere) {
    if (!found?.open) return 'gone'
    if (await isHandedIn(ports, { journey, file })) return 'removed'
  }
  await ports.fileWriter.move(journey, file, { status: 'removed' })
  await ports.evidenceRemoval.dropSent(journey, file)
  await ports.evidenceRemoval.dropClean(journey, file)
  return 'removed'
}

/** False when nothing can be changed there. */
async function takeOut(
  ports: RemovePorts,
  read: () => Promise<FileInStep | undefined>,
  person: string,
  file: string,
): Promise<boolean> {
  for (let attempt = 0; attempt < 5; attempt++) {
    const found = await read()
    if (!found?.open) return false
    const { work, at } = found
    if (!at) return true
    const { section, written, field } = at
    const left = (written.typed[field.id] ?? []).filter((id) => id !== file)
    const save = {
      entry: written.id,
      revision: written.revision,
      typed: { ...written.typed, [field.id]: left },
    }
    const saved = await saveDraft(ports, work, section, person, save)
    if (saved.kind === 'saved') return true
    if (saved.kind === 'refused') throw new Error('A saved draft cannot be saved without a file')
  }
  throw new Error('The draft was saved by others again and again')
}

/** In any submission of the journey: earlier ones are kept too. */
async function isHandedIn(
  { journeys, records }: Pick<Ports, 'journeys' | 'records'>,
  { journey, file }: FileId,
): Promise<boolean> {
  const events = await journeys.all(journey)
  const ids = new Set(
    events.flatMap(({ state }) => Object.values(state.submissions).map((submission) => submission.id)),
  )
  const submissions = await Promise.all([...ids].map((id) => records.get(journey, id)))
  return submissions.some((each) => JSON.stringify(each?.content ?? {}).includes(`"${file}"`))
}

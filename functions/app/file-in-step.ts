// A file where it stands now: after a new round its entry is another one than it was sent for.
import type { EvidenceFile } from '../../workflows/evidence-file.ts'
import { type FileField, fileFieldsOf } from './files.ts'
import type { FileId } from './open-file.ts'
import type { Ports, Session } from './ports.ts'
import { isOfPrivateEntry } from './private-files.ts'
import { journeyOf, onBehalfIn } from './read-journey.ts'
import type { SectionWork, Written } from './section-work.ts'
import { type StepWork, stepWork, takesDrafts } from './step-work.ts'

export interface FileInStep {
  readonly file: EvidenceFile
  readonly work: StepWork
  /** Whether the part that it was sent for takes drafts. */
  readonly open: boolean
  /** Undefined when no draft has it any more. */
  readonly at:
    | { readonly section: SectionWork; readonly written: Written; readonly field: FileField }
    | undefined
}

/** Undefined for who does not belong to the journey, when there is no such file, and for the team when it is not to see it. */
export async function fileInStep(
  ports: Pick<Ports, 'journeys' | 'settings' | 'records' | 'drafts' | 'files' | 'clock'>,
  session: Session,
  { journey, file: id }: FileId,
): Promise<FileInStep | undefined> {
  const found = await journeyOf(ports, journey, session)
  const file = found && (await ports.files.get(journey, id))
  const work = file && (await stepWork(ports, found.event, file.place.step))
  const at = work && placeIn(work, id)
  if (!work) return undefined
  // What somebody of the team adds for them is theirs to send.
  const isOthers = found.role === 'team' && file.by !== session.person
  if (isOthers && isOfPrivateEntry(work, id)) return undefined
  const section = work.step.sections.find((each) => each.id === file.place.section)
  const open = section !== undefined && takesDrafts(found.event, work.step.id, section)
  return { file, work: { ...work, onBehalf: await onBehalfIn(ports, found) }, open, at }
}

function placeIn({ sections }: StepWork, id: string): FileInStep['at'] {
  const places = sections.flatMap((section) =>
    section.written.flatMap((written) =>
      fileFieldsOf(section.fields).map((field) => ({ section, written, field })),
    ),
  )
  return places.find(({ written, field }) => written.typed[field.id]?.includes(id))
}

/** The page on which the place is filled in. */
export function pageOfPlace({ event, step }: StepWork, section: SectionWork, written: Written): string {
  const entry = written.id && `/${written.id}`
  return `/journeys/${event.journey}/steps/${step.id}/${section.section.id}${entry}`
}

// Who may open a file: who belongs to its journey; and its panel, without those who have a conflict, once it was handed in.
import type { EvidenceFile } from '../../workflows/evidence-file.ts'
import { filesIn } from '../../workflows/fields.ts'
import type { CommittedEvent } from '../../workflows/journey-events.ts'
import { stepsOf } from '../../workflows/model.ts'
import { forOthers } from '../../workflows/readers.ts'
import type { Ports, Session } from './ports.ts'
import { isOfPrivateEntry } from './private-files.ts'
import { journeyOf } from './read-journey.ts'
import { readValidation } from './read-validation.ts'
import { stepWork } from './step-work.ts'

type OpenPorts = Pick<
  Ports,
  'settings' | 'clock' | 'journeys' | 'records' | 'drafts' | 'files' | 'links' | 'people' | 'judgements'
>

export interface FileId {
  readonly journey: string
  readonly file: string
}

/** Undefined for everybody else, while it is not checked, and for the team when its entry is for the organisation alone. */
export async function openableFile(
  ports: OpenPorts,
  session: Session,
  id: FileId,
): Promise<EvidenceFile | undefined> {
  const found = await journeyOf(ports, id.journey, session)
  if (!found && !(await isShownToPanel(ports, session, id))) return undefined
  const file = await ports.files.get(id.journey, id.file)
  if (file?.status !== 'clean') return undefined
  return found?.role === 'team' && (await isHiddenFromTeam(ports, found.event, file)) ? undefined : file
}

/** What was handed in for others to read stays so, whatever its entry says since. */
async function isHiddenFromTeam(
  ports: OpenPorts,
  event: CommittedEvent,
  { id, place }: EvidenceFile,
): Promise<boolean> {
  const work = await stepWork(ports, event, place.step)
  if (!work || filesIn(work.step.sections, forOthers(work.submitted)).includes(id)) return false
  return isOfPrivateEntry(work, id)
}

async function isShownToPanel(
  ports: OpenPorts,
  session: Session,
  { journey, file }: FileId,
): Promise<boolean> {
  const view = await readValidation(ports, journey, session)
  if (view?.stage !== 'open') return false
  const sections = stepsOf(view.definition).flatMap((step) => step.sections)
  return view.submissions.some(({ answers }) => filesIn(sections, answers).includes(file))
}

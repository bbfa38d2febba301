// Who may open a file: who belongs to its journey; and its panel, without those who have a conflict, once it was handed in.
import type { EvidenceFile } from '../../workflows/evidence-file.ts'
import { filesIn } from '../../workflows/fields.ts'
import { stepsOf } from '../../workflows/model.ts'
import type { Ports, Session } from './ports.ts'
import { journeyOf } from './read-journey.ts'
import { readValidation } from './read-validation.ts'

type OpenPorts = Pick<
  Ports,
  'settings' | 'journeys' | 'records' | 'files' | 'links' | 'people' | 'judgements'
>

export interface FileId {
  readonly journey: string
  readonly file: string
}

/** Undefined for everybody else, and while it is not checked. */
export async function openableFile(
  ports: OpenPorts,
  session: Session,
  id: FileId,
): Promise<EvidenceFile | undefined> {
  const isOwn = (await journeyOf(ports, id.journey, session)) !== undefined
  if (!isOwn && !(await isShownToPanel(ports, session, id))) return undefined
  const file = await ports.files.get(id.journey, id.file)
  return file?.status === 'clean' ? file : undefined
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

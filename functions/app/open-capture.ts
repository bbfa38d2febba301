// Who may read what a linked page said: the panel alone, without those who have a conflict, of what it is to look at.
import type { Capture, Ports, Session } from './ports.ts'
import { readValidation } from './read-validation.ts'

export interface CaptureId {
  readonly journey: string
  readonly capture: string
}

/** Undefined for everybody else, and when there is none. */
export async function openableCapture(
  ports: Pick<
    Ports,
    'settings' | 'journeys' | 'records' | 'files' | 'people' | 'judgements' | 'links' | 'captures'
  >,
  session: Session,
  { journey, capture }: CaptureId,
): Promise<Capture | undefined> {
  const view = await readValidation(ports, journey, session)
  if (view?.stage !== 'open') return undefined
  const isHandedIn = view.submissions.some(({ links }) => links.some(({ id }) => id === capture))
  return isHandedIn ? ports.captures.get(journey, capture) : undefined
}

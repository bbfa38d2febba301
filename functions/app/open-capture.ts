// Who may read what a linked page said: the team; and the panel, without those who have a conflict, of what it is to look at.
import type { Capture, Ports, Session } from './ports.ts'
import { readValidation } from './read-validation.ts'
import { isTeam } from './sign-in.ts'

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
): Promise<{ readonly capture: Capture; readonly role: 'team' | 'validator' } | undefined> {
  const role = isTeam(ports, session.addressHash) ? 'team' : 'validator'
  if (role === 'validator') {
    const view = await readValidation(ports, journey, session)
    if (view?.stage !== 'open') return undefined
    if (!view.submissions.some(({ links }) => links.some(({ id }) => id === capture))) return undefined
  }
  const found = await ports.captures.get(journey, capture)
  return found && { capture: found, role }
}

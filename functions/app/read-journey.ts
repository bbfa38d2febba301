// Reading a journey for somebody: its lead, the colleagues whom the lead invited, and the team; nobody else.
import type { CommittedEvent } from '../../workflows/journey-events.ts'
import type { Ports, Session } from './ports.ts'
import { isTeam } from './sign-in.ts'

export type Role = 'lead' | 'colleague' | 'team'

/** Undefined when there is no such journey, and just so when it is somebody else's. */
export async function journeyOf(
  ports: Pick<Ports, 'journeys' | 'settings'>,
  journey: string,
  session: Session,
): Promise<{ readonly event: CommittedEvent; readonly role: Role } | undefined> {
  const event = await ports.journeys.newest(journey)
  const role = event && roleIn(ports, event, session)
  return role && { event, role }
}

export function roleIn(
  ports: Pick<Ports, 'settings'>,
  { state }: CommittedEvent,
  { person, addressHash }: Session,
): Role | undefined {
  if (state.lead === person) return 'lead'
  if (state.colleagues.includes(person)) return 'colleague'
  return isTeam(ports, addressHash) ? 'team' : undefined
}

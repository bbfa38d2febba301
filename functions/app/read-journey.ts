// Reading a journey for somebody: its lead, the colleagues whom the lead invited, and the team; nobody else.
import type { CommittedEvent } from '../../workflows/journey-events.ts'
import type { OnBehalf } from '../web/on-behalf.ts'
import type { Ports, Session } from './ports.ts'
import { isTeam } from './sign-in.ts'
import { organisationName } from './summarise.ts'

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

/** The same for what a colleague may not do: undefined for them too. */
export async function ledJourneyOf(
  ports: Pick<Ports, 'journeys' | 'settings'>,
  journey: string,
  session: Session,
): Promise<CommittedEvent | undefined> {
  const found = await journeyOf(ports, journey, session)
  return found?.role === 'colleague' ? undefined : found?.event
}

/** For whom the team sees a page of a journey; undefined for everybody else. */
export async function onBehalfIn(
  ports: Pick<Ports, 'records'>,
  { event, role }: { readonly event: CommittedEvent; readonly role: Role },
): Promise<OnBehalf | undefined> {
  if (role !== 'team') return undefined
  return { journey: event.journey, organisationName: await organisationName(ports, event) }
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

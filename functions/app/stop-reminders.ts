// Stops the reminders of a journey by the link in one of them; whoever has the link may, since it went to the lead alone.
import { carryOut } from './carry-out.ts'
import type { Ports, StopLink } from './ports.ts'
import { sha256 } from './secrets.ts'

type StopPorts = Pick<Ports, 'clock' | 'stopLinks'>

/** Undefined when there is no such link, or it has expired. */
export function stopLink(ports: StopPorts, secret: string): Promise<StopLink | undefined> {
  return ports.stopLinks.get(sha256(secret), ports.clock.now())
}

/**
 * Can be called twice. The link of somebody who is not the lead any more stops nothing: no reminder goes to them anyway.
 */
export async function stopReminders(
  ports: StopPorts & Pick<Ports, 'journeys' | 'commits'>,
  secret: string,
): Promise<'stopped' | 'unknown'> {
  const link = await stopLink(ports, secret)
  if (!link) return 'unknown'
  const { journey, person } = link
  const newest = await ports.journeys.newest(journey)
  if (newest?.state.lead === person) await carryOut(ports, journey, person, { kind: 'stop-reminders' })
  return 'stopped'
}

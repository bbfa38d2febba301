// Tells every journey of an address that no email reaches it any more; each decides what comes of it.
import type { JourneyState } from '../../workflows/journey-state.ts'
import { isUnreachable } from '../../workflows/moves.ts'
import { carryOut } from './carry-out.ts'
import type { Ports, WhySuppressed } from './ports.ts'
import { sha256 } from './secrets.ts'

type MarkPorts = Pick<Ports, 'clock' | 'settings' | 'journeys' | 'commits' | 'people'>

/** Can be called twice. Tries every journey, then throws what went wrong, so that what is called again does the rest. */
export async function markUnreachable(ports: MarkPorts, addressHash: string, actor: string): Promise<void> {
  const person = await ports.people.personOf(addressHash)
  if (!person) return
  const { panelSize } = ports.settings
  const journeys = await ports.people.journeysOf(addressHash)
  const outcomes = await Promise.allSettled(
    // Refused where they have left, or it is known already: then there is nothing to do.
    journeys.map((journey) =>
      carryOut(ports, journey, actor, { kind: 'mark-unreachable', person, panelSize }),
    ),
  )
  const errors = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
  if (errors.length > 0) throw new AggregateError(errors, 'Journeys could not be told of an address')
}

/** For somebody who has just become the lead: their address may be known for not working. */
export async function markIfSuppressed(
  ports: MarkPorts & Pick<Ports, 'suppressions'>,
  address: string,
  actor: string,
): Promise<void> {
  const addressHash = sha256(address)
  if (await ports.suppressions.has(addressHash)) await markUnreachable(ports, addressHash, actor)
}

/** Why no email reaches a journey's lead, whose address it is. */
export async function whyUnreachable(
  { suppressions }: Pick<Ports, 'suppressions'>,
  state: JourneyState,
  address: string | undefined,
): Promise<WhySuppressed | undefined> {
  const suppressed = address && (await suppressions.why(sha256(address)))
  // A mark without its reason: the address was freed, and the process ended before the journey was told.
  return suppressed || (isUnreachable(state, state.lead) ? 'bounce' : undefined)
}

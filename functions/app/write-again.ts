// The team lets us write to the lead's address again, after it bounced or its owner called an email unwanted.
import type { CommittedEvent } from '../../workflows/journey-events.ts'
import type { RefusalReason, WhyReachable } from '../../workflows/journey-state.ts'
import { isUnreachable } from '../../workflows/moves.ts'
import { carryOut } from './carry-out.ts'
import { tellOfOpenStep } from './change-lead.ts'
import type { Ports } from './ports.ts'
import { sha256 } from './secrets.ts'

type WriteAgainPorts = Pick<
  Ports,
  'clock' | 'journeys' | 'commits' | 'people' | 'suppressions' | 'suppressionLifter'
>

/**
 * `shown` is the lead on the page: with another one since, this is `stale`. `only-if-asked` = they complained, so nobody
 * but themselves can ask us back. The address is freed before its journeys are told: if the process ends in between, the
 * page still offers it, and the second time does the rest.
 */
export async function writeAgain(
  ports: WriteAgainPorts,
  { state }: CommittedEvent,
  actor: string,
  { shown, because }: { readonly shown: string; readonly because: WhyReachable },
): Promise<'done' | 'only-if-asked' | RefusalReason> {
  const person = state.lead
  if (shown !== person) return 'stale'
  const address = await ports.people.addressOf(person)
  if (!address) return 'unknown'
  const addressHash = sha256(address)
  const why = await ports.suppressions.why(addressHash)
  if (!why && !isUnreachable(state, person)) return 'already'
  if (why === 'complaint' && because !== 'asked') return 'only-if-asked'
  await ports.suppressionLifter.lift(addressHash)
  for (const journey of await ports.people.journeysOf(addressHash)) {
    const outcome = await carryOut(ports, journey, actor, { kind: 'mark-reachable', person, because })
    if (outcome.kind === 'accepted' && outcome.event.state.lead === person)
      await tellOfOpenStep(ports, outcome.event, actor)
  }
  return 'done'
}

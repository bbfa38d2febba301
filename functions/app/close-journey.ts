// The team ends a journey, and says why.

import type { CommittedEvent } from '../../workflows/journey-events.ts'
import type { RefusalReason } from '../../workflows/journey-state.ts'
import { clean } from '../../workflows/typed-text.ts'
import { journeyClose as words } from '../../workflows/words/journey-close.ts'
import { word } from '../../workflows/words.ts'
import { carryOut } from './carry-out.ts'
import { keepRecord } from './keep-record.ts'
import type { Ports } from './ports.ts'

const maxReason = 4000

/** The reason as it will be kept, or a sentence about what is wrong with it. */
export function readReason(typed: string): { readonly reason: string } | { readonly message: string } {
  const reason = clean(typed, true)
  if (reason === undefined) return { message: word('problem.unreadable') }
  if (reason === '') return { message: words('missing') }
  if (reason.length > maxReason) return { message: word('problem.too-long', { limit: maxReason }) }
  return { reason }
}

export async function closeJourney(
  ports: Pick<Ports, 'journeys' | 'commits' | 'clock' | 'recordWriter'>,
  { journey, state }: CommittedEvent,
  actor: string,
  comment: string,
): Promise<'closed' | RefusalReason> {
  const reason = await keepRecord(ports, journey, `${state.round}#closed`, actor, { comment })
  const outcome = await carryOut(ports, journey, actor, { kind: 'close', reason })
  return outcome.kind === 'accepted' ? 'closed' : outcome.reason
}

/** Undefined unless it is closed, and when the words were erased. */
export async function whyClosed(
  ports: Pick<Ports, 'journeys' | 'records'>,
  { journey, state }: CommittedEvent,
): Promise<string | undefined> {
  if (state.position.at !== 'closed') return undefined
  // The visit is the number of the event that brought the journey here.
  const closing = await ports.journeys.event(journey, state.position.visit)
  if (closing?.command.kind !== 'close') return undefined
  return (await ports.records.get(journey, closing.command.reason.id))?.content.comment
}

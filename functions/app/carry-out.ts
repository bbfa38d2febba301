// Carries a command out: decide on the newest state, commit the next event, and decide again when another was faster.
import { type CommittedEvent, storeEvent } from '../../workflows/journey-events.ts'
import type { Command, RefusalReason } from '../../workflows/journey-state.ts'
import { beginsWithNewest, decide } from '../../workflows/progress.ts'
import { definitionOf, newest as newestDefinition } from '../../workflows/released/index.ts'
import type { Ports } from './ports.ts'

export type Outcome =
  | { readonly kind: 'accepted'; readonly event: CommittedEvent }
  | { readonly kind: 'refused'; readonly reason: RefusalReason }

const attempts = 5

/** `actor` is a pseudonym. Refuses as progress.ts does; throws when the race was lost five times. */
export async function carryOut(
  ports: Pick<Ports, 'journeys' | 'commits' | 'clock'>,
  journey: string,
  actor: string,
  command: Command,
): Promise<Outcome> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const previous = await ports.journeys.newest(journey)
    const own = previous && !beginsWithNewest.includes(command.kind)
    const definition = own ? definitionOf(previous.state.definition) : newestDefinition
    const moment = { at: ports.clock.now().toISOString(), number: (previous?.number ?? 0) + 1 }
    const decision = decide(definition, previous?.state, command, moment)
    if (decision.kind === 'refused') return decision
    const { state, effects } = decision
    const event = { journey, ...moment, actor, command, state, effects }
    const stored = storeEvent(event, previous)
    await ports.commits.noteWork({ journey, number: moment.number, atUnmovedMs: ports.clock.unmovedMs() })
    if (await ports.commits.append(stored))
      return { kind: 'accepted', event: { ...event, hash: stored.hash } }
  }
  throw new Error(`The race for the next event of a journey was lost ${attempts} times`)
}

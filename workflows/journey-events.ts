// The commit: one event carries the command, the whole new state and the effects, and is chained to the one before by its hash.
import { createHash } from 'node:crypto'
import type { Effect } from './effects.ts'
import type { Command, JourneyState } from './journey-state.ts'

export interface JourneyEvent {
  readonly journey: string
  /** 1, 2, 3 … without a gap. */
  readonly number: number
  /** When it was decided (ISO, UTC). */
  readonly at: string
  /** A pseudonym: a person's id, `workflow`, `sweep` or `mail`. */
  readonly actor: string
  readonly command: Command
  readonly state: JourneyState
  readonly effects: readonly Effect[]
}

/** An event as it is stored: `body` is the very text that was hashed, so a hash never depends on how JSON is written again. */
export interface StoredEvent {
  readonly journey: string
  readonly number: number
  readonly body: string
  readonly previousHash: string
  readonly hash: string
}

export interface CommittedEvent extends JourneyEvent {
  readonly hash: string
}

/** The hash before a journey's first event. */
const beginning = '0'.repeat(64)

export function storeEvent(
  event: JourneyEvent,
  previous: { readonly hash: string } | undefined,
): StoredEvent {
  const body = JSON.stringify(event)
  const previousHash = previous?.hash ?? beginning
  return {
    journey: event.journey,
    number: event.number,
    body,
    previousHash,
    hash: hashOf(previousHash, body),
  }
}

export function readEvent(stored: StoredEvent): CommittedEvent {
  return { ...(JSON.parse(stored.body) as JourneyEvent), hash: stored.hash }
}

/** The first thing that is wrong with a journey's events in their order, or undefined: a change, a gap, a fork. */
export function breachOf(events: readonly StoredEvent[]): string | undefined {
  let previousHash = beginning
  for (const [at, stored] of events.entries()) {
    const event = readEvent(stored)
    if (stored.number !== at + 1 || event.number !== stored.number) return `event ${at + 1} is missing`
    if (event.journey !== stored.journey) return `event ${stored.number} belongs to another journey`
    if (stored.previousHash !== previousHash)
      return `event ${stored.number} does not follow the one before it`
    if (stored.hash !== hashOf(previousHash, stored.body)) return `event ${stored.number} was changed`
    previousHash = stored.hash
  }
  return undefined
}

function hashOf(previousHash: string, body: string): string {
  return createHash('sha256').update(previousHash).update('\n').update(body).digest('hex')
}

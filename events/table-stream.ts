// The keys that wake the relay: DynamoDB's stream, keys only, so that no personal data travels in it.
import * as z from 'zod/mini'

const Key = z.object({ S: z.string() })

/** The part of a DynamoDB stream event that the relay reads. */
export const TableStream = z.object({
  Records: z.array(
    z.object({
      eventName: z.enum(['INSERT', 'MODIFY', 'REMOVE']),
      dynamodb: z.object({ Keys: z.object({ pk: Key, sk: Key }), SequenceNumber: z.string() }),
    }),
  ),
})
export type TableStream = z.infer<typeof TableStream>

export interface Keys {
  readonly pk: string
  readonly sk: string
}

/** What the event source lets through: a new event of a journey, and an asked-for code. */
export const relayFilter: readonly { readonly pkPrefix: string; readonly skPrefix: string }[] = [
  { pkPrefix: 'EVENTS#', skPrefix: '' },
  { pkPrefix: 'PENDING#', skPrefix: 'code#' },
]

export function wakesRelay({ pk, sk }: Keys): boolean {
  return relayFilter.some(({ pkPrefix, skPrefix }) => pk.startsWith(pkPrefix) && sk.startsWith(skPrefix))
}

/** The write that a row of work left over stands for: `<journey>#000042` for event 42 of the journey; a code for itself. */
export function keysLeftOver(pending: Keys): Keys {
  const [journey, number] = pending.sk.split('#')
  return journey === 'code' ? pending : { pk: `EVENTS#${journey}`, sk: number! }
}

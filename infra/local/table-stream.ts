// Hands the table's changes to the function that reacts to them, as DynamoDB's stream does: in order within a lane.
import { randomUUID } from 'node:crypto'
import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import type { Change } from './dynamodb/changes.ts'

const batchSize = 10
const laneCount = 8

export type TableStream = { push: (changes: readonly Change[]) => void; stop: () => Promise<void> }

/**
 * A partition key always goes the same lane, and a lane waits for its delivery to end. What fails is not delivered
 * again: its pending item is found by the sweep, or at the next start.
 */
export function createTableStream(options: {
  wakes: (change: Change) => boolean
  deliver: (event: DynamoDBStreamEvent) => Promise<unknown>
}): TableStream {
  const lanes = Array.from({ length: laneCount }, () => ({
    waiting: [] as DynamoDBRecord[],
    running: undefined as Promise<void> | undefined,
  }))
  let sequence = 0
  let stopped = false

  async function run(lane: (typeof lanes)[number]): Promise<void> {
    while (lane.waiting.length > 0 && !stopped) {
      await options.deliver({ Records: lane.waiting.splice(0, batchSize) }).catch((error: unknown) => {
        console.error('A delivery of the table stream failed:', error)
      })
    }
    lane.running = undefined
  }

  return {
    push: (changes) => {
      for (const change of changes.filter(options.wakes)) {
        const lane = lanes[laneOf(change.keys.pk)]!
        sequence += 1
        lane.waiting.push(streamRecord(change, sequence))
        lane.running ??= run(lane)
      }
    },
    stop: async () => {
      stopped = true
      await Promise.all(lanes.map((lane) => lane.running))
    },
  }
}

function laneOf(partitionKey: string): number {
  let hash = 0
  for (let i = 0; i < partitionKey.length; i++) hash = (hash * 31 + partitionKey.charCodeAt(i)) >>> 0
  return hash % laneCount
}

function streamRecord({ eventName, keys }: Change, sequence: number): DynamoDBRecord {
  return {
    eventID: randomUUID().replaceAll('-', ''),
    eventName,
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: 'eu-west-2',
    dynamodb: {
      ApproximateCreationDateTime: Math.floor(Date.now() / 1000),
      Keys: { pk: { S: keys.pk }, sk: { S: keys.sk } },
      SequenceNumber: String(sequence).padStart(21, '0'),
      SizeBytes: Buffer.byteLength(keys.pk + keys.sk) + 4,
      StreamViewType: 'KEYS_ONLY',
    },
  }
}

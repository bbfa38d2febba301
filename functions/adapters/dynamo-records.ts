// Submissions and comments: put once, read by the id that an event points to. What is more than a row can hold goes on in others.
import { GetCommand } from '@aws-sdk/lib-dynamodb'
import type { RecordReader, RecordWriter, StoredRecord } from '../app/ports.ts'
import { putIfAbsent, type Table } from './dynamo.ts'

/** A row holds 400 KB. */
const bytesInRow = 300_000

/** The content of a long record is in rows of its own, this many: its JSON, cut anywhere. */
type Row = StoredRecord | (Omit<StoredRecord, 'content'> & { readonly parts: number })

export function dynamoRecords(table: Table): RecordReader {
  return {
    async get(journey, id) {
      const row = (await read(table, journey, id)) as Row | undefined
      if (!row || !('parts' in row)) return row
      const { parts, ...record } = row
      const pieces = await Promise.all(
        Array.from({ length: parts }, async (_, at) => {
          const part = await read(table, journey, partId(id, at))
          if (!part) throw new Error('A part of a record is not there')
          return part.json as Uint8Array
        }),
      )
      return { ...record, content: JSON.parse(Buffer.concat(pieces).toString()) }
    },
  }
}

export function dynamoRecordWriter(table: Table): RecordWriter {
  return {
    async put(record) {
      const { journey, id, content, ...others } = record
      const whole = Buffer.from(JSON.stringify(content))
      const parts = Math.ceil(whole.length / bytesInRow)
      // The parts first: a record that is there is whole. They say the same when they are put again.
      for (let at = 0; parts > 1 && at < parts; at++) {
        const json = whole.subarray(at * bytesInRow, (at + 1) * bytesInRow)
        await putIfAbsent(table, { ...key(journey, partId(id, at)), json })
      }
      const held = parts > 1 ? { parts } : { content }
      if (await putIfAbsent(table, { ...key(journey, id), journey, id, ...others, ...held })) return
      // The SDK tries again when an answer gets lost, and then meets what it stored itself.
      const stored = await read(table, journey, id)
      if (stored?.salt !== record.salt) throw new Error('A record with this random id exists already')
    },
  }
}

async function read(table: Table, journey: string, id: string): Promise<Record<string, unknown> | undefined> {
  const Key = key(journey, id)
  const { Item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key, ConsistentRead: true }),
  )
  return Item
}

function key(journey: string, id: string) {
  return { pk: `RECORD#${journey}`, sk: id }
}

function partId(id: string, at: number): string {
  return `${id}#PART#${at}`
}

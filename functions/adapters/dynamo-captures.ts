// What linked pages said, a row each, put once; the table's TTL takes them away when evidence is not kept any more.
import { GetCommand } from '@aws-sdk/lib-dynamodb'
import { captureKeptYears } from '../../workflows/links.ts'
import type { Capture, CaptureReader, CaptureWriter } from '../app/ports.ts'
import { putIfAbsent, type Table, ttl } from './dynamo.ts'

export function dynamoCaptures(table: Table): CaptureReader {
  return {
    async get(journey, id) {
      const { Item } = await table.client.send(
        new GetCommand({ TableName: table.name, Key: key(journey, id), ConsistentRead: true }),
      )
      return Item as Capture | undefined
    },
  }
}

export function dynamoCaptureWriter(table: Table): CaptureWriter {
  return {
    async put(capture) {
      const { journey, id, at } = capture
      await putIfAbsent(table, { ...key(journey, id), ...capture, ttl: ttl(at, captureKeptYears * 365) })
    },
  }
}

function key(journey: string, id: string) {
  return { pk: `CAPTURE#${journey}`, sk: `CAPTURE#${id}` }
}

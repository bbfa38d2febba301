// What linked pages said, a row each, put once; gone with the evidence, or at last by the table's TTL.
import { DeleteCommand, GetCommand } from '@aws-sdk/lib-dynamodb'
import { captureKeptYears } from '../../workflows/links.ts'
import type { Capture, CaptureReader, CaptureRemoval, CaptureWriter } from '../app/ports.ts'
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

export function dynamoCaptureRemoval(table: Table): CaptureRemoval {
  return {
    async drop(journey, id) {
      await table.client.send(new DeleteCommand({ TableName: table.name, Key: key(journey, id) }))
    },
  }
}

function key(journey: string, id: string) {
  return { pk: `CAPTURE#${journey}`, sk: `CAPTURE#${id}` }
}

// Submissions and comments: put once, read by the id that an event points to.
import { GetCommand } from '@aws-sdk/lib-dynamodb'
import type { RecordReader, RecordWriter, StoredRecord } from '../app/ports.ts'
import { putIfAbsent, type Table } from './dynamo.ts'

export function dynamoRecords(table: Table): RecordReader {
  return {
    async get(journey, id) {
      const { Item } = await table.client.send(
        new GetCommand({
          TableName: table.name,
          Key: { pk: `RECORD#${journey}`, sk: id },
          ConsistentRead: true,
        }),
      )
      return Item as StoredRecord | undefined
    },
  }
}

export function dynamoRecordWriter(table: Table): RecordWriter {
  return {
    async put(record) {
      const key = { pk: `RECORD#${record.journey}`, sk: record.id }
      if (await putIfAbsent(table, { ...key, ...record })) return
      // The SDK tries again when an answer gets lost, and then meets what it stored itself.
      const stored = await dynamoRecords(table).get(record.journey, record.id)
      if (stored?.salt !== record.salt) throw new Error('A record with this random id exists already')
    },
  }
}

// Addresses that we do not write to any more, by their hash.
import { GetCommand } from '@aws-sdk/lib-dynamodb'
import type { SuppressionReader, SuppressionWriter } from '../app/ports.ts'
import { putIfAbsent, type Table } from './dynamo.ts'

export function dynamoSuppressions(table: Table): SuppressionReader {
  return {
    async has(addressHash) {
      const { Item } = await table.client.send(
        new GetCommand({ TableName: table.name, Key: suppressionKey(addressHash), ConsistentRead: true }),
      )
      return Item !== undefined
    },
  }
}

export function dynamoSuppressionWriter(table: Table): SuppressionWriter {
  return {
    async put({ addressHash, why, at }) {
      await putIfAbsent(table, { ...suppressionKey(addressHash), why, at })
    },
  }
}

function suppressionKey(addressHash: string) {
  return { pk: `SUPPRESSED#${addressHash}`, sk: 'MAIL' }
}

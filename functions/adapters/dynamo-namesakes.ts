// Where to look for the same organisation: a row a journey under the hash of its name, and of its postcode; all can be erased.
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import type { Namesakes, NamesakeWriter } from '../app/ports.ts'
import { queryAll, type Table } from './dynamo.ts'

export function dynamoNamesakes(table: Table): Namesakes {
  return {
    async under(hashes) {
      const found = await Promise.all(hashes.map((hash) => journeysUnder(table, hash)))
      return [...new Set(found.flat())]
    },
  }
}

export function dynamoNamesakeWriter(table: Table): NamesakeWriter {
  return {
    async put(hashes, journey) {
      for (const hash of hashes) {
        const Item = { pk: `SAME#${hash}`, sk: `JOURNEY#${journey}` }
        await table.client.send(new PutCommand({ TableName: table.name, Item }))
      }
    },
  }
}

async function journeysUnder(table: Table, hash: string): Promise<readonly string[]> {
  const rows = await queryAll(table, {
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': `SAME#${hash}` },
  })
  return rows.map(({ sk }) => String(sk).slice('JOURNEY#'.length))
}

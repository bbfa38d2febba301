// Addresses that we do not write to any more, by their hash.
import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import type { SuppressionLifter, SuppressionReader, SuppressionWriter, WhySuppressed } from '../app/ports.ts'
import { held, putIfAbsent, type Table } from './dynamo.ts'

export function dynamoSuppressions(table: Table): SuppressionReader {
  const why = async (addressHash: string): Promise<WhySuppressed | undefined> => {
    const { Item } = await table.client.send(
      new GetCommand({ TableName: table.name, Key: suppressionKey(addressHash), ConsistentRead: true }),
    )
    return Item?.why
  }
  return { why, has: async (addressHash) => (await why(addressHash)) !== undefined }
}

export function dynamoSuppressionWriter(table: Table): SuppressionWriter {
  return {
    async put({ addressHash, why, at }) {
      const Item = { ...suppressionKey(addressHash), why, at }
      if (why === 'bounce') await putIfAbsent(table, Item)
      else
        await held(
          table.client.send(
            new PutCommand({
              TableName: table.name,
              Item,
              ConditionExpression: 'attribute_not_exists(pk) OR why = :bounce',
              ExpressionAttributeValues: { ':bounce': 'bounce' satisfies WhySuppressed },
            }),
          ),
        )
    },
  }
}

export function dynamoSuppressionLifter(table: Table): SuppressionLifter {
  return {
    async lift(addressHash) {
      await table.client.send(new DeleteCommand({ TableName: table.name, Key: suppressionKey(addressHash) }))
    },
  }
}

function suppressionKey(addressHash: string) {
  return { pk: `SUPPRESSED#${addressHash}`, sk: 'MAIL' }
}

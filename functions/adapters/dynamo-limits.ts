// How often something was done in a window of time; who did it is kept as a hash, and goes when the window is over.
import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { Limits } from '../app/ports.ts'
import { sha256 } from '../app/secrets.ts'
import { held, type Table } from './dynamo.ts'

export function dynamoLimits(table: Table): Limits {
  return {
    take(what, max, seconds, now) {
      const window = Math.floor(now.getTime() / 1000 / seconds)
      return held(
        table.client.send(
          new UpdateCommand({
            TableName: table.name,
            Key: { pk: `LIMIT#${sha256(what)}#${window}`, sk: 'LIMIT' },
            UpdateExpression: 'SET #ttl = :ttl ADD uses :one',
            ConditionExpression: 'attribute_not_exists(uses) OR uses < :max',
            ExpressionAttributeNames: { '#ttl': 'ttl' },
            ExpressionAttributeValues: { ':one': 1, ':max': max, ':ttl': (window + 2) * seconds },
          }),
        ),
      )
    },
  }
}

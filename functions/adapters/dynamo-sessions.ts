// Sessions: found by the hash of the cookie's secret, so that the table never holds what a browser holds.
import { DeleteCommand, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { Session, SessionReader, SessionWriter } from '../app/ports.ts'
import { held, type Table, ttl } from './dynamo.ts'

export function dynamoSessions(table: Table): SessionReader {
  return {
    async get(id) {
      const { Item } = await table.client.send(
        new GetCommand({ TableName: table.name, Key: sessionKey(id), ConsistentRead: true }),
      )
      return Item?.kind === 'session' ? (Item as unknown as Session) : undefined
    },
  }
}

export function dynamoSessionWriter(table: Table): SessionWriter {
  return {
    async put(session) {
      const Item = { ...sessionKey(session.id), kind: 'session', ...session, ttl: ttl(session.openedAt, 1) }
      await table.client.send(new PutCommand({ TableName: table.name, Item }))
    },
    async touch(id, usedAt) {
      await held(
        table.client.send(
          new UpdateCommand({
            TableName: table.name,
            Key: sessionKey(id),
            UpdateExpression: 'SET usedAt = :at',
            ConditionExpression: 'kind = :session',
            ExpressionAttributeValues: { ':at': usedAt, ':session': 'session' },
          }),
        ),
      )
    },
    async remove(id) {
      await table.client.send(new DeleteCommand({ TableName: table.name, Key: sessionKey(id) }))
    },
  }
}

function sessionKey(id: string) {
  return { pk: `SECRET#${id}`, sk: 'SECRET' }
}

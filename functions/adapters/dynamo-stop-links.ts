// The links in reminders that stop them: found by the hash of their secret, so that the table never holds a link.
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import type { StopLink, StopLinkReader, StopLinkWriter } from '../app/ports.ts'
import { type Table, ttl } from './dynamo.ts'

const kind = 'stop-reminders'

export function dynamoStopLinks(table: Table): StopLinkReader {
  return {
    async get(id, now) {
      const { Item } = await table.client.send(
        new GetCommand({ TableName: table.name, Key: secretKey(id), ConsistentRead: true }),
      )
      return Item?.kind === kind && now.toISOString() < Item.expiresAt ? (Item as StopLink) : undefined
    },
  }
}

export function dynamoStopLinkWriter(table: Table): StopLinkWriter {
  return {
    async put(link) {
      const Item = { ...secretKey(link.id), kind, ...link, ttl: ttl(link.expiresAt) }
      await table.client.send(new PutCommand({ TableName: table.name, Item }))
    },
  }
}

function secretKey(id: string) {
  return { pk: `SECRET#${id}`, sk: 'SECRET' }
}

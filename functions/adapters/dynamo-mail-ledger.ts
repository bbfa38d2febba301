// Which email went: a claim before it is sent, a note after; a claim that nothing came of ends after 15 minutes.
import { DeleteCommand, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { MailLedger } from '../app/ports.ts'
import { held, putIfAbsent, type Table, ttl } from './dynamo.ts'

const claimMs = 15 * 60_000

export function dynamoMailLedger(table: Table): MailLedger {
  return {
    async claim(id, now) {
      const claimedAt = now.toISOString()
      if (await putIfAbsent(table, { ...mailKey(id), claimedAt, ttl: ttl(now, 2 * 365) })) return 'claimed'
      const { Item } = await table.client.send(
        new GetCommand({ TableName: table.name, Key: mailKey(id), ConsistentRead: true }),
      )
      if (Item?.sentAt) return 'sent'
      const lapsed = new Date(now.getTime() - claimMs).toISOString()
      const reclaimed = await held(
        table.client.send(
          new UpdateCommand({
            TableName: table.name,
            Key: mailKey(id),
            UpdateExpression: 'SET claimedAt = :now',
            ConditionExpression: 'attribute_not_exists(sentAt) AND claimedAt <= :lapsed',
            ExpressionAttributeValues: { ':now': claimedAt, ':lapsed': lapsed },
          }),
        ),
      )
      return reclaimed ? 'claimed' : 'waiting'
    },
    async release(id) {
      await held(
        table.client.send(
          new DeleteCommand({
            TableName: table.name,
            Key: mailKey(id),
            ConditionExpression: 'attribute_not_exists(sentAt)',
          }),
        ),
      )
    },
    async markSent(id, now) {
      await held(
        table.client.send(
          new UpdateCommand({
            TableName: table.name,
            Key: mailKey(id),
            UpdateExpression: 'SET sentAt = :now',
            ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(sentAt)',
            ExpressionAttributeValues: { ':now': now.toISOString() },
          }),
        ),
      )
    },
  }
}

function mailKey(id: string) {
  return { pk: `MAIL#${id}`, sk: 'MAIL' }
}

// Which email went: a claim before it is sent, a note after; a claim that nothing came of ends after 15 minutes.
import { BatchGetCommand, DeleteCommand, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { EmailOutcome, MailLedger, SentMail } from '../app/ports.ts'
import { held, putIfAbsent, type Table, ttl } from './dynamo.ts'

const claimMs = 15 * 60_000
const unsettled = 'attribute_not_exists(sentAt) AND attribute_not_exists(notToGoAt)'

export function dynamoMailLedger(table: Table): MailLedger {
  return {
    async claim(id, now) {
      const claimedAt = now.toISOString()
      if (await putIfAbsent(table, { ...mailKey(id), claimedAt, ttl: ttl(now, 2 * 365) })) return 'claimed'
      const { Item } = await table.client.send(
        new GetCommand({ TableName: table.name, Key: mailKey(id), ConsistentRead: true }),
      )
      if (Item?.sentAt || Item?.notToGoAt) return 'settled'
      const lapsed = new Date(now.getTime() - claimMs).toISOString()
      const reclaimed = await held(
        table.client.send(
          new UpdateCommand({
            TableName: table.name,
            Key: mailKey(id),
            UpdateExpression: 'SET claimedAt = :now',
            ConditionExpression: `${unsettled} AND claimedAt <= :lapsed`,
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
            ConditionExpression: unsettled,
          }),
        ),
      )
    },
    markSent: (id, now) => settle(table, id, 'sentAt', now),
    markNotToGo: (id, now) => settle(table, id, 'notToGoAt', now),
  }
}

async function settle(table: Table, id: string, as: 'sentAt' | 'notToGoAt', now: Date): Promise<void> {
  await held(
    table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: mailKey(id),
        UpdateExpression: `SET ${as} = :now`,
        ConditionExpression: `attribute_exists(pk) AND ${unsettled}`,
        ExpressionAttributeValues: { ':now': now.toISOString() },
      }),
    ),
  )
}

export function dynamoSentMail(table: Table): SentMail {
  return {
    async outcomes(ids) {
      const outcomes = new Map<string, EmailOutcome>()
      for (let at = 0; at < ids.length; at += 100) {
        let keys: Record<string, unknown>[] = ids.slice(at, at + 100).map(mailKey)
        while (keys.length > 0) {
          const { Responses, UnprocessedKeys } = await table.client.send(
            new BatchGetCommand({ RequestItems: { [table.name]: { Keys: keys, ConsistentRead: true } } }),
          )
          for (const { pk, sentAt, notToGoAt } of Responses?.[table.name] ?? []) {
            const id = String(pk).slice('MAIL#'.length)
            if (sentAt) outcomes.set(id, { kind: 'sent', at: sentAt })
            else if (notToGoAt) outcomes.set(id, { kind: 'not-to-go', at: notToGoAt })
          }
          keys = UnprocessedKeys?.[table.name]?.Keys ?? []
        }
      }
      return outcomes
    },
  }
}

function mailKey(id: string) {
  return { pk: `MAIL#${id}`, sk: 'MAIL' }
}

// Links that were handed in: a row each, which says when it is to be looked at next and is found by that through an index.
import { GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { HandedInLink } from '../../workflows/links.ts'
import type { LinkChecks, LinkReader, LinkWriter } from '../app/ports.ts'
import { held, putIfAbsent, queryAll, type Table } from './dynamo.ts'
import { shard } from './table.ts'

const due = `LOOK#${shard}`

export function dynamoLinks(table: Table): LinkReader {
  return {
    async ofJourney(journey) {
      const rows = await queryAll(table, {
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': `LINKS#${journey}` },
        ConsistentRead: true,
      })
      return rows.map(linkOf)
    },
  }
}

export function dynamoLinkWriter(table: Table): LinkWriter {
  return {
    async note(link) {
      await putIfAbsent(table, itemOf(link))
    },
  }
}

export function dynamoLinkChecks(table: Table): LinkChecks {
  return {
    async dueBy(moment, limit) {
      const { Items = [] } = await table.client.send(
        new QueryCommand({
          TableName: table.name,
          IndexName: 'due',
          KeyConditionExpression: '#pk = :pk AND dueSk <= :by',
          ExpressionAttributeNames: { '#pk': 'duePk' },
          ExpressionAttributeValues: { ':pk': due, ':by': moment },
          Limit: limit,
        }),
      )
      return Items.map(({ pk, sk }) => ({
        journey: String(pk).slice('LINKS#'.length),
        id: String(sk).slice('LINK#'.length),
      }))
    },
    async get(journey, id) {
      const { Item } = await table.client.send(
        new GetCommand({ TableName: table.name, Key: key(journey, id), ConsistentRead: true }),
      )
      return Item && linkOf(Item)
    },
    replace: (was, by) =>
      held(
        table.client.send(
          new PutCommand({
            TableName: table.name,
            Item: itemOf(by),
            ConditionExpression: 'dueSk = :was',
            ExpressionAttributeValues: { ':was': was.dueAt ?? '' },
          }),
        ),
      ),
  }
}

function key(journey: string, id: string) {
  return { pk: `LINKS#${journey}`, sk: `LINK#${id}` }
}

function itemOf({ dueAt, ...link }: HandedInLink) {
  return { ...key(link.journey, link.id), ...link, ...(dueAt && { duePk: due, dueSk: dueAt }) }
}

function linkOf({ pk: _, sk: __, duePk: ___, dueSk, ...link }: Record<string, unknown>): HandedInLink {
  return { ...(link as unknown as HandedInLink), ...(dueSk !== undefined && { dueAt: String(dueSk) }) }
}

// Drafts of sections and entries: saved if nobody else has saved since, so that nothing is overwritten unseen.
import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { Draft, DraftIndex, DraftIndexReader, DraftReader, DraftWriter } from '../app/ports.ts'
import { held, queryAll, type Table } from './dynamo.ts'

export function dynamoDrafts(table: Table): DraftReader {
  return {
    async ofStep(journey, round, step) {
      const rows = await queryAll(table, {
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :step)',
        ExpressionAttributeValues: { ':pk': `DRAFT#${journey}`, ':step': `ROUND#${round}#${step}#` },
        ConsistentRead: true,
      })
      return rows as unknown as Draft[]
    },
  }
}

export function dynamoDraftWriter(table: Table): DraftWriter {
  return {
    save(draft) {
      const { journey, round, step, section, entry, revision } = draft
      const Item = { pk: `DRAFT#${journey}`, sk: `ROUND#${round}#${step}#${section}#${entry}`, ...draft }
      return held(
        table.client.send(
          new PutCommand({
            TableName: table.name,
            Item,
            ConditionExpression: revision === 1 ? 'attribute_not_exists(pk)' : 'revision = :before',
            ...(revision > 1 && { ExpressionAttributeValues: { ':before': revision - 1 } }),
          }),
        ),
      )
    },
    async note(journey, round, index) {
      const places = Object.entries(index)
      await table.client.send(
        new UpdateCommand({
          TableName: table.name,
          Key: indexKey(journey, round),
          UpdateExpression: `SET ${places.map((_, at) => `#p${at} = :p${at}`).join(', ')}`,
          ExpressionAttributeNames: Object.fromEntries(places.map(([place], at) => [`#p${at}`, place])),
          ExpressionAttributeValues: Object.fromEntries(
            places.map(([, progress], at) => [`:p${at}`, progress]),
          ),
        }),
      )
    },
  }
}

export function dynamoDraftIndex(table: Table): DraftIndexReader {
  return {
    async ofRound(journey, round) {
      const { Item: { pk: _pk, sk: _sk, ...index } = {} } = await table.client.send(
        new GetCommand({ TableName: table.name, Key: indexKey(journey, round), ConsistentRead: true }),
      )
      return index as DraftIndex
    },
  }
}

/** Among the drafts, and found by no query for those of a step. */
function indexKey(journey: string, round: number) {
  return { pk: `DRAFT#${journey}`, sk: `INDEX#${round}` }
}

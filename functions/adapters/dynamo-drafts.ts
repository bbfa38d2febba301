// Drafts of sections and entries: saved if nobody else has saved since, so that nothing is overwritten unseen.
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import type { Draft, DraftReader, DraftWriter } from '../app/ports.ts'
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
  }
}

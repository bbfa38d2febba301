// Lists and due dates: a row a journey, which alone carries index keys; index hits are read again before they count.
import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { DueJourneys, Summaries, Summary, SummaryWriter } from '../app/ports.ts'
import { getAll, held, type Table } from './dynamo.ts'
import { shard } from './table.ts'

export function dynamoSummaries(table: Table): Summaries {
  return {
    async inPhase(phase) {
      const summaries = await read(table, await keysIn(table, 'list', 'listPk', `PHASE#${phase}#${shard}`))
      return summaries.filter((summary) => summary.phase === phase)
    },
    of: (journeys) => read(table, journeys),
  }
}

export function dynamoSummaryWriter(table: Table): SummaryWriter {
  return {
    async put(summary) {
      const { journey, version, phase, since, dueAt } = summary
      const Item = {
        ...summaryKey(journey),
        ...summary,
        ...(phase && { listPk: `PHASE#${phase}#${shard}`, listSk: since }),
        ...(dueAt && { duePk: `DUE#${shard}`, dueSk: dueAt }),
      }
      await held(
        table.client.send(
          new PutCommand({
            TableName: table.name,
            Item,
            ConditionExpression: 'attribute_not_exists(pk) OR version < :version',
            ExpressionAttributeValues: { ':version': version },
          }),
        ),
      )
    },
  }
}

export function dynamoDue(table: Table): DueJourneys {
  return {
    async dueBy(moment, limit) {
      return (await keysIn(table, 'due', 'duePk', `DUE#${shard}`, { by: moment, limit })).slice(0, limit)
    },
  }
}

/** The journeys under an index key, in the order of its sort key. */
async function keysIn(
  table: Table,
  index: 'list' | 'due',
  attribute: string,
  key: string,
  due?: { by: string; limit: number },
): Promise<string[]> {
  const journeys: string[] = []
  let from: Record<string, unknown> | undefined
  do {
    const { Items = [], LastEvaluatedKey } = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        IndexName: index,
        KeyConditionExpression: due ? '#pk = :pk AND dueSk <= :by' : '#pk = :pk',
        ExpressionAttributeNames: { '#pk': attribute },
        ExpressionAttributeValues: { ':pk': key, ...(due && { ':by': due.by }) },
        ...(due && { Limit: due.limit }),
        ExclusiveStartKey: from,
      }),
    )
    journeys.push(...Items.map(({ pk }) => String(pk).slice('SUMMARY#'.length)))
    from = LastEvaluatedKey
  } while (from && !(due && journeys.length >= due.limit))
  return journeys
}

async function read(table: Table, journeys: readonly string[]): Promise<Summary[]> {
  const found = (await getAll(table, journeys.map(summaryKey))) as unknown as Summary[]
  return journeys.flatMap((journey) => found.filter((summary) => summary.journey === journey))
}

function summaryKey(journey: string) {
  return { pk: `SUMMARY#${journey}`, sk: 'SUMMARY' }
}

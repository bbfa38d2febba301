// Pledges: a row each under the form's random id, put once, counted by asking how many there are; and apart from it what somebody said.
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { Clock, PledgeReader, PledgeWriter } from '../app/ports.ts'
import { putIfAbsent, type Table, ttl } from './dynamo.ts'

/**
 * Counting 15,000 rows takes about 200 read units, and a partition gives 3,000 a second; so a large count is kept for a
 * minute, while everybody of a large organisation pledges at once.
 */
const keptFrom = 1000
const keptForMs = 60_000

/**
 * What somebody said ends after two years: a round of about one, and twelve months. It is a row of its own, in a partition of
 * its own, because what ends or is removed takes its whole row along: the pledge itself has to count for ever.
 */
const saidKeptDays = 730

export function dynamoPledges(table: Table, clock: Clock): PledgeReader {
  const kept = new Map<string, { readonly count: number; readonly untilMs: number }>()
  return {
    async count(journey, round) {
      const pk = partition(journey, round)
      const before = kept.get(pk)
      if (before && clock.unmovedMs() < before.untilMs) return before.count
      const count = await countRows(table, pk)
      if (count >= keptFrom) kept.set(pk, { count, untilMs: clock.unmovedMs() + keptForMs })
      return count
    },
  }
}

export function dynamoPledgeWriter(table: Table): PledgeWriter {
  return {
    async putSaid(said) {
      const list = { listPk: saidPartition(said.journey), listSk: `${said.at}#${said.id}` }
      await putIfAbsent(table, {
        ...saidKey(said.journey, said.id),
        ...said,
        ...list,
        ttl: ttl(said.at, saidKeptDays),
      })
    },
    async put({ id, journey, round, day, group }) {
      await putIfAbsent(table, { pk: partition(journey, round), sk: `PLEDGE#${id}`, day, group })
    },
  }
}

async function countRows(table: Table, pk: string): Promise<number> {
  let count = 0
  let from: Record<string, unknown> | undefined
  do {
    const { Count = 0, LastEvaluatedKey } = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        Select: 'COUNT',
        ExclusiveStartKey: from,
      }),
    )
    count += Count
    from = LastEvaluatedKey
  } while (from)
  return count
}

function partition(journey: string, round: number): string {
  return `PLEDGES#${journey}#${round}`
}

function saidPartition(journey: string): string {
  return `SAID#${journey}`
}

function saidKey(journey: string, id: string) {
  return { pk: saidPartition(journey), sk: `PLEDGE#${id}` }
}

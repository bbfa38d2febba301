// Pledges: a row each under the form's random id, put once, counted by asking how many there are; and apart from it what somebody said.
import { GetCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { saidKeptDays } from '../../workflows/personal-pledge.ts'
import type {
  Clock,
  PledgeReader,
  PledgeWriter,
  SaidInPledge,
  SaidReader,
  SaidRemoval,
} from '../app/ports.ts'
import { getAll, held, putIfAbsent, queryAll, type Table, ttl } from './dynamo.ts'

/**
 * Counting 15,000 rows takes about 200 read units, and a partition gives 3,000 a second; so a large count is kept for a
 * minute, while everybody of a large organisation pledges at once.
 */
const keptFrom = 1000
const keptForMs = 60_000

export function dynamoPledges(table: Table, clock: Clock): PledgeReader {
  const kept = new Map<string, { readonly count: number; readonly untilMs: number }>()
  const keptGroups = new Map<
    string,
    { readonly counts: Readonly<Record<string, number>>; readonly untilMs: number }
  >()
  return {
    async count(journey, round) {
      const pk = partition(journey, round)
      const before = kept.get(pk)
      if (before && clock.unmovedMs() < before.untilMs) return before.count
      const count = await countRows(table, pk)
      if (count >= keptFrom) kept.set(pk, { count, untilMs: clock.unmovedMs() + keptForMs })
      return count
    },
    async byGroup(journey, round) {
      const pk = partition(journey, round)
      const before = keptGroups.get(pk)
      if (before && clock.unmovedMs() < before.untilMs) return before.counts
      const rows = await queryAll(table, {
        KeyConditionExpression: 'pk = :pk',
        ProjectionExpression: '#group',
        ExpressionAttributeNames: { '#group': 'group' },
        ExpressionAttributeValues: { ':pk': pk },
      })
      const counts: Record<string, number> = {}
      for (const { group } of rows)
        if (group !== undefined) counts[String(group)] = (counts[String(group)] ?? 0) + 1
      if (rows.length >= keptFrom) keptGroups.set(pk, { counts, untilMs: clock.unmovedMs() + keptForMs })
      return counts
    },
  }
}

export function dynamoSaid(table: Table): SaidReader {
  return {
    async page(journey, limit, before) {
      const { Items = [] } = await table.client.send(
        new QueryCommand({
          TableName: table.name,
          IndexName: 'list',
          KeyConditionExpression: before ? '#pk = :pk AND listSk < :before' : '#pk = :pk',
          ExpressionAttributeNames: { '#pk': 'listPk' },
          ExpressionAttributeValues: { ':pk': saidPartition(journey), ...(before && { ':before': before }) },
          ScanIndexForward: false,
          Limit: limit + 1,
        }),
      )
      const places = Items.map(({ listSk }) => String(listSk))
      const shown = places.slice(0, limit)
      // The index can be behind: what was removed is not in the table any more.
      const rows = await getAll(
        table,
        shown.map((place) => saidKey(journey, place.split('#')[1]!)),
      )
      const there = rows.filter(({ removed }) => !removed)
      const byPlace = new Map(there.map((row) => [row.listSk, row as unknown as SaidInPledge]))
      return {
        said: shown.flatMap((place) => byPlace.get(place) ?? []),
        more: places.length > limit ? shown.at(-1) : undefined,
      }
    },
    async get(journey, id) {
      const { Item } = await table.client.send(
        new GetCommand({ TableName: table.name, Key: saidKey(journey, id), ConsistentRead: true }),
      )
      return Item && !Item.removed ? (Item as SaidInPledge) : undefined
    },
  }
}

export function dynamoSaidRemoval(table: Table): SaidRemoval {
  return {
    async remove(journey, id) {
      // The row stays until its time, without anything that was said: else the same form, sent again, would bring it back.
      await held(
        table.client.send(
          new UpdateCommand({
            TableName: table.name,
            Key: saidKey(journey, id),
            UpdateExpression: 'SET removed = :yes REMOVE listPk, listSk, #group, team, #name, #words',
            ConditionExpression: 'attribute_exists(pk)',
            ExpressionAttributeNames: { '#group': 'group', '#name': 'name', '#words': 'words' },
            ExpressionAttributeValues: { ':yes': true },
          }),
        ),
      )
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

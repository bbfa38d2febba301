// What we rely on when we read from DynamoDB: the newest first, page by page, and indexes of keys alone.
import { DescribeTableCommand } from '@aws-sdk/client-dynamodb'
import { BatchGetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { expect, test } from 'vitest'
import { table as shape } from '../../functions/adapters/table.ts'
import { contractTable, inPartition, newPartition, pages, put, type Row } from './contract-table.ts'
import { contract } from './endpoint.ts'

contract('DYNAMODB', [], (place) => {
  const table = contractTable(place)
  const numbered = (pk: string, count: number, more: Record<string, unknown> = {}): Row[] =>
    Array.from({ length: count }, (_, at) => ({ pk, sk: String(at + 1).padStart(6, '0'), ...more }))
  const putAtOnce = (rows: Row[]) => Promise.all(rows.map((row) => put(table, row)))

  test('the table is on demand, and its indexes carry keys only', async () => {
    const { Table } = await table.client.send(new DescribeTableCommand({ TableName: table.name }))
    expect(Table).toMatchObject({
      TableStatus: 'ACTIVE',
      BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' },
      KeySchema: [{ AttributeName: 'pk' }, { AttributeName: 'sk' }],
    })
    const indexes = Table?.GlobalSecondaryIndexes?.map(({ IndexName, Projection }) => [
      IndexName,
      Projection?.ProjectionType,
    ])
    expect(indexes?.sort()).toEqual(shape.indexes.map(({ name }) => [name, 'KEYS_ONLY']).sort())
  })

  test('a consistent query for one row, descending, sees the newest write at once', async () => {
    const pk = newPartition()
    for (const row of numbered(pk, 12)) {
      await put(table, row)
      const { Items } = await table.client.send(
        new QueryCommand({
          TableName: table.name,
          ...inPartition(pk),
          ScanIndexForward: false,
          Limit: 1,
          ConsistentRead: true,
        }),
      )
      expect(Items).toEqual([row])
    }
  })

  test('begins_with finds the rows that begin so, and only these, in the order of their bytes', async () => {
    const pk = newPartition()
    const found = ['STEP#', 'STEP##', 'STEP#1', 'STEP#10', 'STEP#2', 'STEP#é', 'STEP#🌍']
    await put(table, ...[...found.toReversed(), 'STEP', 'STEQ', 'step#1'].map((sk) => ({ pk, sk })))
    const [page] = await pages(table, {
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :start)',
      ExpressionAttributeValues: { ':pk': pk, ':start': 'STEP#' },
    })
    expect(page?.Items?.map(({ sk }) => sk)).toEqual(found)
  })

  test('a page ends at 1 MB or at its limit, and LastEvaluatedKey leads through all rows, each once, in order', async () => {
    const pk = newPartition()
    const rows = numbered(pk, 15, { content: 'x'.repeat(100_000) })
    await putAtOnce(rows)
    for (const Limit of [undefined, 4]) {
      const read = await pages(table, { ...inPartition(pk), Limit })
      expect(read.flatMap(({ Items = [] }) => Items.map(({ sk }) => sk))).toEqual(rows.map(({ sk }) => sk))
      expect(read.length).toBeGreaterThan(1)
      expect(read[0]?.LastEvaluatedKey).toEqual({ pk, sk: read[0]?.Items?.at(-1)?.sk })
      expect(read.at(-1)?.LastEvaluatedKey).toBeUndefined()
    }
  })

  test('Select COUNT gives the number of rows of each page, and no rows', async () => {
    const pk = newPartition()
    await putAtOnce(numbered(pk, 15, { content: 'x'.repeat(100_000) }))
    const read = await pages(table, { ...inPartition(pk), Select: 'COUNT' })
    expect(read.length).toBeGreaterThan(1)
    expect(read.reduce((sum, { Count = 0 }) => sum + Count, 0)).toBe(15)
    expect(read.every(({ Items }) => Items === undefined)).toBe(true)
  })

  test('BatchGet takes 100 keys; what it does not answer it gives back as UnprocessedKeys, to be asked for again', async () => {
    const pk = newPartition()
    const rows = numbered(pk, 90, { content: 'x'.repeat(20_000) })
    await putAtOnce(rows)
    let keys: Record<string, unknown>[] = numbered(pk, 100)
    const found: unknown[] = []
    let rounds = 0
    while (keys.length > 0) {
      rounds += 1
      const { Responses, UnprocessedKeys } = await table.client.send(
        new BatchGetCommand({ RequestItems: { [table.name]: { Keys: keys, ConsistentRead: true } } }),
      )
      found.push(...(Responses?.[table.name] ?? []).map(({ sk }) => sk))
      keys = UnprocessedKeys?.[table.name]?.Keys ?? []
      expect(keys.every((key) => Object.keys(key).sort().join() === 'pk,sk')).toBe(true)
    }
    // Those that are not there are left out, and the order is anybody's.
    expect(found.toSorted()).toEqual(rows.map(({ sk }) => sk))
    // Such an answer has room for 16 MB on AWS, and for less on the laptop, where this is so seen to be needed.
    if (place.isLaptop) expect(rounds).toBeGreaterThan(1)
  })

  test('BatchGet refuses 101 keys', async () => {
    const Keys = numbered(newPartition(), 101)
    const asked = table.client.send(new BatchGetCommand({ RequestItems: { [table.name]: { Keys } } }))
    await expect(asked).rejects.toMatchObject({ name: 'ValidationException' })
  })

  const byDue = async (partition: string, by: string) => {
    const read = await pages(table, {
      IndexName: 'due',
      KeyConditionExpression: '#pk = :pk AND dueSk <= :by',
      ExpressionAttributeNames: { '#pk': 'duePk' },
      ExpressionAttributeValues: { ':pk': partition, ':by': by },
    })
    return read.flatMap(({ Items = [] }) => Items)
  }

  test('an index has the rows that have its key and no others, gives keys alone, and follows a change of the key', async () => {
    const partition = newPartition()
    const bare = (id: string) => ({ pk: `${partition}#${id}`, sk: 'SUMMARY' })
    const due = (id: string, dueSk: string) => ({ ...bare(id), duePk: partition, dueSk })
    await put(
      table,
      { ...due('late', '2026-11-03'), version: 1 },
      { ...due('early', '2026-11-01'), version: 1 },
      { ...bare('never'), version: 1 },
      due('after', '2026-11-05'),
    )
    await place.until(async () =>
      expect(await byDue(partition, '2026-11-04')).toEqual([
        due('early', '2026-11-01'),
        due('late', '2026-11-03'),
      ]),
    )
    await put(table, due('early', '2026-11-04'), bare('late'), due('never', '2026-11-02'))
    await place.until(async () =>
      expect(await byDue(partition, '2026-11-04')).toEqual([
        due('never', '2026-11-02'),
        due('early', '2026-11-04'),
      ]),
    )
  })

  test('a row can stand in two indexes, and a query of one with a limit goes on from its LastEvaluatedKey', async () => {
    const partition = newPartition()
    const keys = { duePk: partition, dueSk: '2026-11-01', listPk: partition, listSk: 'a' }
    await put(table, ...['1', '2', '3'].map((id) => ({ pk: `${partition}#${id}`, sk: 'SUMMARY', ...keys })))
    const found = async (IndexName: string, attribute: string) => {
      const read = await pages(table, {
        IndexName,
        KeyConditionExpression: '#pk = :pk',
        ExpressionAttributeNames: { '#pk': attribute },
        ExpressionAttributeValues: { ':pk': partition },
        Limit: 1,
      })
      return read.flatMap(({ Items = [] }) => Items.map(({ pk }) => String(pk).slice(-1))).sort()
    }
    await place.until(async () => expect(await found('due', 'duePk')).toEqual(['1', '2', '3']))
    await place.until(async () => expect(await found('list', 'listPk')).toEqual(['1', '2', '3']))
  })
})

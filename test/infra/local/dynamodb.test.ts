import { request as httpRequest } from 'node:http'
import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ListTablesCommand,
} from '@aws-sdk/client-dynamodb'
import {
  BatchWriteCommand,
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb'
import { Level } from 'level'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createAwsEndpoint } from '../../../infra/local/aws-endpoint.ts'
import type { Change, Keys } from '../../../infra/local/dynamodb/changes.ts'
import { startDynamoDb } from '../../../infra/local/dynamodb.ts'
import { credentials, region, serve, temporaryFolder } from './support.ts'

const table = {
  name: 'quality-mark',
  partitionKey: 'pk',
  sortKey: 'sk',
  indexes: [
    { name: 'due', partitionKey: 'duePk', sortKey: 'dueSk' },
    { name: 'list', partitionKey: 'listPk', sortKey: 'listSk' },
  ],
}
const TableName = table.name
const due = { index: 'due', partition: 'DUE#0' }
const unmounted = async () => ({ status: 501, headers: {}, body: '' })

function keysLeftOver(pending: Keys): Keys {
  const [journey = '', number = ''] = pending.sk.split('#')
  return journey === 'code' ? pending : { pk: `EVENTS#${journey}`, sk: number }
}

async function start(folder: string) {
  const written: Change[][] = []
  const dynamodb = await startDynamoDb({
    folder,
    table,
    due,
    pendingPartitions: ['PENDING#0'],
    keysLeftOver,
    onWrite: (changes) => void written.push(changes),
  })
  const server = await serve(
    createAwsEndpoint({
      dynamodb: dynamodb.answer,
      stepFunctions: unmounted,
      lambda: unmounted,
      ses: unmounted,
    }),
  )
  const bare = new DynamoDBClient({ endpoint: server.url, region, credentials, maxAttempts: 1 })
  const client = DynamoDBDocumentClient.from(bare)
  let stopped = false
  const stop = async () => {
    if (stopped) return
    stopped = true
    bare.destroy()
    await server.close()
    await dynamodb.stop()
  }
  onTestFinished(stop)
  return { client, bare, written, url: server.url, stop, redeliver: dynamodb.redeliver, due: dynamodb.due }
}

async function query(client: DynamoDBDocumentClient, index: string, partition: string) {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName,
      IndexName: index,
      KeyConditionExpression: `${index}Pk = :pk`,
      ExpressionAttributeValues: { ':pk': partition },
    }),
  )
  return Items
}

test('the table is there as it was described', async () => {
  const { bare } = await start(temporaryFolder())
  const { Table } = await bare.send(new DescribeTableCommand({ TableName }))
  expect(Table).toMatchObject({
    TableStatus: 'ACTIVE',
    BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' },
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
  })
  const indexes = Table?.GlobalSecondaryIndexes?.map(({ IndexName, Projection, IndexStatus }) => [
    IndexName,
    Projection?.ProjectionType,
    IndexStatus,
  ])
  expect(indexes).toEqual([
    ['due', 'KEYS_ONLY', 'ACTIVE'],
    ['list', 'KEYS_ONLY', 'ACTIVE'],
  ])
})

test('each write that succeeded is told after its answer, in order', async () => {
  const { client, written } = await start(temporaryFolder())
  const Key = { pk: 'EVENTS#j1', sk: '000001' }
  const absent = 'attribute_not_exists(pk)'
  await client.send(new PutCommand({ TableName, Item: { ...Key, n: 1 }, ConditionExpression: absent }))
  await client.send(
    new PutCommand({ TableName, Item: { ...Key, n: 2 }, ConditionExpression: 'attribute_exists(pk)' }),
  )
  await client.send(
    new UpdateCommand({
      TableName,
      Key,
      UpdateExpression: 'SET n = :n',
      ExpressionAttributeValues: { ':n': 3 },
    }),
  )
  await client.send(new DeleteCommand({ TableName, Key }))
  await client.send(
    new BatchWriteCommand({
      RequestItems: {
        [TableName]: [
          { PutRequest: { Item: { pk: 'a', sk: '1' } } },
          { DeleteRequest: { Key: { pk: 'b', sk: '2' } } },
        ],
      },
    }),
  )
  await client.send(new GetCommand({ TableName, Key }))
  await expect.poll(() => written.length).toBe(5)
  expect(written).toEqual([
    [{ eventName: 'INSERT', keys: Key }],
    [{ eventName: 'MODIFY', keys: Key }],
    [{ eventName: 'MODIFY', keys: Key }],
    [{ eventName: 'REMOVE', keys: Key }],
    [
      { eventName: 'INSERT', keys: { pk: 'a', sk: '1' } },
      { eventName: 'REMOVE', keys: { pk: 'b', sk: '2' } },
    ],
  ])
})

test('what is refused changes nothing and is not told', async () => {
  const { client, written } = await start(temporaryFolder())
  const put = (n: number) =>
    client.send(
      new PutCommand({
        TableName,
        Item: { pk: 'EVENTS#j1', sk: '000001', n },
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    )
  const outcomes = await Promise.allSettled([put(1), put(2), put(3)])
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await expect(put(4)).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' })
  await expect(client.send(new PutCommand({ TableName: 'other', Item: {} }))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  })
  expect(written).toHaveLength(1)
})

test('items and indexes survive a restart', async () => {
  const folder = temporaryFolder()
  const first = await start(folder)
  const item = { pk: 'SUMMARY#j1', sk: 'SUMMARY', duePk: 'DUE#0', dueSk: '2026', more: 'text' }
  await first.client.send(new PutCommand({ TableName, Item: item }))
  await first.stop()
  const { client } = await start(folder)
  const keys = { pk: 'SUMMARY#j1', sk: 'SUMMARY' }
  expect((await client.send(new GetCommand({ TableName, Key: keys }))).Item).toEqual(item)
  expect(await query(client, 'due', 'DUE#0')).toEqual([{ ...keys, duePk: 'DUE#0', dueSk: '2026' }])
  expect(await query(client, 'list', 'PHASE#0')).toEqual([])
})

test('ghosts in an index and gaps in it are mended at the start', async () => {
  const folder = temporaryFolder()
  const first = await start(folder)
  for (const journey of ['kept', 'moved', 'gone']) {
    const Item = { pk: `SUMMARY#${journey}`, sk: 'SUMMARY', duePk: 'DUE#0', dueSk: `2026-${journey}` }
    await first.client.send(new PutCommand({ TableName, Item }))
  }
  await first.stop()

  // What a kill between an index entry and its item leaves: an entry that is missing, one that is not true any
  // more, and one of an item that is gone.
  const level = new Level<string, Record<string, { S: string }>>(folder, { valueEncoding: 'json' })
  const entries = await level.iterator({ gte: 'index-', lt: 'index.' }).all()
  expect(entries).toHaveLength(3)
  for (const [key, value] of entries) if (value.pk?.S === 'SUMMARY#kept') await level.del(key)
  for await (const [key, item] of level.iterator({
    gte: `item-${TableName}~`,
    lt: `item-${TableName}\x7f`,
  })) {
    if (item.pk?.S === 'SUMMARY#gone') await level.del(key)
    if (item.pk?.S === 'SUMMARY#moved') {
      await level.put(key, { ...item, duePk: { S: 'DUE#1' }, listPk: { S: 'PHASE#0' }, listSk: { S: 'x' } })
    }
  }
  await level.close()

  const { client } = await start(folder)
  const found = async (index: string, partition: string) =>
    (await query(client, index, partition)).map(({ pk }) => pk)
  expect(await found('due', 'DUE#0')).toEqual(['SUMMARY#kept'])
  expect(await found('due', 'DUE#1')).toEqual(['SUMMARY#moved'])
  expect(await found('list', 'PHASE#0')).toEqual(['SUMMARY#moved'])
})

test('an index that is added to the description is there after the next start', async () => {
  const folder = temporaryFolder()
  const before = await startDynamoDb({
    folder,
    table: { ...table, indexes: [] },
    due,
    pendingPartitions: [],
    keysLeftOver,
    onWrite: () => {},
  })
  await before.stop()
  const { bare } = await start(folder)
  const { Table } = await bare.send(new DescribeTableCommand({ TableName }))
  expect(Table?.GlobalSecondaryIndexes).toHaveLength(2)
})

test('what is pending at the start is announced as if it had just been written', async () => {
  const folder = temporaryFolder()
  const first = await start(folder)
  for (const [pk, sk] of [
    ['PENDING#0', 'j1#000042'],
    ['PENDING#0', 'code#abc'],
    ['PENDING#7', 'j2#000001'],
    ['EVENTS#j1', '000042'],
  ]) {
    await first.client.send(new PutCommand({ TableName, Item: { pk, sk } }))
  }
  await first.stop()

  const { written, redeliver } = await start(folder)
  expect(written).toEqual([])
  redeliver()
  expect(written).toHaveLength(1)
  expect(written[0]).toHaveLength(3)
  expect(written[0]).toEqual(
    expect.arrayContaining([
      { eventName: 'INSERT', keys: { pk: 'PENDING#0', sk: 'j1#000042' } },
      { eventName: 'INSERT', keys: { pk: 'EVENTS#j1', sk: '000042' } },
      { eventName: 'INSERT', keys: { pk: 'PENDING#0', sk: 'code#abc' } },
    ]),
  )
})

test('an empty table has nothing to announce', async () => {
  const { written, redeliver } = await start(temporaryFolder())
  redeliver()
  expect(written).toEqual([])
})

test('a caller that hangs up in the middle of its request harms nobody', async () => {
  const { bare, url } = await start(temporaryFolder())
  await new Promise<void>((resolve) => {
    const request = httpRequest(url, {
      method: 'POST',
      headers: { 'X-Amz-Target': 'DynamoDB_20120810.PutItem', 'Content-Length': '1000' },
    })
    request.on('error', () => resolve())
    request.write('{"TableName":', () => setTimeout(() => request.destroy(), 20))
  })
  expect((await bare.send(new ListTablesCommand())).TableNames).toEqual([TableName])
})

test('other commands of DynamoDB pass through', async () => {
  const { bare } = await start(temporaryFolder())
  await bare.send(
    new CreateTableCommand({
      TableName: 'another',
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      BillingMode: 'PAY_PER_REQUEST',
    }),
  )
  expect((await bare.send(new ListTablesCommand())).TableNames).toEqual(['another', TableName])
})

test('a query that stops at its limit leaves no iterator open', async () => {
  const values = vi.spyOn(Level.prototype, 'values')
  onTestFinished(() => values.mockRestore())
  const { client } = await start(temporaryFolder())
  for (const sk of ['000001', '000002', '000003']) {
    await client.send(new PutCommand({ TableName, Item: { pk: 'EVENTS#j1', sk } }))
  }
  values.mockClear()
  const newest = await client.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': 'EVENTS#j1' },
      ScanIndexForward: false,
      Limit: 1,
      ConsistentRead: true,
    }),
  )
  expect(newest.Items).toEqual([{ pk: 'EVENTS#j1', sk: '000003' }])
  expect(values).toHaveBeenCalledOnce()
  const iterator = values.mock.results[0]?.value as { next: () => Promise<unknown> }
  await expect(iterator.next()).rejects.toMatchObject({ code: 'LEVEL_ITERATOR_NOT_OPEN' })
})

test('the due dates are looked at in the order of their moments', async () => {
  const { client, due } = await start(temporaryFolder())
  const [before, first, between, second] = ['T10', 'T11', 'T12', 'T13'].map(
    (time) => new Date(`2027-01-04${time}:00Z`),
  )
  expect(await due.nextAfter(before!)).toBeUndefined()
  for (const [journey, duePk, dueSk] of [
    ['later', 'DUE#0', second!.toISOString()],
    ['sooner', 'DUE#0', first!.toISOString()],
    ['elsewhere', 'DUE#7', before!.toISOString()],
  ]) {
    await client.send(
      new PutCommand({ TableName, Item: { pk: `SUMMARY#${journey}`, sk: 'SUMMARY', duePk, dueSk } }),
    )
  }
  expect(await due.dueBy(before!)).toBeUndefined()
  expect(await due.nextAfter(before!)).toEqual(first)
  expect(await due.nextAfter(first!)).toEqual(second)
  expect(await due.nextAfter(second!)).toBeUndefined()
  const name = await due.dueBy(first!)
  expect(name).toContain('SUMMARY#sooner')
  expect(await due.dueBy(between!)).toBe(name)
})

// What the meter counts of real requests to the embedded table, of calls and of emails.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  ConditionalCheckFailedException,
  DescribeTableCommand,
  DynamoDBClient,
} from '@aws-sdk/client-dynamodb'
import {
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  ScanCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type AwsEndpoint, createAwsEndpoint } from '../../../../infra/local/aws-endpoint.ts'
import { type DynamoDb, startDynamoDb } from '../../../../infra/local/dynamodb.ts'
import type { LambdaHost } from '../../../../infra/local/lambda-host.ts'
import { type Listening, listen } from '../../../../infra/local/listen.ts'
import { createMeter, type Meter } from '../../../../infra/local/meter.ts'
import { credentials, region } from '../support.ts'

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
const kilobytes = (count: number) => 'x'.repeat(count * 1024)
const unmounted = async () => ({ status: 501, headers: {}, body: '' })

const folder = mkdtempSync(join(tmpdir(), 'ccqm-'))
let dynamodb: DynamoDb
let server: Listening
let client: DynamoDBDocumentClient
let meter: Meter
let endpoint: AwsEndpoint

beforeAll(async () => {
  dynamodb = await startDynamoDb({
    folder,
    table,
    due: { index: 'due', partition: 'DUE#0' },
    pendingPartitions: ['PENDING#0'],
    keysLeftOver: (keys) => keys,
    onWrite: () => {},
  })
  server = await listen({
    face: 'a test',
    port: 0,
    onRequest: (request, response) => endpoint(request, response),
  })
  const bare = new DynamoDBClient({ endpoint: server.url, region, credentials, maxAttempts: 1 })
  client = DynamoDBDocumentClient.from(bare)
})
afterAll(async () => {
  client.destroy()
  await server.close()
  await dynamodb.stop()
  rmSync(folder, { recursive: true })
})
beforeEach(countAnew)

function countAnew(): void {
  meter = createMeter(table)
  const services = { dynamodb: dynamodb.answer, stepFunctions: unmounted, lambda: unmounted, ses: unmounted }
  endpoint = createAwsEndpoint(meter.services(services))
}

function put(Item: Record<string, unknown>, more: object = {}) {
  return client.send(new PutCommand({ TableName, Item, ...more }))
}

/** What was counted since the last look. */
function counted() {
  const uses = meter.counts().table
  countAnew()
  return uses
}

describe('a write', () => {
  it('costs its size and its index entries, each time by what changes', async () => {
    const keys = { pk: 'SUMMARY#a', sk: 'SUMMARY' }
    const listed = { ...keys, listPk: 'PHASE#foundation#0', listSk: '2026-11-02' }
    const writes = async (work: Promise<unknown>) => {
      await work
      return counted().map(({ writes: all, indexWrites }) => [all, indexWrites])
    }
    expect(await writes(put(keys))).toEqual([[1, 0]])
    expect(await writes(put(listed))).toEqual([[2, 1]])
    expect(await writes(put({ ...listed, text: kilobytes(2) }))).toEqual([[3, 0]])
    expect(await writes(put({ ...listed, listSk: '2026-11-03' }))).toEqual([[5, 2]])
    const update = new UpdateCommand({
      TableName,
      Key: keys,
      UpdateExpression: 'SET duePk = :due, dueSk = :moment REMOVE listPk',
      ExpressionAttributeValues: { ':due': 'DUE#0', ':moment': '2026-12-01' },
    })
    expect(await writes(client.send(update))).toEqual([[3, 2]])
    expect(await writes(client.send(new DeleteCommand({ TableName, Key: keys })))).toEqual([[2, 1]])
    expect(await writes(client.send(new DeleteCommand({ TableName, Key: keys })))).toEqual([[1, 0]])
  })

  it('costs as much when its condition fails, and writes nothing into an index', async () => {
    const keys = { pk: 'EVENTS#a', sk: '000001' }
    await put({ ...keys, text: kilobytes(1) })
    counted()
    const refused = put(
      { ...keys, text: kilobytes(3), duePk: 'DUE#0', dueSk: '2026-12-01' },
      { ConditionExpression: 'attribute_not_exists(pk)' },
    )
    await expect(refused).rejects.toThrow(ConditionalCheckFailedException)
    const use = { operation: 'PutItem', rows: 'EVENTS', requests: 1, reads: 0, writes: 4, indexWrites: 0 }
    expect(counted()).toEqual([use])
  })

  it('costs nothing when it is not a write that DynamoDB takes', async () => {
    await expect(put({ pk: 'EVENTS#a' })).rejects.toThrow('Missing the key sk')
    await client.send(new DescribeTableCommand({ TableName }))
    expect(counted()).toEqual([])
  })

  it('is counted item by item in a batch', async () => {
    const items = ['1', '2'].map((sk) => ({
      PutRequest: { Item: { pk: 'RECORD#b', sk, text: kilobytes(1) } },
    }))
    await client.send(new BatchWriteCommand({ RequestItems: { [TableName]: items } }))
    expect(counted()).toMatchObject([{ operation: 'BatchWriteItem', rows: 'RECORD', requests: 2, writes: 4 }])
  })

  it('is never counted against what another one has left at the same time', async () => {
    const moved = Array.from({ length: 20 }, (_, at) =>
      put({ pk: 'SUMMARY#c', sk: 'SUMMARY', duePk: 'DUE#0', dueSk: `2026-12-${at + 10}` }),
    )
    await Promise.all(moved)
    expect(counted()).toMatchObject([{ requests: 20, writes: 20 + 1 + 19 * 2 }])
  })
})

describe('a read', () => {
  const pk = 'DRAFT#r'
  const sizes = [1, 6]
  beforeAll(async () => {
    countAnew()
    for (const [at, size] of sizes.entries()) {
      await put({ pk, sk: String(at), n: at, text: kilobytes(size), listPk: 'PHASE#r', listSk: String(at) })
    }
  })
  const reads = async (work: Promise<unknown>) => {
    await work
    return counted().map(({ rows, reads: units }) => [rows, units])
  }
  const query = (more: object, values: object = {}) =>
    client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: '#pk = :pk',
        ExpressionAttributeNames: { '#pk': 'pk' },
        ExpressionAttributeValues: { ':pk': pk, ...values },
        ...more,
      }),
    )

  it('of one item is rounded up, and half when it need not be consistent', async () => {
    const get = (sk: string, more: object = {}) =>
      client.send(new GetCommand({ TableName, Key: { pk, sk }, ...more }))
    expect(await reads(get('1', { ConsistentRead: true }))).toEqual([['DRAFT', 2]])
    expect(await reads(get('1'))).toEqual([['DRAFT', 1]])
    expect(await reads(get('1', { ProjectionExpression: 'n' }))).toEqual([['DRAFT', 1]])
    expect(await reads(get('nowhere', { ConsistentRead: true }))).toEqual([['DRAFT', 1]])
  })

  it('of several is rounded up for each', async () => {
    const Keys = ['0', '1', 'nowhere'].map((sk) => ({ pk, sk }))
    const command = new BatchGetCommand({ RequestItems: { [TableName]: { Keys, ConsistentRead: true } } })
    expect(await reads(client.send(command))).toEqual([['DRAFT', 1 + 2 + 1]])
  })

  it('by query is rounded up once, whatever of it is filtered out, left out or only counted', async () => {
    expect(await reads(query({ ConsistentRead: true }))).toEqual([['DRAFT', 2]])
    expect(await reads(query({}))).toEqual([['DRAFT', 1]])
    expect(await reads(query({ Select: 'COUNT' }))).toEqual([['DRAFT', 1]])
    expect(await reads(query({ ProjectionExpression: 'n' }))).toEqual([['DRAFT', 1]])
    const none = { FilterExpression: '#n > :n', ExpressionAttributeNames: { '#pk': 'pk', '#n': 'n' } }
    expect(await reads(query(none, { ':n': 9 }))).toEqual([['DRAFT', 1]])
  })

  it('of an index counts its keys alone', async () => {
    const command = new QueryCommand({
      TableName,
      IndexName: 'list',
      KeyConditionExpression: 'listPk = :pk',
      ExpressionAttributeValues: { ':pk': 'PHASE#r' },
    })
    expect(await reads(client.send(command))).toEqual([['index list', 0.5]])
  })

  it('of the whole table counts what is in it', async () => {
    const { Count = 0 } = await client.send(new ScanCommand({ TableName, ConsistentRead: true }))
    expect(Count).toBeGreaterThan(2)
    const [use] = counted()
    expect(use?.operation).toBe('Scan')
    expect(use?.reads).toBeGreaterThanOrEqual(3)
  })
})

it('counts each call of a function, the failed ones too', async () => {
  const outcomes = [
    { ok: true, payload: 1 },
    { ok: false, errorType: 'Error', errorMessage: '', trace: [] },
  ] as const
  let calls = 0
  const host = { invoke: async () => outcomes[calls++]! } as unknown as LambdaHost
  const metered = meter.host(host)
  expect(await metered.invoke('show-hub', {})).toEqual(outcomes[0])
  expect(await metered.invoke('show-hub', {})).toEqual(outcomes[1])
  const { functions } = meter.counts()
  expect(Object.keys(functions)).toEqual(['show-hub'])
  expect(functions['show-hub']).toHaveLength(2)
})

it('counts an email for each recipient, and none for one that was refused', async () => {
  let status = 200
  const services = { dynamodb: unmounted, stepFunctions: unmounted, lambda: unmounted }
  const { ses } = meter.services({ ...services, ses: async () => ({ status, headers: {}, body: '' }) })
  const send = (form: Record<string, string>) =>
    ses({ method: 'POST', path: '/', headers: {}, body: Buffer.from(new URLSearchParams(form).toString()) })
  const both = { 'Destinations.member.1': 'a@b.example', 'Destinations.member.2': 'c@d.example' }
  await send({ Action: 'SendRawEmail', ...both })
  await send({ Action: 'GetSendQuota' })
  status = 400
  await send({ Action: 'SendRawEmail', ...both })
  expect(meter.counts().emails).toBe(2)
})

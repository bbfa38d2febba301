// The table of functions/adapters/table.ts on an embedded dynalite in memory, for one file of tests.
import type { AddressInfo } from 'node:net'
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import dynalite from 'dynalite'
import { afterAll, beforeAll } from 'vitest'
import type { Table } from '../../functions/adapters/dynamo.ts'
import { table as shape } from '../../functions/adapters/table.ts'

export type Row = Record<string, unknown>

/** Starts it before the tests of the file and ends it after them; the table is empty then and shared by them. */
export function embeddedTable(): Table {
  // An empty path keeps it in memory.
  const server = dynalite({ path: '', createTableMs: 0 })
  const base = new DynamoDBClient({
    region: 'eu-west-2',
    credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
    endpoint: async () => ({
      protocol: 'http:',
      hostname: '127.0.0.1',
      port: (server.address() as AddressInfo).port,
      path: '/',
    }),
  })
  const name = 'quality-mark'
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    await base.send(createTable(name))
  })
  afterAll(async () => {
    base.destroy()
    await new Promise((resolve) => server.close(resolve))
  })
  return {
    name,
    client: DynamoDBDocumentClient.from(base, { marshallOptions: { removeUndefinedValues: true } }),
  }
}

function createTable(TableName: string): CreateTableCommand {
  const keySchema = ({ partitionKey, sortKey }: { partitionKey: string; sortKey: string }) => [
    { AttributeName: partitionKey, KeyType: 'HASH' as const },
    { AttributeName: sortKey, KeyType: 'RANGE' as const },
  ]
  const keys = [shape, ...shape.indexes].flatMap((owner) => [owner.partitionKey, owner.sortKey])
  return new CreateTableCommand({
    TableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: keys.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    KeySchema: keySchema(shape),
    GlobalSecondaryIndexes: shape.indexes.map((index) => ({
      IndexName: index.name,
      KeySchema: keySchema(index),
      Projection: { ProjectionType: 'KEYS_ONLY' },
    })),
  })
}

/** What is stored under a key, without the adapter. */
export async function stored(table: Table, pk: string, sk: string): Promise<Row | undefined> {
  const { Item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: { pk, sk }, ConsistentRead: true }),
  )
  return Item
}

/** Every row of a partition, without the adapter. */
export async function partition(table: Table, pk: string): Promise<Row[]> {
  const { Items = [] } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
      ConsistentRead: true,
    }),
  )
  return Items
}

/** The same piece of work so many times at once. */
export function atOnce<T>(times: number, work: (at: number) => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: times }, (_, at) => work(at)))
}

export function at(iso: string): Date {
  return new Date(iso)
}

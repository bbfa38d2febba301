// A table of the shape of ours, for the contracts alone: it is created for a run and deleted after it.
import { randomUUID } from 'node:crypto'
import {
  CreateTableCommand,
  DeleteTableCommand,
  DynamoDBClient,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb'
import {
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll } from 'vitest'
import type { Table } from '../../functions/adapters/dynamo.ts'
import { table as shape } from '../../functions/adapters/table.ts'
import type { Place } from './endpoint.ts'
import { laptopTable } from './laptop.ts'

export type Row = Record<string, unknown> & { pk: string; sk: string }

/** To be read within the tests: it is there from beforeAll on. */
export function contractTable(place: Place): Table {
  const opened: { -readonly [K in keyof Table]?: Table[K] } = {}
  let bare: DynamoDBClient | undefined
  beforeAll(async () => {
    bare = new DynamoDBClient({})
    opened.client = DynamoDBDocumentClient.from(bare, { marshallOptions: { removeUndefinedValues: true } })
    // The laptop makes its table at its start; the name is set last, so that only what was created gets deleted.
    if (place.isLaptop) opened.name = laptopTable
    else opened.name = await create(bare, place.newName())
  }, 120_000)
  afterAll(async () => {
    if (opened.name && !place.isLaptop) await bare?.send(new DeleteTableCommand({ TableName: opened.name }))
    bare?.destroy()
  })
  return opened as Table
}

/** Throws if there is a table of that name: CreateTable never takes over another one. */
async function create(client: DynamoDBClient, name: string): Promise<string> {
  const keySchema = ({ partitionKey, sortKey }: { partitionKey: string; sortKey: string }) => [
    { AttributeName: partitionKey, KeyType: 'HASH' as const },
    { AttributeName: sortKey, KeyType: 'RANGE' as const },
  ]
  const keys = [shape, ...shape.indexes].flatMap((owner) => [owner.partitionKey, owner.sortKey])
  await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: keys.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      KeySchema: keySchema(shape),
      GlobalSecondaryIndexes: shape.indexes.map((index) => ({
        IndexName: index.name,
        KeySchema: keySchema(index),
        Projection: { ProjectionType: 'KEYS_ONLY' },
      })),
    }),
  )
  await waitUntilTableExists({ client, maxWaitTime: 120, minDelay: 1, maxDelay: 3 }, { TableName: name })
  return name
}

/** A partition that no other test uses. */
export function newPartition(): string {
  return `CONTRACT#${randomUUID()}`
}

export async function put(table: Table, ...rows: Row[]): Promise<void> {
  for (const Item of rows) await table.client.send(new PutCommand({ TableName: table.name, Item }))
}

export async function get(table: Table, { pk, sk }: Row): Promise<Record<string, unknown> | undefined> {
  const { Item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: { pk, sk }, ConsistentRead: true }),
  )
  return Item
}

/** Every page of a query, consistent unless it is one of an index. */
export async function pages(table: Table, query: Omit<QueryCommandInput, 'TableName'>) {
  const found = []
  let from: Record<string, unknown> | undefined
  do {
    const page = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        ConsistentRead: query.IndexName === undefined,
        ...query,
        ExclusiveStartKey: from,
      }),
    )
    found.push(page)
    from = page.LastEvaluatedKey
  } while (from)
  return found
}

export const inPartition = (pk: string) => ({
  KeyConditionExpression: 'pk = :pk',
  ExpressionAttributeValues: { ':pk': pk },
})

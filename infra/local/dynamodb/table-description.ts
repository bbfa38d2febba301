// Says the plain description of the table in the words of DynamoDB.
import { randomUUID } from 'node:crypto'
import type { Index } from 'dynalite/db/index.js'

export type TableShape = {
  name: string
  partitionKey: string
  sortKey: string
  indexes: readonly { name: string; partitionKey: string; sortKey: string }[]
}

export type TableDescription = {
  TableName: string
  TableId: string
  CreationDateTime: number
  GlobalSecondaryIndexes?: Index[]
}

const noThroughput = { ReadCapacityUnits: 0, WriteCapacityUnits: 0, NumberOfDecreasesToday: 0 }

/** As dynalite stores it: on demand, string keys, indexes of keys only. */
export function describeTable(shape: TableShape, existing: TableDescription | undefined): TableDescription {
  const arn = `arn:aws:dynamodb:eu-west-2:000000000000:table/${shape.name}`
  const keys = [shape, ...shape.indexes].flatMap((owner) => [owner.partitionKey, owner.sortKey])
  const description = {
    AttributeDefinitions: [...new Set(keys)].map((name) => ({ AttributeName: name, AttributeType: 'S' })),
    TableName: shape.name,
    KeySchema: keySchema(shape),
    ProvisionedThroughput: noThroughput,
    BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' },
    TableThroughputModeSummary: { TableThroughputMode: 'PAY_PER_REQUEST' },
    TableArn: arn,
    TableId: existing?.TableId ?? randomUUID(),
    CreationDateTime: existing?.CreationDateTime ?? Date.now() / 1000,
    ItemCount: 0,
    TableSizeBytes: 0,
    TableStatus: 'ACTIVE',
  }
  if (shape.indexes.length === 0) return description
  return {
    ...description,
    GlobalSecondaryIndexes: shape.indexes.map((index) => ({
      IndexName: index.name,
      KeySchema: keySchema(index),
      Projection: { ProjectionType: 'KEYS_ONLY' },
      IndexStatus: 'ACTIVE',
      IndexArn: `${arn}/index/${index.name}`,
      IndexSizeBytes: 0,
      ItemCount: 0,
      ProvisionedThroughput: noThroughput,
    })),
  }
}

function keySchema({ partitionKey, sortKey }: { partitionKey: string; sortKey: string }): object[] {
  return [
    { AttributeName: partitionKey, KeyType: 'HASH' },
    { AttributeName: sortKey, KeyType: 'RANGE' },
  ]
}

// The application's table in an embedded DynamoDB of its own, for tests of adapters.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { Table } from '../../functions/adapters/dynamo.ts'
import { pendingPartitions, table as shape, shard } from '../../functions/adapters/table.ts'
import { createAwsEndpoint } from '../../infra/local/aws-endpoint.ts'
import { startDynamoDb } from '../../infra/local/dynamodb.ts'
import { listen } from '../../infra/local/listen.ts'

const name = 'quality-mark'
const elsewhere = async () => ({ status: 501, headers: {}, body: '' })

export async function embeddedTable(): Promise<{
  readonly table: Table
  readonly stop: () => Promise<void>
}> {
  const folder = await mkdtemp(join(tmpdir(), 'mark-table-'))
  const dynamodb = await startDynamoDb({
    folder,
    table: { name, ...shape },
    due: { index: 'due', partition: `DUE#${shard}` },
    pendingPartitions,
    keysLeftOver: (keys) => keys,
    onWrite: () => undefined,
  })
  const services = {
    dynamodb: dynamodb.answer,
    stepFunctions: elsewhere,
    lambda: elsewhere,
    ses: elsewhere,
  }
  const server = await listen({ face: 'a test', port: 0, onRequest: createAwsEndpoint(services) })
  const bare = new DynamoDBClient({
    endpoint: server.url,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  })
  const client = DynamoDBDocumentClient.from(bare, { marshallOptions: { removeUndefinedValues: true } })
  const stop = async () => {
    bare.destroy()
    await server.close()
    await dynamodb.stop()
    await rm(folder, { recursive: true })
  }
  return { table: { client, name }, stop }
}

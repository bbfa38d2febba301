// The one table: its client, and the things that adapters ask of it again and again.
import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb'
import * as z from 'zod/mini'
import { environment } from './environment.ts'

export interface Table {
  readonly client: DynamoDBDocumentClient
  readonly name: string
}

export function openTable(): Table {
  const { TABLE_NAME } = environment(z.object({ TABLE_NAME: z.string().check(z.minLength(1)) }))
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({}), {
    marshallOptions: { removeUndefinedValues: true },
  })
  return { client, name: TABLE_NAME }
}

/** True if the condition of the write held; every other failure throws. */
export async function held(write: Promise<unknown>): Promise<boolean> {
  try {
    await write
    return true
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false
    throw error
  }
}

/** False if the row is there already; it is never overwritten. */
export function putIfAbsent(table: Table, item: Record<string, unknown>): Promise<boolean> {
  return held(
    table.client.send(
      new PutCommand({ TableName: table.name, Item: item, ConditionExpression: 'attribute_not_exists(pk)' }),
    ),
  )
}

/** Every row, however many pages the answer has. */
export async function queryAll(
  table: Table,
  query: Omit<QueryCommandInput, 'TableName' | 'ExclusiveStartKey'>,
  options: { readonly abortSignal?: AbortSignal } = {},
): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = []
  let from: Record<string, unknown> | undefined
  do {
    const { Items = [], LastEvaluatedKey } = await table.client.send(
      new QueryCommand({ TableName: table.name, ...query, ExclusiveStartKey: from }),
      options,
    )
    rows.push(...Items)
    from = LastEvaluatedKey
  } while (from)
  return rows
}

/** Those of these rows that there are, in no order; read consistently. */
export async function getAll(
  table: Table,
  keys: readonly { readonly pk: string; readonly sk: string }[],
): Promise<Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = []
  // One call can ask for 100.
  for (let at = 0; at < keys.length; at += 100) {
    let left: Record<string, unknown>[] = keys.slice(at, at + 100)
    while (left.length > 0) {
      const { Responses, UnprocessedKeys } = await table.client.send(
        new BatchGetCommand({ RequestItems: { [table.name]: { Keys: left, ConsistentRead: true } } }),
      )
      found.push(...(Responses?.[table.name] ?? []))
      left = UnprocessedKeys?.[table.name]?.Keys ?? []
    }
  }
  return found
}

/** For the table's TTL, which removes rows some time after this; nothing relies on when. */
export function ttl(at: Date | string, plusDays = 0): number {
  return Math.ceil(new Date(at).getTime() / 1000) + plusDays * 86_400
}

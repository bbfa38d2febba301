// Reads of the embedded table what is due, and what was left over.
import * as z from 'zod/mini'
import type { AwsAnswer, AwsRequest } from '../aws-answer.ts'
import type { DueLooker } from '../clock/skip.ts'
import type { Keys } from './changes.ts'
import type { TableShape } from './table-description.ts'

const Found = z.object({ Items: z.array(z.record(z.string(), z.looseObject({ S: z.optional(z.string()) }))) })

/** A function of a query to its items. */
type Query = (query: object) => Promise<z.infer<typeof Found>['Items']>

export function queryOf(ask: (request: AwsRequest) => Promise<AwsAnswer>, table: TableShape): Query {
  return async (query) => {
    const answered = await ask(tableRequest('Query', { TableName: table.name, ...query }))
    if (answered.status !== 200) throw new Error(`The table cannot be read: ${answered.body}`)
    return Found.parse(JSON.parse(answered.body)).Items
  }
}

/** `partition` is the one key of the index that all due dates stand under; its sort key is an ISO moment. */
export function dueLooker(options: {
  query: Query
  table: TableShape
  index: string
  partition: string
}): DueLooker {
  const { query, table, partition } = options

  async function earliest(comparison: '<=' | '>', moment: Date) {
    const index = table.indexes.find(({ name }) => name === options.index)
    if (!index) throw new Error(`The table has no index ${options.index}`)
    const [item] = await query({
      IndexName: index.name,
      KeyConditionExpression: `#pk = :pk AND #sk ${comparison} :moment`,
      ExpressionAttributeNames: { '#pk': index.partitionKey, '#sk': index.sortKey },
      ExpressionAttributeValues: { ':pk': { S: partition }, ':moment': { S: moment.toISOString() } },
      Limit: 1,
    })
    return item && { name: JSON.stringify(item), at: new Date(item[index.sortKey]?.S ?? '') }
  }

  return {
    dueBy: async (moment) => (await earliest('<=', moment))?.name,
    nextAfter: async (moment) => {
      const at = (await earliest('>', moment))?.at
      return at && !Number.isNaN(at.getTime()) ? at : undefined
    },
  }
}

/** The keys of the pending items, of very many (1 MB of them) the first ones. */
export async function pendingNow(
  query: Query,
  table: TableShape,
  partitions: readonly string[],
): Promise<Keys[]> {
  const items = await Promise.all(
    partitions.map((partition) =>
      query({
        KeyConditionExpression: '#pk = :pk',
        ExpressionAttributeNames: { '#pk': table.partitionKey },
        ExpressionAttributeValues: { ':pk': { S: partition } },
        ConsistentRead: true,
      }),
    ),
  )
  return items.flat().map((item) => ({
    pk: item[table.partitionKey]?.S ?? '',
    sk: item[table.sortKey]?.S ?? '',
  }))
}

/** Asks the embedded table from within this process. dynalite looks at the form of a signature, not at what it says. */
export function tableRequest(operation: string, body: object): AwsRequest {
  return {
    method: 'POST',
    path: '/',
    headers: {
      host: '127.0.0.1',
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `DynamoDB_20120810.${operation}`,
      'x-amz-date': new Date().toISOString().replaceAll(/[-:]|\.\d+/g, ''),
      authorization:
        'AWS4-HMAC-SHA256 Credential=laptop/20260101/eu-west-2/dynamodb/aws4_request, SignedHeaders=host, Signature=none',
    },
    body: Buffer.from(JSON.stringify(body)),
  }
}

// Stands before the embedded DynamoDB and counts the units of each request, from the request, the items and the answer.
// What the items were and have become is read behind it, so that looking costs nothing.
import type { AwsAnswer, AwsRequest } from '../aws-answer.ts'
import { tableRequest } from '../dynamodb/look.ts'
import { type Item, itemSize, sum } from './item-size.ts'
import { indexWriteUnits, type Keyed, readUnits, tableWriteUnits } from './units.ts'

type Door = (request: AwsRequest) => Promise<AwsAnswer>

export type TableUse = {
  operation: string
  /** What the partition key begins with, which is the kind of row; of an index, its name. */
  rows: string
  reads: number
  writes: number
  /** Those of `writes` that its indexes took. */
  indexWrites: number
}

type Query = {
  TableName: string
  IndexName?: string
  ConsistentRead?: boolean
  KeyConditionExpression?: string
  FilterExpression?: string
  ProjectionExpression?: string
  Select?: string
  ExpressionAttributeNames?: Record<string, string>
  ExpressionAttributeValues?: Item
}
type Write = { TableName: string; Key?: Item; Item?: Item }
type BatchGet = { RequestItems: Record<string, { Keys: Item[]; ConsistentRead?: boolean }> }
type BatchWrite = {
  RequestItems: Record<string, { PutRequest?: { Item: Item }; DeleteRequest?: { Key: Item } }[]>
}

export function meteredTable(options: { ask: Door; table: Keyed; count: (use: TableUse) => void }): Door {
  const { ask, table, count } = options
  const oneWriteAtATime = createQueue()

  /** Nothing where it is refused, as the request will be that it looks around. */
  async function askFor<T>(operation: string, body: object): Promise<Partial<T>> {
    const answered = await ask(tableRequest(operation, body))
    return answered.status === 200 ? (JSON.parse(answered.body) as T) : {}
  }

  async function read(TableName: string, { [table.partitionKey]: pk, [table.sortKey]: sk }: Item) {
    const Key = { [table.partitionKey]: pk, [table.sortKey]: sk }
    return (await askFor<{ Item: Item }>('GetItem', { TableName, Key, ConsistentRead: true })).Item
  }

  /** A row of `keys`, which may be a whole item. */
  function rowsOf(keys: Item): string {
    return keys[table.partitionKey]?.S?.split('#')[0] ?? ''
  }

  const countRead = (operation: string, rows: string, item: Item | undefined, consistent = false) => {
    const reads = readUnits(item ? itemSize(item) : 0, consistent)
    count({ operation, rows, reads, writes: 0, indexWrites: 0 })
  }

  /** `attempted` is what a put would have made, had its condition held. */
  function countWrite(operation: string, keys: Item, versions: (Item | undefined)[], attempted?: Item) {
    const [before, after] = versions
    const indexWrites = indexWriteUnits(before, after, table)
    const writes = tableWriteUnits(before, after, attempted) + indexWrites
    count({ operation, rows: rowsOf(keys), reads: 0, writes, indexWrites })
  }

  async function write(operation: string, request: AwsRequest): Promise<AwsAnswer> {
    const { TableName, Key, Item } = bodyOf<Write>(request)
    const keys = Item ?? Key ?? {}
    const before = await read(TableName, keys)
    const answered = await ask(request)
    const refused = answered.status !== 200
    // What an update would have made is not known here; it is billed as large as the item that is there.
    if (refused && /ConditionalCheckFailed/.test(answered.body)) {
      countWrite(operation, keys, [before, before], Item)
    }
    if (!refused) countWrite(operation, keys, [before, await read(TableName, keys)])
    return answered
  }

  async function writeBatch(operation: string, request: AwsRequest): Promise<AwsAnswer> {
    const writes = Object.entries(bodyOf<BatchWrite>(request).RequestItems).flatMap(([name, entries]) =>
      entries.map((entry) => ({ name, keys: entry.PutRequest?.Item ?? entry.DeleteRequest?.Key ?? {} })),
    )
    const readAll = () => Promise.all(writes.map(({ name, keys }) => read(name, keys)))
    const before = await readAll()
    const answered = await ask(request)
    if (answered.status !== 200) return answered
    const after = await readAll()
    for (const [at, { keys }] of writes.entries()) countWrite(operation, keys, [before[at], after[at]])
    return answered
  }

  async function get(operation: string, request: AwsRequest): Promise<AwsAnswer> {
    const answered = await ask(request)
    if (answered.status !== 200) return answered
    const { TableName, Key, ConsistentRead } = bodyOf<Write & Query>(request)
    countRead(operation, rowsOf(Key!), await read(TableName, Key!), ConsistentRead)
    return answered
  }

  async function getBatch(operation: string, request: AwsRequest): Promise<AwsAnswer> {
    const answered = await ask(request)
    if (answered.status !== 200) return answered
    for (const [name, { Keys, ConsistentRead }] of Object.entries(bodyOf<BatchGet>(request).RequestItems)) {
      for (const keys of Keys) countRead(operation, rowsOf(keys), await read(name, keys), ConsistentRead)
    }
    return answered
  }

  async function query(operation: string, request: AwsRequest): Promise<AwsAnswer> {
    const answered = await ask(request)
    if (answered.status !== 200) return answered
    const body = bodyOf<Query>(request)
    const { Items = [] } = isWhole(body)
      ? (JSON.parse(answered.body) as { Items: Item[] })
      : await askFor<{ Items: Item[] }>(operation, whole(body))
    const rows = body.IndexName === undefined ? partitionOf(body) : `index ${body.IndexName}`
    const reads = readUnits(sum(Items.map(itemSize)), body.ConsistentRead === true)
    count({ operation, rows, reads, writes: 0, indexWrites: 0 })
    return answered
  }

  return (request) => {
    const operation = String(request.headers['x-amz-target']).split('.')[1] ?? ''
    switch (operation) {
      case 'GetItem':
        return get(operation, request)
      case 'BatchGetItem':
        return getBatch(operation, request)
      case 'Query':
      case 'Scan':
        return query(operation, request)
      case 'PutItem':
      case 'UpdateItem':
      case 'DeleteItem':
        return oneWriteAtATime(() => write(operation, request))
      case 'BatchWriteItem':
        return oneWriteAtATime(() => writeBatch(operation, request))
      default:
        return ask(request)
    }
  }
}

/** Otherwise another write could come between an item and the look at what it was. */
function createQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const done = last.then(work)
    last = done.catch(() => {})
    return done
  }
}

function bodyOf<T>(request: AwsRequest): T {
  return JSON.parse(request.body.toString('utf8')) as T
}

/** Whether the answer carries all that was read: what is filtered out, left out or only counted is billed too. */
function isWhole({ FilterExpression, ProjectionExpression, Select = 'ALL' }: Query): boolean {
  return !FilterExpression && !ProjectionExpression && Select.startsWith('ALL')
}

/** The same query for all that it reads; names and values that it then no longer uses would be refused. */
function whole(query: Query): object {
  const { FilterExpression: _, ProjectionExpression: __, Select: ___, ...rest } = query
  const { ExpressionAttributeNames, ExpressionAttributeValues, ...bare } = rest
  const used = (all: Readonly<Record<string, unknown>> = {}) =>
    Object.entries(all).filter(([name]) => new RegExp(`${name}\\b`).test(query.KeyConditionExpression ?? ''))
  const names = used(ExpressionAttributeNames)
  const values = used(ExpressionAttributeValues)
  return {
    ...bare,
    ...(names.length > 0 && { ExpressionAttributeNames: Object.fromEntries(names) }),
    ...(values.length > 0 && { ExpressionAttributeValues: Object.fromEntries(values) }),
  }
}

/** The first thing that the condition compares with is the partition key. */
function partitionOf({ KeyConditionExpression = '', ExpressionAttributeValues = {} }: Query): string {
  const [, name = ''] = /=\s*(:\w+)/.exec(KeyConditionExpression) ?? []
  return ExpressionAttributeValues[name]?.S?.split('#')[0] ?? ''
}

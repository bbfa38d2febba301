// Reads from a request that succeeded which items it changed: what DynamoDB's stream would carry.
import type { TableShape } from './table-description.ts'

export type Keys = { pk: string; sk: string }
export type Change = { eventName: 'INSERT' | 'MODIFY' | 'REMOVE'; keys: Keys }

type Attributes = Record<string, { S?: string } | undefined>
type Write = { TableName?: string; Item?: Attributes; Key?: Attributes; ConditionExpression?: string }
type BatchEntry = { PutRequest?: { Item: Attributes }; DeleteRequest?: { Key: Attributes } }

/**
 * The old item is not looked at: a put counts as INSERT unless its condition asks for an item, an update as MODIFY
 * unless its condition asks for none, and a delete as REMOVE even if there was nothing. So whoever waits for an
 * INSERT hears of each, and now and then of something more.
 */
export function changesOf(operation: string, body: string, table: TableShape): Change[] {
  const change = (eventName: Change['eventName'], attributes: Attributes): Change => ({
    eventName,
    keys: { pk: attributes[table.partitionKey]?.S ?? '', sk: attributes[table.sortKey]?.S ?? '' },
  })
  if (operation === 'BatchWriteItem') {
    const batch = JSON.parse(body) as { RequestItems?: Record<string, BatchEntry[]> }
    return (batch.RequestItems?.[table.name] ?? []).map(({ PutRequest, DeleteRequest }) =>
      PutRequest ? change('INSERT', PutRequest.Item) : change('REMOVE', DeleteRequest?.Key ?? {}),
    )
  }
  if (!['PutItem', 'UpdateItem', 'DeleteItem'].includes(operation)) return []
  const write = JSON.parse(body) as Write
  if (write.TableName !== table.name) return []
  if (operation === 'DeleteItem') return [change('REMOVE', write.Key ?? {})]
  const condition = write.ConditionExpression ?? ''
  if (write.Item) return [change(/\battribute_exists\b/.test(condition) ? 'MODIFY' : 'INSERT', write.Item)]
  return [change(/\battribute_not_exists\b/.test(condition) ? 'INSERT' : 'MODIFY', write.Key ?? {})]
}

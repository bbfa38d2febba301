// Makes dynalite's files right before it opens them: the table, its indexes, and what a kill left to be done.
import dynaliteDb, { type Item } from 'dynalite/db/index.js'
import { Level } from 'level'
import type { Keys } from './changes.ts'
import { describeTable, type TableDescription, type TableShape } from './table-description.ts'

const entriesABatch = 1_000

/**
 * dynalite writes index entries and their item one after the other, so that a kill leaves ghosts in its indexes
 * and gaps, while it loses no item that it acknowledged. So the indexes are thrown away and made anew.
 * Gives the keys of the items in the pending partitions.
 */
export async function prepareFiles(options: {
  folder: string
  table: TableShape
  pendingPartitions: readonly string[]
}): Promise<Keys[]> {
  const { folder, table, pendingPartitions } = options
  const level = new Level<string, unknown>(folder, { valueEncoding: 'json' })
  await level.open()
  try {
    const description = await putDescription(level, table)
    await level.clear({ gte: 'index-', lt: 'index.' }) // '.' is the character after '-'
    const pending: Keys[] = []
    let entries: { type: 'put'; key: string; value: object }[] = []
    for await (const item of items(level, table.name)) {
      const keys = { pk: String(item[table.partitionKey]?.S), sk: String(item[table.sortKey]?.S) }
      if (pendingPartitions.includes(keys.pk)) pending.push(keys)
      entries.push(...indexEntries(item, description))
      if (entries.length >= entriesABatch) {
        await level.batch(entries)
        entries = []
      }
    }
    await level.batch(entries)
    return pending
  } finally {
    await level.close()
  }
}

// Written anew each time, so that an index that is added to the shape is there after the next start,
// and because a kill during dynalite's own CreateTable leaves a table that is being created for ever.
async function putDescription(level: Level<string, unknown>, shape: TableShape): Promise<TableDescription> {
  const key = `table~${shape.name}`
  const existing = (await level.get(key)) as TableDescription | undefined
  const description = describeTable(shape, existing)
  await level.put(key, description)
  return description
}

function items(level: Level<string, unknown>, tableName: string): AsyncIterable<Item> {
  return level.values({ gte: `item-${tableName}~`, lt: `item-${tableName}\x7f` }) as AsyncIterable<Item> // after '~'
}

function indexEntries(item: Item, table: TableDescription): { type: 'put'; key: string; value: object }[] {
  const { puts } = dynaliteDb.getIndexActions(table.GlobalSecondaryIndexes ?? [], null, item, table)
  return puts.map((put) => ({
    type: 'put',
    key: `index-global~${table.TableName}~${put.index}~${put.key}`,
    value: put.item,
  }))
}

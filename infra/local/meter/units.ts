// What a read or a write costs in DynamoDB's on-demand units, by AWS's rules for tables and for indexes of keys alone.
import type { TableShape } from '../dynamodb/table-description.ts'
import { type Item, itemSize } from './item-size.ts'

export type Keyed = Omit<TableShape, 'name'>

const readStepBytes = 4 * 1024
const writeStepBytes = 1024

/** Of what one GetItem or Query read: what is not there costs as much as what is small. */
export function readUnits(bytes: number, consistent: boolean): number {
  return Math.max(1, Math.ceil(bytes / readStepBytes)) * (consistent ? 1 : 0.5)
}

/** A write is as large as the larger of the item before it and after it, or than the item that a condition kept out. */
export function tableWriteUnits(...versions: readonly (Item | undefined)[]): number {
  const bytes = versions.map((item) => (item ? itemSize(item) : 0))
  return stepsOfWrite(Math.max(...bytes))
}

/** An entry put or taken away is a write each; where the keys stay the same nothing is written. */
export function indexWriteUnits(before: Item | undefined, after: Item | undefined, table: Keyed): number {
  let units = 0
  for (const index of table.indexes) {
    const old = entryOf(before, table, index)
    const now = entryOf(after, table, index)
    if (old && now && JSON.stringify(old) === JSON.stringify(now)) continue
    for (const entry of [old, now]) if (entry) units += stepsOfWrite(itemSize(entry))
  }
  return units
}

function stepsOfWrite(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / writeStepBytes))
}

/** Undefined for an item that lacks a key of the index, which is then not in it. */
function entryOf(item: Item | undefined, table: Keyed, index: Keyed['indexes'][number]): Item | undefined {
  if (!item?.[index.partitionKey] || !item[index.sortKey]) return undefined
  const names = [table.partitionKey, table.sortKey, index.partitionKey, index.sortKey]
  return Object.fromEntries(names.map((name) => [name, item[name]!]))
}

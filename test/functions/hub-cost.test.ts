// What the hub costs, however much was done: one row of all drafts of the journey, and few read units.
import { expect, it } from 'vitest'
import { type AttributeValue, type Item, itemSize, sum } from '../../infra/local/meter/item-size.ts'
import { readUnits } from '../../infra/local/meter/units.ts'
import { entriesOf } from '../../workflows/fields.ts'
import { stepsOf } from '../../workflows/model.ts'
import { newest as definition } from '../../workflows/released/index.ts'
import { call, ddb, eventRows, eventsUntil, everyday, given, journey, type Row, stateOf } from './support.ts'

/** As it is when every part was saved, and those with entries have as many as they can. */
const index: Row = {
  pk: `DRAFT#${journey}`,
  sk: 'INDEX#1',
  ...Object.fromEntries(
    stepsOf(definition).flatMap((step) =>
      step.sections.map((section): [string, Row] => {
        const entries = entriesOf(section)?.max ?? 0
        return [`${step.id}#${section.id}`, { status: 'checking', missing: entries * 4, entries }]
      }),
    ),
  ),
}

it.each(['complete', 'positive-action'])(
  'at %s reads one row of the drafts, in at most 10 units',
  async (place) => {
    const events = eventsUntil(place)
    expect(stateOf(events).position.at).toBe(place)
    // Among them 200 entries of the diary, which the hub does not read.
    const diary = Array.from({ length: 200 }, (_, at) => ({
      pk: `DRAFT#${journey}`,
      sk: `ROUND#1#positive-action#diary#${String(at).padStart(16, '0')}`,
    }))
    given(...everyday(), ...eventRows(events), index, ...diary)
    const { statusCode, body } = await call('show-hub')
    expect(statusCode).toBe(200)
    if (place !== 'complete') expect(body).toContain('200 entries')
    const reads = await Promise.all(
      ddb.calls().map(async ({ args: [{ input }], returnValue }) => {
        const { Item, Items = [] } = (await returnValue) as { Item?: Row; Items?: Row[] }
        const { Key, ExpressionAttributeValues, ConsistentRead } = input as Read
        const read = [...Items, ...(Item ? [Item] : [])]
        const units = readUnits(sum(read.map((row) => itemSize(itemOf(row)))), ConsistentRead === true)
        return { pk: Key?.pk ?? ExpressionAttributeValues![':pk']!, rows: read.length, units }
      }),
    )
    const besideSession = reads.filter(({ pk }) => !pk.startsWith('SECRET#'))
    expect(besideSession.filter(({ pk }) => pk.startsWith('DRAFT#'))).toMatchObject([{ rows: 1 }])
    expect(sum(besideSession.map(({ rows }) => rows))).toBeLessThanOrEqual(4)
    const units = sum(besideSession.map(({ units }) => units))
    expect(units).toBeGreaterThanOrEqual(3)
    expect(units).toBeLessThanOrEqual(10)
  },
)

interface Read {
  readonly Key?: { readonly pk: string }
  readonly ExpressionAttributeValues?: Readonly<Record<string, string>>
  readonly ConsistentRead?: boolean
}

/** As the table stores it. */
function itemOf(row: Row): Item {
  return Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) => (value === undefined ? [] : [[name, stored(value)]])),
  )
}

function stored(value: unknown): AttributeValue {
  if (typeof value === 'string') return { S: value }
  if (typeof value === 'number') return { N: String(value) }
  if (typeof value === 'boolean') return { BOOL: value }
  if (value === null) return { NULL: true }
  if (Array.isArray(value)) return { L: value.map(stored) }
  return { M: itemOf(value as Row) }
}

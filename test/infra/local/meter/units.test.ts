// The meter's rules against what AWS's developer guide says and works out.
import { describe, expect, it } from 'vitest'
import { type Item, itemSize } from '../../../../infra/local/meter/item-size.ts'
import { transitionsOf } from '../../../../infra/local/meter/transitions.ts'
import { indexWriteUnits, readUnits, tableWriteUnits } from '../../../../infra/local/meter/units.ts'

const table = {
  partitionKey: 'pk',
  sortKey: 'sk',
  indexes: [{ name: 'due', partitionKey: 'duePk', sortKey: 'dueSk' }],
}

/** An item of so many bytes. */
function itemOf(bytes: number): Item {
  return { pk: { S: 'x'.repeat(bytes - 2) } }
}
const KB = 1024

describe('the size of an item', () => {
  it.each<[string, Item, number]>([
    ['text in UTF-8, and its name', { name: { S: 'Zoë' } }, 4 + 4],
    ['a byte for two digits and one more', { n: { N: '1234' } }, 1 + 3],
    ['an odd number of digits', { n: { N: '123' } }, 1 + 3],
    ['no zeros at either end', { n: { N: '00120000' } }, 1 + 2],
    ['a fraction', { n: { N: '-0.0015' } }, 1 + 2],
    ['a number with an exponent', { n: { N: '1.5E+20' } }, 1 + 2],
    ['zero', { n: { N: '0' } }, 1 + 1],
    ['raw bytes, not base64', { b: { B: Buffer.from('five!').toString('base64') } }, 1 + 5],
    ['a byte for what is true or nothing', { yes: { BOOL: true }, no: { NULL: true } }, 3 + 1 + 2 + 1],
    ['an empty list', { list: { L: [] } }, 4 + 3],
    ['an empty map', { map: { M: {} } }, 3 + 3],
    ['a byte for each element of a list', { list: { L: [{ S: 'ab' }, { BOOL: false }] } }, 4 + 3 + 2 + 2 + 1],
    [
      'a byte for each element of a map',
      { map: { M: { a: { S: 'bc' }, d: { N: '1' } } } },
      3 + 3 + 2 + 3 + 3,
    ],
    ['sets', { s: { SS: ['ab', 'c'] }, n: { NS: ['1', '22'] }, b: { BS: ['QUI='] } }, 4 + 5 + 3],
  ])('counts %s', (_, item, bytes) => {
    expect(itemSize(item)).toBe(bytes)
  })
})

describe('reads', () => {
  it('are in steps of 4 KB, and half when they need not be consistent', () => {
    expect(readUnits(3_500, true)).toBe(1)
    expect(readUnits(8 * KB, true)).toBe(2)
    expect(readUnits(8 * KB, false)).toBe(1)
    expect(readUnits(8 * KB + 1, true)).toBe(3)
  })

  it('cost the least unit when nothing is there', () => {
    expect(readUnits(0, true)).toBe(1)
    expect(readUnits(0, false)).toBe(0.5)
  })

  it('of a query are rounded once: 1,500 items of 64 bytes are 96 KB, 10 items of 40.8 KB together 44', () => {
    expect(readUnits(1_500 * 64, true)).toBe(24)
    expect(readUnits(40.8 * KB, true)).toBe(11)
  })
})

describe('writes', () => {
  it('are in steps of 1 KB', () => {
    expect(tableWriteUnits(undefined, itemOf(500))).toBe(1)
    expect(tableWriteUnits(undefined, itemOf(KB))).toBe(1)
    expect(tableWriteUnits(undefined, itemOf(KB + 1))).toBe(2)
    expect(tableWriteUnits(undefined, undefined)).toBe(1)
  })

  it('cost the larger of the item before and after', () => {
    expect(tableWriteUnits(itemOf(3 * KB), itemOf(100))).toBe(3)
    expect(tableWriteUnits(itemOf(100), itemOf(3 * KB))).toBe(3)
    expect(tableWriteUnits(itemOf(3 * KB), undefined)).toBe(3)
  })

  it('that a condition kept out cost the larger too: 300 KB are there, 310 were to come', () => {
    expect(tableWriteUnits(itemOf(300 * KB), itemOf(300 * KB), itemOf(310 * KB))).toBe(310)
  })
})

describe('an index', () => {
  const bare: Item = { pk: { S: 'SUMMARY#1' }, sk: { S: 'SUMMARY' } }
  const due = (moment: string): Item => ({ ...bare, duePk: { S: 'DUE#0' }, dueSk: { S: moment } })

  it.each<[string, Item | undefined, Item | undefined, number]>([
    ['gets an entry', undefined, due('2026-11-02'), 1],
    ['gets one of an item that had none', bare, due('2026-11-02'), 1],
    ['loses one with its item', due('2026-11-02'), undefined, 1],
    ['loses one with its key alone', due('2026-11-02'), bare, 1],
    ['has one moved to another key', due('2026-11-02'), due('2026-11-03'), 2],
    ['has the same as before', due('2026-11-02'), { ...due('2026-11-02'), version: { N: '2' } }, 0],
    ['has nothing to do with it', bare, { ...bare, version: { N: '2' } }, 0],
    ['lacks one of its two keys', undefined, { ...bare, duePk: { S: 'DUE#0' } }, 0],
  ])('%s', (_, before, after, units) => {
    expect(indexWriteUnits(before, after, table)).toBe(units)
  })
})

describe('state transitions', () => {
  it('are the states entered and the retries of them', () => {
    const types = [
      'ExecutionStarted',
      'ChoiceStateEntered',
      'ChoiceStateExited',
      'TaskStateEntered',
      'TaskScheduled',
      'TaskStarted',
      'TaskFailed',
      'TaskScheduled',
      'TaskStarted',
      'TaskSucceeded',
      'TaskStateExited',
      'TaskStateEntered',
      'TaskScheduled',
      'TaskStarted',
      'TaskSucceeded',
      'TaskStateExited',
      'ExecutionSucceeded',
    ]
    expect(transitionsOf(types.map((type) => ({ type })))).toBe(4)
  })
})

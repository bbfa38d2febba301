// The contract that both stores keep.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Change, Execution, HistoryEvent } from '../../../infra/local/step-functions/execution.ts'
import { createMemoryStore } from '../../../infra/local/step-functions/memory-store.ts'
import { createSqliteStore } from '../../../infra/local/step-functions/sqlite-store.ts'
import type { Store } from '../../../infra/local/step-functions/store.ts'

const MACHINE = 'arn:aws:states:eu-west-2:000000000000:stateMachine:m'

function execution(name: string, changes: Partial<Execution> = {}): Execution {
  return {
    arn: `arn:aws:states:eu-west-2:000000000000:execution:m:${name}`,
    name,
    stateMachineArn: MACHINE,
    definitionId: 'd1',
    roleArn: 'r',
    input: '{}',
    startedAt: 1,
    status: 'RUNNING',
    lastEventId: 0,
    version: 1,
    ...changes,
  }
}

const event = (id: number): HistoryEvent => ({ id, previousEventId: id - 1, timestamp: id, type: `T${id}` })

const change = (of: Execution, events: number[] = [], token?: string): Change => ({
  execution: of,
  events: events.map(event),
  ...(token !== undefined && { token }),
})

describe.each([
  ['in memory', () => createMemoryStore()],
  ['in SQLite', (folder: string) => createSqliteStore(join(folder, 'engine.sqlite'))],
])('a store %s', (_, open) => {
  let folder: string
  let store: Store
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'step-functions-'))
    store = open(folder)
  })
  afterEach(() => {
    store.close()
    rmSync(folder, { recursive: true })
  })

  test('keeps state machines in the order of their names, and every definition there was', () => {
    const machine = {
      arn: `${MACHINE}b`,
      name: 'mb',
      definitionId: 'd1',
      roleArn: 'r',
      createdAt: 1,
      updatedAt: 1,
    }
    store.saveStateMachine(machine, 'one')
    store.saveStateMachine({ ...machine, arn: MACHINE, name: 'm' }, 'one')
    store.saveStateMachine({ ...machine, definitionId: 'd2', updatedAt: 2 }, 'two')
    expect(store.stateMachine(`${MACHINE}b`)).toEqual({ ...machine, definitionId: 'd2', updatedAt: 2 })
    expect(store.stateMachine('other')).toBeUndefined()
    expect(store.stateMachines().map(({ name }) => name)).toEqual(['m', 'mb'])
    expect([store.definition('d1'), store.definition('d2'), store.definition('d3')]).toEqual([
      'one',
      'two',
      undefined,
    ])
  })

  test('keeps an execution, its events and its token together', () => {
    const first = execution('a', { dueAt: 0 })
    expect(store.save(change(first, [1, 2], 't1'))).toBe(true)
    expect(store.execution(first.arn)).toEqual(first)
    expect(store.executionOfToken('t1')).toBe(first.arn)
    expect(store.executionOfToken('t2')).toBeUndefined()
    expect(store.history({ executionArn: first.arn, reverse: false, limit: 9 })).toEqual([event(1), event(2)])
  })

  test('refuses a change of what is not there any more, or not yet, and keeps nothing of it', () => {
    const { arn } = execution('a')
    expect(store.save(change(execution('a'), [1]))).toBe(true)
    expect(store.save(change(execution('a', { input: '1' }), [2], 't1'))).toBe(false)
    expect(store.save(change(execution('b', { version: 2 }), [1], 't1'))).toBe(false)
    expect(store.save(change(execution('a', { version: 2 }), [2]))).toBe(true)
    expect(store.save(change(execution('a', { version: 2, input: '2' }), [3], 't1'))).toBe(false)
    expect(store.execution(arn)).toEqual(execution('a', { version: 2 }))
    expect(store.executionOfToken('t1')).toBeUndefined()
    expect(store.history({ executionArn: arn, reverse: false, limit: 9 })).toHaveLength(2)
  })

  test('lists executions newest first, by machine and status, from a place on', () => {
    store.save(change(execution('a', { startedAt: 1 })))
    store.save(change(execution('b', { startedAt: 3, status: 'FAILED' })))
    store.save(change(execution('c', { startedAt: 3 })))
    store.save(change(execution('d', { stateMachineArn: `${MACHINE}2` })))
    store.save(change(execution('e', { startedAt: 2 })))
    store.save(change(execution('e', { startedAt: 2, version: 2, status: 'SUCCEEDED' })))
    const names = (query: object): string[] =>
      store.executions({ stateMachineArn: MACHINE, limit: 9, ...query }).map(({ name }) => name)
    expect(names({})).toEqual(['c', 'b', 'e', 'a'])
    expect(names({ limit: 2 })).toEqual(['c', 'b'])
    expect(names({ after: { startedAt: 3, arn: execution('c').arn } })).toEqual(['b', 'e', 'a'])
    expect(names({ after: { startedAt: 3, arn: execution('b').arn }, limit: 1 })).toEqual(['e'])
    expect(names({ status: 'RUNNING' })).toEqual(['c', 'a'])
    expect(names({ status: 'SUCCEEDED' })).toEqual(['e'])
  })

  test('gives a history from a place on, either way', () => {
    const { arn } = execution('a')
    store.save(change(execution('a'), [1, 2, 3]))
    store.save(change(execution('a', { version: 2 }), [4]))
    const ids = (query: object): number[] =>
      store.history({ executionArn: arn, reverse: false, limit: 9, ...query }).map(({ id }) => id)
    expect(ids({})).toEqual([1, 2, 3, 4])
    expect(ids({ after: 1, limit: 2 })).toEqual([2, 3])
    expect(ids({ reverse: true, limit: 3 })).toEqual([4, 3, 2])
    expect(ids({ reverse: true, after: 2 })).toEqual([1])
    expect(store.history({ executionArn: 'other', reverse: false, limit: 9 })).toEqual([])
  })

  test('knows what has ended badly, until that is told', () => {
    for (const name of ['a', 'b', 'c', 'd']) store.save(change(execution(name)))
    const ended = (name: string, status: Execution['status']) => execution(name, { version: 2, status })
    for (const each of [ended('a', 'FAILED'), ended('b', 'SUCCEEDED'), ended('c', 'ABORTED')])
      store.save(change(each))
    store.save(change(execution('d', { version: 3, status: 'FAILED' })))
    expect(store.untold()).toEqual([ended('a', 'FAILED'), ended('c', 'ABORTED')])
    for (let time = 0; time < 2; time++) store.told(execution('a').arn)
    expect(store.untold()).toEqual([ended('c', 'ABORTED')])
  })

  test('knows what is due, and what is due next', () => {
    expect(store.nextDue(0)).toBeUndefined()
    store.save(change(execution('a', { dueAt: 20 })))
    store.save(change(execution('b', { dueAt: 10 })))
    store.save(change(execution('c', { dueAt: 0 })))
    store.save(change(execution('d')))
    store.save(change(execution('e', { dueAt: 0 })))
    store.save(change(execution('e', { version: 2 })))
    expect(store.runnable(10)).toEqual([execution('c').arn, execution('b').arn])
    expect(store.runnable(9)).toEqual([execution('c').arn])
    expect([store.nextDue(0), store.nextDue(10), store.nextDue(20)]).toEqual([10, 20, undefined])
  })
})

test('what SQLite has kept is there when the file is opened again', () => {
  const folder = mkdtempSync(join(tmpdir(), 'step-functions-'))
  const path = join(folder, 'engine.sqlite')
  const before = createSqliteStore(path)
  before.save(change(execution('a', { dueAt: 5 }), [1], 't1'))
  // Not closed: as a process leaves it that is killed.
  const after = createSqliteStore(path)
  expect(after.execution(execution('a').arn)).toEqual(execution('a', { dueAt: 5 }))
  expect(after.runnable(5)).toEqual([execution('a').arn])
  expect(after.executionOfToken('t1')).toBe(execution('a').arn)
  before.close()
  after.close()
  rmSync(folder, { recursive: true })
})

test('what SQLite cannot keep as a whole it does not keep at all', () => {
  const store = createSqliteStore(':memory:')
  const first = execution('a')
  expect(() => store.save(change(first, [1, 1], 't1'))).toThrow(/UNIQUE/)
  expect(store.execution(first.arn)).toBeUndefined()
  expect(store.save(change(first, [1]))).toBe(true)
  expect(store.history({ executionArn: first.arn, reverse: false, limit: 9 })).toEqual([event(1)])
  store.close()
})

// The pump takes up what was left over, wakes in time, and keeps executions out of each other's way.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type PumpOptions, startPump } from '../../../infra/local/step-functions/pump.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 })
})
afterEach(() => {
  vi.useRealTimers()
})

const DAY = 24 * 60 * 60 * 1000
const now = (): Date => new Date()

/** An engine that has only moments: each execution is due at one, and is done when it has been advanced. */
function moments(due: Record<string, number>): PumpOptions['engine'] & { advanced: string[] } {
  const advanced: string[] = []
  return {
    advanced,
    async advance(arn) {
      advanced.push(arn)
      delete due[arn]
    },
    runnable: (at) => Object.keys(due).filter((arn) => due[arn]! <= at.getTime()),
    nextDue() {
      const later = Object.values(due).filter((at) => at > Date.now())
      return later.length === 0 ? undefined : new Date(Math.min(...later))
    },
  }
}

const never = (error: unknown): void => {
  throw error
}

describe('the pump', () => {
  test('takes up what was left over, and then each at its moment, however far', async () => {
    const start = Date.now()
    const engine = moments({ left: 0, soon: start + 5_000, far: start + 330 * DAY })
    const pump = startPump({ engine, now, onError: never })
    await vi.advanceTimersByTimeAsync(0)
    expect(engine.advanced).toEqual(['left'])
    await vi.advanceTimersByTimeAsync(4_999)
    expect(engine.advanced).toEqual(['left'])
    await vi.advanceTimersByTimeAsync(1)
    expect(engine.advanced).toEqual(['left', 'soon'])
    await vi.advanceTimersByTimeAsync(330 * DAY - 5_001)
    expect(engine.advanced).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(1)
    expect(engine.advanced).toEqual(['left', 'soon', 'far'])
    await pump.stop()
    expect(vi.getTimerCount()).toBe(0)
  })

  test('wakes one, or whatever has become due with the clock', async () => {
    let moved = 0
    const engine = moments({ later: Date.now() + DAY })
    const pump = startPump({ engine, now: () => new Date(Date.now() + moved), onError: never })
    pump.wake('other')
    await vi.advanceTimersByTimeAsync(0)
    expect(engine.advanced).toEqual(['other'])
    moved = 2 * DAY
    pump.wake()
    await vi.advanceTimersByTimeAsync(0)
    expect(engine.advanced).toEqual(['other', 'later'])
    await pump.stop()
    pump.wake('more')
    await vi.advanceTimersByTimeAsync(DAY)
    expect(engine.advanced).toHaveLength(2)
  })

  test('advances executions beside each other, up to its number, each once at a time', async () => {
    const finish = new Map<string, () => void>()
    const engine = moments({})
    engine.advance = (arn) => {
      engine.advanced.push(arn)
      return new Promise((resolve) => finish.set(arn, resolve))
    }
    const pump = startPump({ engine, now, onError: never, concurrency: 2 })
    for (const arn of ['a', 'a', 'b', 'c', 'a']) pump.wake(arn)
    expect(engine.advanced).toEqual(['a', 'b'])
    finish.get('b')?.()
    await vi.advanceTimersByTimeAsync(0)
    expect(engine.advanced).toEqual(['a', 'b', 'c'])
    // Woken again while it was being advanced: once more, after that.
    finish.get('a')?.()
    await vi.advanceTimersByTimeAsync(0)
    expect(engine.advanced).toEqual(['a', 'b', 'c', 'a'])
    const stopping = pump.stop()
    let stopped = false
    void stopping.then(() => {
      stopped = true
    })
    finish.get('c')?.()
    await vi.advanceTimersByTimeAsync(0)
    expect(stopped).toBe(false)
    finish.get('a')?.()
    await stopping
    expect(engine.advanced).toHaveLength(4)
  })

  test('tells of an error, pauses longer each time, and goes on with the others', async () => {
    const engine = moments({ bad: 0 })
    const errors: [number, string][] = []
    const start = Date.now()
    const { advance } = engine
    engine.advance = async (arn) => {
      if (arn === 'bad' && Date.now() < start + 7_000) throw new Error('no')
      await advance(arn)
    }
    const onError = (_: unknown, arn: string): void => void errors.push([Date.now() - start, arn])
    const pump = startPump({ engine, now, onError })
    pump.wake('good')
    await vi.advanceTimersByTimeAsync(500)
    // A sweep in between does not cut the pause short.
    pump.wake()
    await vi.advanceTimersByTimeAsync(59_500)
    expect(errors).toEqual([
      [0, 'bad'],
      [1_000, 'bad'],
      [3_000, 'bad'],
    ])
    expect(engine.advanced).toEqual(['good', 'bad'])
    expect(vi.getTimerCount()).toBe(0)
    await pump.stop()
  })

  test('forgets the pause of what somebody else has ended', async () => {
    const due: Record<string, number> = { bad: 0 }
    const engine = moments(due)
    let calls = 0
    engine.advance = async () => {
      calls += 1
      throw new Error('no')
    }
    const pump = startPump({ engine, now, onError: () => {} })
    await vi.advanceTimersByTimeAsync(0)
    delete due.bad
    await vi.advanceTimersByTimeAsync(DAY)
    expect(calls).toBe(1)
    expect(vi.getTimerCount()).toBe(0)
    await pump.stop()
  })
})

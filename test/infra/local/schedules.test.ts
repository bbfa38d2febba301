import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { cronPattern, nextRun, readRate } from '../../../infra/local/schedule-expression.ts'
import { createSchedules } from '../../../infra/local/schedules.ts'
import { capturedErrors } from './support.ts'

test.each([
  ['rate(1 minute)', 60_000],
  ['rate(5 minutes)', 300_000],
  ['rate(1 hour)', 3_600_000],
  ['rate(12 hours)', 43_200_000],
  ['rate(7 days)', 604_800_000],
  ['rate(1 minutes)', undefined],
  ['rate(2 minute)', undefined],
  ['rate(0 minutes)', undefined],
  ['rate(1.5 hours)', undefined],
])('%s is every %s ms', (expression, ms) => {
  expect(readRate(expression)).toBe(ms)
})

test.each([
  ['cron(0 6 * * ? *)', '0 0 6 * * * *'],
  ['cron(0/15 * * * ? *)', '0 0/15 * * * * *'],
  ['cron(0 10 ? * L *)', '0 0 10 * * 7 *'],
  ['cron(0 10 L * ? *)', '0 0 10 L * * *'],
  ['cron(0 6 * * ?)', undefined],
  ['cron(0 6 * * * *)', undefined],
  ['cron(0 6 ? * ? *)', undefined],
  ['0 6 * * ? *', undefined],
])('%s is "%s" for croner', (expression, pattern) => {
  expect(cronPattern(expression)).toBe(pattern)
})

// Saturday 24 October 2026; the clocks of London go back in the following night.
const after = new Date('2026-10-24T12:02:30Z')

test.each([
  ['rate(1 minute)', undefined, '2026-10-24T12:03:30.000Z'],
  ['cron(0 6 * * ? *)', undefined, '2026-10-25T06:00:00.000Z'],
  ['cron(0 6 * * ? *)', 'Europe/London', '2026-10-25T06:00:00.000Z'],
  ['cron(0 15 * * ? *)', 'Europe/London', '2026-10-24T14:00:00.000Z'],
  ['cron(5/15 * * * ? *)', undefined, '2026-10-24T12:05:00.000Z'],
  ['cron(0 10 ? * 1 *)', undefined, '2026-10-25T10:00:00.000Z'],
  ['cron(0 10 ? * MON-FRI *)', undefined, '2026-10-26T10:00:00.000Z'],
  ['cron(0 10 ? * 2-6 *)', undefined, '2026-10-26T10:00:00.000Z'],
  ['cron(0 10 ? * 6#3 *)', undefined, '2026-11-20T10:00:00.000Z'],
  ['cron(0 10 ? * 5L *)', undefined, '2026-10-29T10:00:00.000Z'],
  ['cron(0 10 ? * L *)', undefined, '2026-10-31T10:00:00.000Z'],
  ['cron(0 10 15W * ? *)', undefined, '2026-11-16T10:00:00.000Z'],
  ['cron(0 0 1 1 ? 2028)', undefined, '2028-01-01T00:00:00.000Z'],
])('%s in %s runs next at %s', (expression, timezone, expected) => {
  expect(nextRun(expression, after, timezone)?.toISOString()).toBe(expected)
})

test('a schedule can be over', () => {
  expect(nextRun('cron(0 0 1 1 ? 2020)', after)).toBeNull()
})

test.each(['every minute', 'rate(1 fortnight)', 'cron(61 * * * ? *)', 'at(2026-10-24T12:00:00)'])(
  '%s is refused',
  (expression) => {
    expect(() => nextRun(expression, after)).toThrow()
  },
)

describe('running', () => {
  beforeEach(() => void vi.useFakeTimers({ now: after }))
  afterEach(() => void vi.useRealTimers())

  function startSchedules(options: Parameters<typeof createSchedules>[0]) {
    const schedules = createSchedules(options)
    schedules.begin()
    return schedules
  }

  const sweep = { name: 'sweep', expression: 'rate(1 minute)', input: { schedule: 'sweep' } }

  test('a schedule runs at its times, and no more once stopped', async () => {
    const invoke = vi.fn(async () => {})
    const schedules = startSchedules({ schedules: [sweep], invoke })
    await vi.advanceTimersByTimeAsync(59_999)
    expect(invoke).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(120_001)
    expect(invoke.mock.calls).toEqual([[sweep], [sweep], [sweep]])
    await schedules.stop()
    await vi.advanceTimersByTimeAsync(600_000)
    expect(invoke).toHaveBeenCalledTimes(3)
  })

  test('a run waits for the one before, and stopping for the one under way', async () => {
    const held = Promise.withResolvers<void>()
    const invoke = vi.fn(() => held.promise)
    const schedules = startSchedules({ schedules: [sweep], invoke })
    await vi.advanceTimersByTimeAsync(600_000)
    expect(invoke).toHaveBeenCalledTimes(1)
    const stopped = vi.fn()
    const stopping = schedules.stop().then(stopped)
    await vi.advanceTimersByTimeAsync(1)
    expect(stopped).not.toHaveBeenCalled()
    held.resolve()
    await stopping
    expect(invoke).toHaveBeenCalledTimes(1)
  })

  test('a run that fails does not end the schedule', async () => {
    const lines = capturedErrors()
    const invoke = vi.fn().mockRejectedValueOnce(new Error('not now')).mockResolvedValue(undefined)
    const schedules = startSchedules({ schedules: [sweep], invoke })
    await vi.advanceTimersByTimeAsync(120_000)
    expect(invoke).toHaveBeenCalledTimes(2)
    expect(lines).toEqual([expect.stringContaining('The schedule sweep failed')])
    await schedules.stop()
  })

  test('a date a year away does not fire at once', async () => {
    const invoke = vi.fn(async () => {})
    const yearly = { ...sweep, expression: 'cron(0 12 24 10 ? *)' }
    const schedules = startSchedules({ schedules: [yearly], invoke })
    await vi.advanceTimersByTimeAsync(300 * 86_400_000)
    expect(invoke).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(65 * 86_400_000)
    expect(invoke).toHaveBeenCalledTimes(1)
    await schedules.stop()
  })

  test('nothing runs before it has begun', async () => {
    const invoke = vi.fn(async () => {})
    createSchedules({ schedules: [sweep], invoke })
    await vi.advanceTimersByTimeAsync(600_000)
    expect(invoke).not.toHaveBeenCalled()
  })

  test('while held, what runs is said: every rate, and the crons that are due', async () => {
    const invoke = vi.fn(async () => {})
    const daily = { ...sweep, name: 'daily', expression: 'cron(0 6 * * ? *)' }
    const schedules = startSchedules({ schedules: [daily, sweep], invoke })
    const names = () => invoke.mock.calls.map(([schedule]: unknown[]) => (schedule as typeof sweep).name)
    await schedules.hold(async () => {
      await vi.advanceTimersByTimeAsync(24 * 3_600_000)
      expect(invoke).not.toHaveBeenCalled()
      expect(schedules.nextCron()?.toISOString()).toBe('2026-10-25T06:00:00.000Z')
      await schedules.runAt(new Date('2026-10-25T05:59:59Z'))
      expect(names()).toEqual(['sweep'])
      await schedules.runAt(new Date('2026-10-25T06:00:00Z'))
      expect(names()).toEqual(['sweep', 'daily', 'sweep'])
      expect(schedules.nextCron()?.toISOString()).toBe('2026-10-26T06:00:00.000Z')
    })
    await vi.advanceTimersByTimeAsync(59_999)
    expect(invoke).toHaveBeenCalledTimes(3)
    await vi.advanceTimersByTimeAsync(1)
    expect(invoke).toHaveBeenCalledTimes(4)
    await schedules.stop()
  })

  test('holding waits for the run under way, and gives the timers back when the work fails', async () => {
    const held = Promise.withResolvers<void>()
    const invoke = vi.fn().mockReturnValueOnce(held.promise).mockResolvedValue(undefined)
    const schedules = startSchedules({ schedules: [sweep], invoke })
    await vi.advanceTimersByTimeAsync(60_000)
    const work = vi.fn(() => Promise.reject(new Error('not now')))
    const holding = schedules.hold(work).catch((error: unknown) => String(error))
    await vi.advanceTimersByTimeAsync(1)
    expect(work).not.toHaveBeenCalled()
    held.resolve()
    expect(await holding).toBe('Error: not now')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(invoke).toHaveBeenCalledTimes(2)
    await schedules.stop()
  })
})

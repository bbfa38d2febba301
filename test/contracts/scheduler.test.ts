// What we rely on of EventBridge Scheduler: when its expressions run, above all on the days on which the clocks change.
import {
  CreateScheduleCommand,
  DeleteScheduleCommand,
  GetScheduleCommand,
  ResourceNotFoundException,
  SchedulerClient,
} from '@aws-sdk/client-scheduler'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { schedules } from '../../events/schedules.ts'
import { nextRun } from '../../infra/local/schedule-expression.ts'
import { contract } from './endpoint.ts'

const london = 'Europe/London'

function runs(expression: string, between: readonly [string, string], timezone = london): string[] {
  const found: string[] = []
  for (
    let at = nextRun(expression, new Date(between[0]), timezone);
    at;
    at = nextRun(expression, at, timezone)
  ) {
    if (at > new Date(between[1])) break
    found.push(at.toISOString().replace(':00.000Z', 'Z'))
  }
  return found
}

/** As a clock on a wall in London shows it. */
function inLondon(at: Date): string {
  const parts = { weekday: 'short', hour: '2-digit', minute: '2-digit' } as const
  return new Intl.DateTimeFormat('en-GB', { timeZone: london, ...parts }).format(at)
}

describe('an expression of EventBridge Scheduler, as the laptop reads it', () => {
  const { expression, timezone } = schedules.daily

  test('the daily one is at eight in London, on working days, before and after each change of the clocks', () => {
    const weekend = (from: string, to: string) => runs(expression, [from, to], timezone)
    expect(weekend('2026-10-22T12:00Z', '2026-10-27T12:00Z')).toEqual([
      '2026-10-23T07:00Z',
      '2026-10-26T08:00Z',
      '2026-10-27T08:00Z',
    ])
    expect(weekend('2027-03-25T12:00Z', '2027-03-30T12:00Z')).toEqual([
      '2027-03-26T08:00Z',
      '2027-03-29T07:00Z',
      '2027-03-30T07:00Z',
    ])
  })

  test('a time that is left out in spring is not run, nor made up for', () => {
    const spring = ['2027-03-27T00:00Z', '2027-03-29T23:00Z'] as const
    expect(runs('cron(30 1 * * ? *)', spring)).toEqual(['2027-03-27T01:30Z', '2027-03-29T00:30Z'])
    expect(runs('cron(30 1 28 3 ? 2027)', spring)).toEqual([])
    expect(runs('cron(0 2 * * ? *)', spring)).toContain('2027-03-28T01:00Z')
  })

  test('a time that comes twice in autumn is run once', () => {
    const autumn = ['2026-10-24T12:00Z', '2026-10-25T12:00Z'] as const
    expect(runs('cron(30 1 * * ? *)', autumn)).toEqual(['2026-10-25T00:30Z'])
    expect(runs('cron(0/30 1-2 * * ? *)', autumn)).toEqual([
      '2026-10-25T00:00Z',
      '2026-10-25T00:30Z',
      '2026-10-25T02:00Z',
      '2026-10-25T02:30Z',
    ])
  })

  test('in UTC the clocks do not change', () => {
    const autumn = ['2026-10-24T12:00Z', '2026-10-26T12:00Z'] as const
    expect(runs('cron(30 1 * * ? *)', autumn, 'UTC')).toEqual(['2026-10-25T01:30Z', '2026-10-26T01:30Z'])
  })

  test('a day of a rate is 24 hours, however long the day is', () => {
    const autumn = ['2026-10-24T10:00Z', '2026-10-26T10:00Z'] as const
    expect(runs('rate(1 day)', autumn)).toEqual(['2026-10-25T10:00Z', '2026-10-26T10:00Z'])
    expect(runs(schedules.sweep.expression, ['2026-10-25T00:59Z', '2026-10-25T01:01Z'])).toHaveLength(2)
  })

  test('the days of the week count from 1 = Sunday, and one of the two days is ?', () => {
    const week = ['2026-11-01T00:00Z', '2026-11-07T23:59Z'] as const
    expect(runs('cron(0 8 ? * 1 *)', week)).toEqual(['2026-11-01T08:00Z'])
    expect(runs('cron(0 8 ? * 2-6 *)', week)).toEqual(runs('cron(0 8 ? * MON-FRI *)', week))
    expect(() => runs('cron(0 8 * * MON-FRI *)', week)).toThrow('neither rate(…) nor cron(…)')
  })
})

contract('SCHEDULER', ['CONTRACTS_ROLE_ARN', 'CONTRACTS_FUNCTION_ARN'], (place, laptop) => {
  test.skipIf(!place.isLaptop)(
    'a year of the daily schedule wakes its function at eight in London on each working day, with its input',
    async () => {
      const from = new Date()
      await laptop().skip(366)
      const { dailyRuns } = laptop()
      const days = dailyRuns.map(({ at }) => inLondon(at))
      expect([...new Set(days)].sort()).toEqual(
        ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'].map((day) => `${day} 08:00`).sort(),
      )
      expect(dailyRuns.map(({ at }) => at.toISOString().slice(0, 16))).toEqual(
        runs(schedules.daily.expression, [from.toISOString(), new Date().toISOString()]).map((at) =>
          at.replace('Z', ''),
        ),
      )
      // Both changes of the clocks lie within any year.
      expect(new Set(dailyRuns.map(({ at }) => at.getUTCHours()))).toEqual(new Set([7, 8]))
      expect(dailyRuns.every(({ input }) => JSON.stringify(input) === '{"schedule":"daily"}')).toBe(true)
    },
  )

  // The laptop reads its schedules from events/schedules.ts, and has no such endpoint.
  describe.skipIf(place.isLaptop)('by its API (not looked at on the laptop)', () => {
    let client: SchedulerClient
    beforeAll(() => {
      client = new SchedulerClient({})
    })
    afterAll(() => client.destroy())

    /** Disabled, so that it never runs; deleted when the test has ended. */
    async function create(more: { ScheduleExpression: string; ScheduleExpressionTimezone?: string }) {
      const Name = place.newName()
      const Target = {
        Arn: place.given('CONTRACTS_FUNCTION_ARN'),
        RoleArn: place.given('CONTRACTS_ROLE_ARN'),
        Input: '{"schedule":"daily"}',
      }
      await client.send(
        new CreateScheduleCommand({
          Name,
          State: 'DISABLED',
          FlexibleTimeWindow: { Mode: 'OFF' },
          Target,
          ...more,
        }),
      )
      onTestFinished(async () => {
        await client.send(new DeleteScheduleCommand({ Name })).catch((error: unknown) => {
          if (!(error instanceof ResourceNotFoundException)) throw error
        })
      })
      return { Name, Target }
    }

    test.each(Object.entries(schedules))('it takes our schedule %s as it stands', async (_, schedule) => {
      const asked = {
        ScheduleExpression: schedule.expression,
        ...(schedule.timezone && { ScheduleExpressionTimezone: schedule.timezone }),
      }
      const { Name, Target } = await create(asked)
      expect(await client.send(new GetScheduleCommand({ Name }))).toMatchObject({ Name, Target, ...asked })
      await client.send(new DeleteScheduleCommand({ Name }))
      const gone = client.send(new GetScheduleCommand({ Name }))
      await expect(gone).rejects.toBeInstanceOf(ResourceNotFoundException)
    })

    test('it refuses an expression that names both days', async () => {
      const creating = create({ ScheduleExpression: 'cron(0 8 * * MON-FRI *)' })
      await expect(creating).rejects.toMatchObject({ name: 'ValidationException' })
    })
  })
})

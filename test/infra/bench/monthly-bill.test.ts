// What a month costs, worked out by hand: the sums, what is counted of the stack, and that every price is there.
import { expect, it } from 'vitest'
import { countCharged } from '../../../infra/bench/charged-stack.ts'
import {
  assumed,
  dollarsOf,
  fixedQuantities,
  type Journey,
  journeyQuantities,
  keptQuantities,
  monthOf,
  priceOf,
} from '../../../infra/bench/monthly-bill.ts'
import prices from '../../../infra/bench/prices.json' with { type: 'json' }

const charged = { alarmMetrics: 14, dashboards: 1, customMetrics: 2, teamAddresses: 3, logDays: 73 }
const nothing: Journey = {
  writes: 0,
  reads: 0,
  transitions: 0,
  executions: 0,
  executionEvents: 0,
  pages: 0,
  calls: 0,
  seconds: 0,
  emails: 0,
}

it('a month has a sweep a minute and a digest a working day, whoever is there', () => {
  const runs = { sweep: { seconds: 0.01, reads: 1.5 }, digest: { seconds: 1, reads: 4 } }
  const fixed = fixedQuantities(charged, runs)
  expect(fixed['EventBridge Scheduler invocation']).toBe(43_800 + 21.75)
  expect(fixed['Lambda requests']).toBe(43_800 + 21.75)
  expect(fixed['DynamoDB read units, on demand']).toBe(43_800 * 1.5 + 21.75 * 4)
  expect(fixed['Lambda GB-seconds, arm64']).toBeCloseTo((438 + 21.75) * (1769 / 1024), 6)
  expect(fixed['SES emails, plan NONE']).toBe(65.25)
  expect(fixed['CloudWatch alarm metric a month']).toBe(14)
  // 73 days are 2.4 months: so much of the log is there at any time.
  const taken = fixed['CloudWatch Logs GB taken in']!
  expect(taken).toBeCloseTo((43_821.75 * assumed.logKb) / 1e6, 9)
  expect(fixed['CloudWatch Logs GB-month']).toBeCloseTo(taken * 2.4, 9)
})

it('a journey is charged for what was counted, and for its files as assumed', () => {
  const without = journeyQuantities(nothing, 90)
  expect(without['GuardDuty object scanned']).toBe(assumed.files)
  expect(without['Lambda requests']).toBe(2 * assumed.files)
  const counted = journeyQuantities(
    {
      ...nothing,
      writes: 300,
      transitions: 14,
      pages: 75,
      calls: 100,
      seconds: 3,
      emails: 24,
      executionEvents: 50,
    },
    90,
  )
  expect(counted['DynamoDB write units, on demand']).toBe(300)
  expect(counted['Step Functions state transitions, Standard']).toBe(14)
  expect(counted['HTTP API requests']).toBe(75)
  expect(counted['Lambda requests']).toBe(100 + 2 * assumed.files)
  expect(counted['Lambda GB-seconds, arm64']! - without['Lambda GB-seconds, arm64']!).toBeCloseTo(
    (3 + 75 * assumed.coldStartSeconds) * (1769 / 1024),
    6,
  )
  expect(counted['EventBridge event of S3 or SES']).toBe(24 + assumed.files)
  expect(keptQuantities({ writes: 300 })['DynamoDB GB-month']).toBeCloseTo(0.0003, 9)
})

it('dollars are those of one plan of SES', () => {
  const emails = { 'SES emails, plan NONE': 1000, 'SES emails, default plan': 1000 }
  expect(dollarsOf(emails, 'plan NONE')).toBeCloseTo(0.1, 9)
  expect(dollarsOf(emails, 'default plan')).toBeCloseTo(0.16, 9)
  const mixed = { 'DynamoDB write units, on demand': 1e6, 'CloudWatch dashboard a month': 2 }
  expect(dollarsOf(mixed, 'plan NONE')).toBeCloseTo(6.625, 9)
})

it('a month is what stands, and a twelfth of each journey with a month of all that it keeps', () => {
  expect(monthOf(0, 5, 12, 1)).toBe(5)
  expect(monthOf(50, 5, 12, 1)).toBe(105)
})

it('an alarm is charged for each metric that it looks at', () => {
  const alarm = (Properties: { Metrics?: object[] }) => ({ Type: 'AWS::CloudWatch::Alarm', Properties })
  const main = {
    one: alarm({}),
    sum: alarm({ Metrics: [{ Expression: 'm0 + m1' }, { MetricStat: {} }, { MetricStat: {} }] }),
    shown: { Type: 'AWS::CloudWatch::Dashboard' },
  }
  const nested = {
    counted: { Type: 'AWS::Logs::MetricFilter' },
    other: { Type: 'AWS::Logs::LogGroup' },
  }
  expect(countCharged([{ Resources: main }, { Resources: nested }])).toEqual({
    alarmMetrics: 3,
    dashboards: 1,
    customMetrics: 1,
  })
})

it('every price says where it was read, or that it was not read in AWS’s own text', () => {
  const all = [...Object.keys(prices.dollarsPerMillion), ...Object.keys(prices.dollarsEach)]
  const told = [...Object.values(prices.readIn).flat(), ...prices.unverified]
  expect(told.toSorted()).toEqual(all.toSorted())
  expect(priceOf('GuardDuty object scanned') * 1000).toBeCloseTo(0.215, 9)
  expect(priceOf('S3 GB-months')).toBeCloseTo(0.023, 9)
})

// The clock of the whole system is moved on, with functions that do what is due and tell when they did it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses'
import { DescribeExecutionCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn'
import { DeleteCommand, DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { afterEach, expect, onTestFinished, test } from 'vitest'
import { createActivity } from '../../../infra/local/activity.ts'
import type { Application } from '../../../infra/local/application.ts'
import type { Handler } from '../../../infra/local/lambda-host.ts'
import { nextRun } from '../../../infra/local/schedule-expression.ts'
import { type System, startSystem } from '../../../infra/local/system.ts'
import { capturedErrors, temporaryFolder } from './support.ts'

const TableName = 'quality-mark'
const minute = 60_000
const day = 24 * 60 * minute
const own = { 'Sec-Fetch-Site': 'same-origin' }

const failing = JSON.stringify({
  QueryLanguage: 'JSONata',
  StartAt: 'try',
  States: {
    try: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Arguments: { FunctionName: 'arn:aws:lambda:eu-west-2:000000000000:function:try', Payload: {} },
      Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 7200, MaxAttempts: 3, BackoffRate: 1 }],
      End: true,
    },
  },
})

let table: DynamoDBDocumentClient

/** Takes from the index what is due by now, as the real one does. */
async function takeDue(): Promise<string[]> {
  const { Items = [] } = await table.send(
    new QueryCommand({
      TableName,
      IndexName: 'due',
      KeyConditionExpression: 'duePk = :pk AND dueSk <= :now',
      ExpressionAttributeValues: { ':pk': 'DUE#0', ':now': new Date().toISOString() },
    }),
  )
  return Items.map(({ pk }) => String(pk))
}

const putDue = (name: string, at?: number) =>
  table.send(
    new PutCommand({
      TableName,
      Item: { pk: name, sk: 'SUMMARY', ...(at && { duePk: 'DUE#0', dueSk: new Date(at).toISOString() }) },
    }),
  )

type Call = { name: string; at: number; saw: string[] }

function application(calls: Call[], handlers: Record<string, Handler>): Application {
  const nothing: Handler = () => {}
  return {
    functions: {
      relay: { on: { stream: 'table' } },
      'note-sent': { on: { mailEvents: true } },
      'check-file': { on: { evidenceEvents: true } },
      try: { on: { task: true } },
      sweep: { on: { schedule: 'sweep' } },
      daily: { on: { schedule: 'daily' } },
    },
    load: async (name) => async (event, context) => {
      const saw = name === 'sweep' ? await takeDue() : []
      calls.push({ name, at: Date.now(), saw })
      return (handlers[name] ?? nothing)(event, context)
    },
    schedules: {
      sweep: { expression: 'rate(1 minute)', input: {} },
      daily: { ...daily, input: {} },
    },
    table: {
      partitionKey: 'pk',
      sortKey: 'sk',
      indexes: [{ name: 'due', partitionKey: 'duePk', sortKey: 'dueSk' }],
    },
    due: { index: 'due', partition: 'DUE#0' },
    pendingPartitions: ['PENDING#0'],
    wakesRelay: ({ pk }) => pk.startsWith('EVENTS#'),
    keysLeftOver: ({ sk }) => ({ pk: `EVENTS#${sk}`, sk: '000001' }),
    stateMachines: [{ name: 'failing', definition: failing }],
  }
}

let running: System[] = []
afterEach(async () => {
  await Promise.all(running.map((system) => system.stop()))
  running = []
})

async function start(handlers: Record<string, Handler> = {}, dataDir = temporaryFolder()) {
  const calls: Call[] = []
  const system = await startSystem({ dataDir, port: 0, application: application(calls, handlers) })
  running.push(system)
  const database = new DynamoDBClient()
  table = DynamoDBDocumentClient.from(database)
  onTestFinished(() => database.destroy())
  const called = (name: string) => calls.filter((call) => call.name === name)
  return { system, calls, called, dataDir }
}

const daily = { expression: 'cron(30 7 * * ? *)', timezone: 'Europe/London' }

/** About 14: the clocks may go forward or back meanwhile. */
function dailyRuns(from: number, days: number): Date[] {
  const runs: Date[] = []
  const next = (after: Date) => nextRun(daily.expression, after, daily.timezone)!
  for (let at = next(new Date(from)); at.getTime() <= from + days * day; at = next(at)) runs.push(at)
  return runs
}

function london(at: number): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeStyle: 'short' }).format(at)
}

test('it stops at every due moment in order, and each is done before the next', async () => {
  const now = Date.now()
  const done: [string, number][] = []
  const { system, called } = await start({
    sweep: async () => {
      for (const name of await takeDue()) {
        done.push([name, Date.now()])
        // The first one is due again two days later: the clock has to stop there too.
        await putDue(name, name === 'first' && done.length === 1 ? now + 4 * day : undefined)
        await table.send(
          new PutCommand({ TableName, Item: { pk: `EVENTS#${name}`, sk: String(done.length) } }),
        )
      }
    },
    // What follows takes a while, and still belongs to its moment.
    relay: () => new Promise((resolve) => setTimeout(resolve, 30)),
  })
  await putDue('last', now + 14 * day - 1)
  await putDue('beyond', now + 14 * day + minute)
  await putDue('second', now + 3 * day)
  await putDue('first', now + 2 * day)
  await putDue('third', now + 3 * day + minute)
  const report = await system.skip(14)

  expect(done.map(([name]) => name)).toEqual(['first', 'second', 'third', 'first', 'last'])
  const expected = [2 * day, 3 * day, 3 * day + minute, 4 * day, 14 * day - 1].map((after) => now + after)
  for (const [at, [, moment]] of done.entries()) expect(Math.abs(moment - expected[at]!)).toBeLessThan(1500)
  const relayed = called('relay').map(({ at }) => at)
  for (const [at, moment] of relayed.entries()) expect(Math.abs(moment - expected[at]!)).toBeLessThan(1500)
  expect(relayed).toHaveLength(5)

  const ran = called('daily').map(({ at }) => at)
  expect(ran).toHaveLength(dailyRuns(now, 14).length)
  expect(new Set(ran.map(london))).toEqual(new Set(['07:30']))
  expect(report).toMatchObject({ days: 14, stops: ran.length + 5 })
  expect(Math.abs(Date.now() - now - 14 * day)).toBeLessThan(10_000)
})

test('the time is kept at every stop, so that a kill goes on from there', async () => {
  const kept: number[] = []
  const { system, dataDir } = await start({
    sweep: () => {
      const { offsetMs } = JSON.parse(readFileSync(join(dataDir, 'clock.json'), 'utf8')) as {
        offsetMs: number
      }
      const unmoved = performance.timeOrigin + performance.now()
      kept.push(Date.now() - unmoved - offsetMs)
    },
  })
  await system.skip(14)
  expect(kept.length).toBeGreaterThanOrEqual(15)
  expect(Math.max(...kept.map(Math.abs))).toBeLessThan(500)
  const moved = Date.now()
  await system.stop()
  await start({}, dataDir)
  expect(Math.abs(Date.now() - moved)).toBeLessThan(5_000)
})

test('what stays due does not hold the clock up, and is tried again and again', async () => {
  const { system, called } = await start()
  const now = Date.now()
  await putDue('stuck', now + day)
  await putDue('behind', now + 20 * day)
  const report = await system.skip(330)
  expect(Date.now() - now).toBeGreaterThanOrEqual(330 * day)
  const sawStuck = called('sweep').filter(({ saw }) => saw.includes('stuck'))
  expect(sawStuck[1]!.at - sawStuck[0]!.at).toBeGreaterThanOrEqual(minute - 1000)
  expect(sawStuck.length).toBeGreaterThan(330)
  const sawBehind = called('sweep').find(({ saw }) => saw.includes('behind'))
  expect(Math.abs(sawBehind!.at - now - 20 * day)).toBeLessThan(60_000)
  // A day with its daily run and its retry, twice over.
  expect(report.stops).toBeLessThan(1500)
  expect(report.tookMs).toBeLessThan(60_000)
}, 60_000)

test('work that was left over is done before what comes later', async () => {
  const errors = capturedErrors()
  const now = Date.now()
  const key = { pk: 'PENDING#0', sk: 'j1' }
  const { system, called } = await start({
    // Somebody who was killed holds a claim that ends after a quarter of an hour.
    relay: async () => {
      if (Date.now() < now + 15 * minute) throw new Error('claimed')
      await table.send(new DeleteCommand({ TableName, Key: key }))
    },
  })
  await table.send(new PutCommand({ TableName, Item: key }))
  await putDue('later', now + day / 2)
  await system.skip(1)
  const tries = called('relay').map(({ at }) => Math.round((at - now) / minute))
  expect(tries).toEqual([1, 3, 7, 15])
  expect(errors).toHaveLength(3)
})

test('an execution that waits for its next try goes on at that moment', async () => {
  const errors = capturedErrors()
  let tries = 0
  const { system, called } = await start({
    try: () => {
      tries += 1
      if (tries < 4) throw new Error('not now')
    },
  })
  const sfn = new SFNClient()
  onTestFinished(() => sfn.destroy())
  const { executionArn } = await sfn.send(
    new StartExecutionCommand({
      stateMachineArn: 'arn:aws:states:eu-west-2:000000000000:stateMachine:failing',
      name: 'e1',
    }),
  )
  await system.quiet()
  expect(called('try')).toHaveLength(1)
  await system.skip(1)
  const moments = called('try').map(({ at }) => at)
  expect(moments.slice(1).map((at, i) => Math.round((at - moments[i]!) / 60_000))).toEqual([120, 120, 120])
  expect((await sfn.send(new DescribeExecutionCommand({ executionArn }))).status).toBe('SUCCEEDED')
  expect(errors).toHaveLength(3)
})

test('an event of a file that waits to come again comes during the skip, and the next after it', async () => {
  capturedErrors()
  let refusals = 1
  const { system, called } = await start({
    'check-file': () => {
      if (refusals-- > 0) throw new Error('not now')
    },
  })
  const s3 = new S3Client()
  onTestFinished(() => s3.destroy())
  await s3.send(
    new PutObjectCommand({ Bucket: process.env.EVIDENCE_BUCKET, Key: 'quarantine/j1/f1', Body: 'x' }),
  )
  await system.quiet()
  expect(called('check-file')).toHaveLength(1)
  await system.skip(1)
  expect(called('check-file')).toHaveLength(3)
})

test('an event of an email that waits to come again comes during the skip', async () => {
  const errors = capturedErrors()
  let refusals = 1
  const { system, called, dataDir } = await start({
    'note-sent': () => {
      if (refusals-- > 0) throw new Error('not now')
    },
  })
  const ses = new SESClient()
  onTestFinished(() => ses.destroy())
  const { MessageId } = await ses.send(
    new SendRawEmailCommand({
      RawMessage: { Data: Buffer.from('Subject: x\r\n\r\ny') },
      Source: 'a@localhost.test',
      Destinations: ['c@d.test'],
      ConfigurationSetName: 'quality-mark',
    }),
  )
  await system.quiet()
  expect(called('note-sent')).toHaveLength(1)
  await system.skip(1)
  expect(called('note-sent')).toHaveLength(2)
  expect(await (await fetch(`${system.consoleUrl}/mailbox/${MessageId}`)).text()).toContain('Send (taken)')
  await fetch(`${system.consoleUrl}/mailbox/${MessageId}/events`, {
    method: 'POST',
    body: new URLSearchParams({ type: 'Bounce' }),
    headers: own,
    redirect: 'manual',
  })
  await system.quiet()
  const kept = readFileSync(join(dataDir, 'mailbox', `${MessageId}.json`), 'utf8')
  expect(JSON.parse(kept)).toMatchObject({ feedback: [{ type: 'Bounce', taken: true }] })
  expect(errors).toHaveLength(1)
})

test('skips do not overlap, and the page tells of the one under way', async () => {
  const held = Promise.withResolvers<void>()
  const { system } = await start({ sweep: () => held.promise })
  const first = system.skip(1)
  await expect(system.skip(1)).rejects.toMatchObject({ name: 'SkipUnderWay' })
  const pressed = await fetch(`${system.consoleUrl}/clock`, {
    method: 'POST',
    body: new URLSearchParams({ days: '14' }),
    headers: own,
  })
  expect(pressed.status).toBe(409)
  const shown = await (await fetch(`${system.consoleUrl}/clock`)).text()
  expect(shown).toContain('Skipping 1 day.')
  expect(shown).toContain('http-equiv="refresh"')
  expect(shown).not.toContain('<form')
  held.resolve()
  await first
  await system.skip(1)
})

test('stopping the system ends a skip where it is', async () => {
  const reached = Promise.withResolvers<void>()
  const { system, dataDir, called } = await start({
    daily: () => {
      if (called('daily').length === 3) reached.resolve()
    },
  })
  const began = Date.now()
  const skipping = system.skip(330)
  await reached.promise
  await system.stop()
  await skipping
  const { offsetMs } = JSON.parse(readFileSync(join(dataDir, 'clock.json'), 'utf8')) as { offsetMs: number }
  expect(offsetMs).toBeGreaterThan(2 * day - minute)
  expect(offsetMs).toBeLessThan(30 * day)
  expect(Date.now() - began).toBeLessThan(30_000) // the time of the process is the real one again
})

test('the page moves the clock by its own form alone, and the JSON tells the time', async () => {
  const { system } = await start()
  const clockUrl = `${system.consoleUrl}/clock`
  const told = async () =>
    (await (await fetch(`${clockUrl}.json`)).json()) as { now: string; offsetMs: number }
  const press = (days: string, headers: Record<string, string> = own) =>
    fetch(clockUrl, { method: 'POST', body: new URLSearchParams({ days }), headers, redirect: 'manual' })

  expect(Object.keys(await told())).toEqual(['now', 'offsetMs'])
  expect(await (await fetch(clockUrl)).text()).toContain('nothing: this is the real time')
  for (const headers of [{}, { 'Sec-Fetch-Site': 'cross-site' }, { Origin: 'http://evil.example' }]) {
    expect((await press('1', headers as Record<string, string>)).status).toBe(403)
  }
  for (const days of ['', '2', '-1', '1e0', '99999']) expect((await press(days)).status).toBe(400)
  expect((await fetch(`${clockUrl}?days=14`)).status).toBe(200)
  expect((await told()).offsetMs).toBe(0)

  const began = Date.now()
  const pressed = await press('14', { Origin: system.consoleUrl })
  expect([pressed.status, pressed.headers.get('location')]).toEqual([303, '/clock'])
  const { now, offsetMs } = await told()
  expect(Math.abs(offsetMs - 14 * day)).toBeLessThan(5_000)
  expect(Math.abs(Date.parse(now) - Date.now())).toBeLessThan(5_000)
  const shown = await (await fetch(clockUrl)).text()
  expect(shown).toMatch(/<dt>Moved on by<\/dt><dd>14 days/)
  expect(shown).toContain(`${dailyRuns(began, 14).length} moments`)
  expect(shown).toMatch(/\d\.\d seconds/)
})

test('quiet means that what was begun by what was begun has ended too', async () => {
  const { track, quiet } = createActivity()
  const ended: number[] = []
  const work = async (depth: number): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, 5))
    ended.push(depth)
    if (depth < 3) setImmediate(() => void track(work(depth + 1)))
  }
  void track(work(1))
  track(Promise.reject(new Error('its own caller sees to it'))).catch(() => {})
  await quiet()
  expect(ended).toEqual([1, 2, 3])
})

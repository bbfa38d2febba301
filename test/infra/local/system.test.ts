import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { GetObjectTaggingCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses'
import {
  DescribeExecutionCommand,
  ListStateMachinesCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn'
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb'
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import type { Application } from '../../../infra/local/application.ts'
import type { Handler } from '../../../infra/local/lambda-host.ts'
import { createMeter, type Meter } from '../../../infra/local/meter.ts'
import { readPort } from '../../../infra/local/read-port.ts'
import { Refusal } from '../../../infra/local/refusal.ts'
import { type Ports, type System, startSystem } from '../../../infra/local/system.ts'
import { browserForm, formFields } from '../../support/s3-signer.ts'
import { capturedErrors, serve, temporaryFolder } from './support.ts'

const waiting = JSON.stringify({
  QueryLanguage: 'JSONata',
  StartAt: 'wait',
  States: {
    wait: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Arguments: {
        FunctionName: 'arn:aws:lambda:eu-west-2:000000000000:function:open-step',
        Payload: { taskToken: '{% $states.context.Task.Token %}' },
      },
      End: true,
    },
  },
})

type Call = { name: string; event: Record<string, unknown>; tableName: string | undefined }

/** An application whose functions keep what they are given. */
function application(calls: Call[], override: Partial<Record<string, Handler>> = {}): Application {
  return {
    functions: {
      'show-start': { on: { http: ['GET /'] } },
      relay: { on: { stream: 'table' } },
      'note-sent': { on: { mailEvents: true } },
      'check-file': { on: { evidenceEvents: true } },
      'open-step': { on: { task: true } },
      sweep: { on: { schedule: 'sweep' } },
    },
    load: async (name) => (event, context) => {
      calls.push({ name, event, tableName: process.env.TABLE_NAME })
      return override[name]?.(event, context) ?? { statusCode: 200, body: process.env.BASE_URL }
    },
    schedules: { sweep: { expression: 'rate(1 minute)', input: {} } },
    table: {
      partitionKey: 'pk',
      sortKey: 'sk',
      indexes: [{ name: 'due', partitionKey: 'duePk', sortKey: 'dueSk' }],
    },
    due: { index: 'due', partition: 'DUE#0' },
    pendingPartitions: ['PENDING#0'],
    wakesRelay: ({ pk }) => pk.startsWith('EVENTS#'),
    keysLeftOver: ({ sk }) => ({ pk: `EVENTS#${sk.split('#')[0]}`, sk: sk.split('#')[1] ?? '' }),
    stateMachines: [{ name: 'quality-mark-1', definition: waiting }],
  }
}

let running: System[] = []
afterEach(async () => {
  await Promise.all(running.map((system) => system.stop()))
  running = []
})

async function start(options: {
  dataDir?: string
  calls?: Call[]
  override?: Partial<Record<string, Handler>>
  port?: number | Ports
  meter?: Meter
}): Promise<System & { calls: Call[] }> {
  const calls = options.calls ?? []
  const system = await startSystem({
    dataDir: options.dataDir ?? temporaryFolder(),
    port: options.port ?? 0,
    application: application(calls, options.override),
    ...(options.meter && { meter: options.meter }),
  })
  running.push(system)
  return { ...system, calls }
}

// The clients find the services as the application's do: by the environment alone.
function clients() {
  const database = new DynamoDBClient()
  const made = { sfn: new SFNClient(), ses: new SESClient(), table: DynamoDBDocumentClient.from(database) }
  onTestFinished(() => {
    for (const client of [made.sfn, made.ses, database]) client.destroy()
  })
  return made
}

function called(calls: Call[], name: string): Call[] {
  return calls.filter((call) => call.name === name)
}

test('a page is answered by its function, which finds its environment', async () => {
  const { webUrl, calls } = await start({})
  const answer = await fetch(webUrl)
  expect([answer.status, await answer.text()]).toEqual([200, webUrl])
  expect(called(calls, 'show-start')).toMatchObject([{ tableName: 'quality-mark' }])
})

test('a new event in the table wakes the relay with the stream’s own event', async () => {
  const { calls } = await start({})
  const { table } = clients()
  for (const pk of ['EVENTS#j1', 'DRAFT#j1']) {
    await table.send(new PutCommand({ TableName: 'quality-mark', Item: { pk, sk: '000001', secret: 'x' } }))
  }
  await expect.poll(() => called(calls, 'relay').length).toBe(1)
  expect(called(calls, 'relay')[0]?.event).toEqual({
    Records: [
      {
        eventID: expect.stringMatching(/^[0-9a-f]{32}$/),
        eventName: 'INSERT',
        eventSource: 'aws:dynamodb',
        eventVersion: '1.1',
        awsRegion: 'eu-west-2',
        dynamodb: {
          ApproximateCreationDateTime: expect.any(Number),
          Keys: { pk: { S: 'EVENTS#j1' }, sk: { S: '000001' } },
          SequenceNumber: '000000000000000000001',
          SizeBytes: 19,
          StreamViewType: 'KEYS_ONLY',
        },
      },
    ],
  })
})

test('a meter that is brought counts every call, every request to the table and every email', async () => {
  const meter = createMeter({ partitionKey: 'pk', sortKey: 'sk', indexes: [] })
  const { webUrl, calls, quiet } = await start({ meter })
  const { table, ses } = clients()
  await fetch(webUrl)
  const Item = { pk: 'EVENTS#j1', sk: '000001' }
  await table.send(new PutCommand({ TableName: 'quality-mark', Item }))
  await expect.poll(() => called(calls, 'relay').length).toBe(1)
  await ses.send(
    new SendRawEmailCommand({
      Source: 'ccqm@localhost.test',
      Destinations: ['lead@school.test'],
      RawMessage: { Data: Buffer.from('Subject: Hello\r\n\r\nHello') },
    }),
  )
  await quiet()
  const { functions, table: uses, emails } = meter.counts()
  expect(Object.keys(functions).toSorted()).toEqual(['relay', 'show-start'])
  expect(uses).toMatchObject([{ operation: 'PutItem', rows: 'EVENTS', requests: 1, writes: 1 }])
  expect(emails).toBe(1)
})

test('events of one journey come in order and at most ten at once, beside those of others', async () => {
  const held = Promise.withResolvers<void>()
  const relay: Handler = async (event) => {
    if (event.Records[0].dynamodb.Keys.sk.S === '000000') await held.promise
  }
  const { calls } = await start({ override: { relay } })
  const { table } = clients()
  const put = (pk: string, sk: string) =>
    table.send(new PutCommand({ TableName: 'quality-mark', Item: { pk, sk } }))
  for (let i = 0; i < 13; i++) await put('EVENTS#j1', String(i).padStart(6, '0'))
  await put('EVENTS#j2', '000099')
  await expect.poll(() => called(calls, 'relay').length).toBe(2)
  held.resolve()
  await expect.poll(() => called(calls, 'relay').length).toBe(4)
  const batches = called(calls, 'relay')
    .map(({ event }) => event.Records as { dynamodb: { Keys: Record<string, { S: string }> } }[])
    .map((records) => records.map(({ dynamodb }) => Number(dynamodb.Keys.sk?.S)))
  expect(batches).toEqual([[0], [99], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [11, 12]])
})

test('a workflow waits for its token, and goes on when it is given', async () => {
  const { calls } = await start({})
  const { sfn } = clients()
  const { stateMachines = [] } = await sfn.send(new ListStateMachinesCommand())
  expect(stateMachines.map(({ name }) => name)).toEqual(['quality-mark-1'])
  const { executionArn } = await sfn.send(
    new StartExecutionCommand({
      stateMachineArn: `${process.env.STATE_MACHINE_ARN_PREFIX}quality-mark-1`,
      name: 'j1-1',
      input: '{}',
    }),
  )
  await expect.poll(() => called(calls, 'open-step').length).toBe(1)
  const { taskToken } = called(calls, 'open-step')[0]!.event as { taskToken: string }
  await expect
    .poll(() => sfn.send(new SendTaskSuccessCommand({ taskToken, output: '{}' })).then(() => 'sent', String))
    .toBe('sent')
  await expect
    .poll(async () => (await sfn.send(new DescribeExecutionCommand({ executionArn }))).status)
    .toBe('SUCCEEDED')
})

describe('an evidence file', () => {
  const bucket = 'quality-mark-evidence'
  const sources = (calls: Call[]) => called(calls, 'check-file').map(({ event }) => event.source)

  test('goes where the environment says, and its events have been taken when all is quiet', async () => {
    const { calls, quiet, awsUrl, consoleUrl } = await start({})
    const { EVIDENCE_URL = '', AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION } = process.env
    expect([process.env.EVIDENCE_BUCKET, EVIDENCE_URL]).toEqual([bucket, `${awsUrl}/${bucket}`])
    const signer = {
      accessKeyId: AWS_ACCESS_KEY_ID!,
      secretAccessKey: AWS_SECRET_ACCESS_KEY!,
      region: AWS_REGION!,
    }
    const key = 'quarantine/j1/f1'
    const redirect = 'http://127.0.0.1:3000/next'
    const body = browserForm(formFields(signer, { bucket, key, redirect }), 'abc')
    const answer = await fetch(EVIDENCE_URL, { method: 'POST', body, redirect: 'manual' })
    expect(answer.headers.get('location')).toContain(redirect)
    await quiet()
    expect(sources(calls)).toEqual(['aws.s3', 'aws.guardduty'])
    const s3 = new S3Client()
    onTestFinished(() => s3.destroy())
    const { TagSet } = await s3.send(new GetObjectTaggingCommand({ Bucket: bucket, Key: key }))
    expect(TagSet).toEqual([{ Key: 'GuardDutyMalwareScanStatus', Value: 'NO_THREATS_FOUND' }])
    expect(await (await fetch(`${consoleUrl}/evidence`)).text()).toContain(key)
  })

  test('whose event was not taken is told of after a restart', async () => {
    capturedErrors()
    const dataDir = temporaryFolder()
    const refusing: Handler = () => {
      throw new Error('not now')
    }
    const first = await start({ dataDir, override: { 'check-file': refusing } })
    const s3 = new S3Client()
    onTestFinished(() => s3.destroy())
    await s3.send(new PutObjectCommand({ Bucket: bucket, Key: 'quarantine/j1/f1', Body: 'abc' }))
    await expect.poll(() => sources(first.calls)).toEqual(['aws.s3'])
    await first.stop()
    const second = await start({ dataDir })
    await expect.poll(() => sources(second.calls)).toEqual(['aws.s3', 'aws.guardduty'])
  })

  test.each(['Evidence', 'a', 'a/b'])('in a bucket of the name %s is refused at the start', async (name) => {
    vi.stubEnv('EVIDENCE_BUCKET', name)
    onTestFinished(() => void vi.unstubAllEnvs())
    await expect(start({})).rejects.toMatchObject({
      name: 'Refusal',
      message: expect.stringMatching(/^EVIDENCE_BUCKET is ".*": give a name/),
    })
  })
})

test('what was left over is taken up after a restart on the same ports', async () => {
  const lines = capturedErrors()
  const dataDir = temporaryFolder()
  const refusing: Handler = () => {
    throw new Error('not now')
  }
  const first = await start({ dataDir, override: { relay: refusing, 'note-sent': refusing } })
  const { table, ses } = clients()
  await table.send(new PutCommand({ TableName: 'quality-mark', Item: { pk: 'PENDING#0', sk: 'j1#000007' } }))
  await ses.send(
    new SendRawEmailCommand({
      RawMessage: { Data: Buffer.from('Subject: x\r\n\r\ny') },
      Source: 'a@localhost.test',
      Destinations: ['c@d.test'],
      ConfigurationSetName: 'quality-mark',
    }),
  )
  await expect.poll(() => lines.length).toBeGreaterThan(0)
  await first.stop()

  const { calls, ports } = await start({ dataDir, port: first.ports })
  expect(ports).toEqual(first.ports)
  await expect.poll(() => [called(calls, 'relay').length, called(calls, 'note-sent').length]).toEqual([1, 1])
  expect(called(calls, 'relay')[0]?.event).toMatchObject({
    Records: [{ eventName: 'INSERT', dynamodb: { Keys: { pk: { S: 'EVENTS#j1' }, sk: { S: '000007' } } } }],
  })
})

test('the moved time moves the functions and the AWS SDK with it', async () => {
  const dataDir = temporaryFolder()
  writeFileSync(join(dataDir, 'clock.json'), '{"offsetMs": 31536000000}')
  const unmoved = Date.now()
  const now: Handler = () => ({ statusCode: 200, body: String(Date.now()) })
  const { webUrl } = await start({ dataDir, override: { 'show-start': now } })
  const told = Number(await (await fetch(webUrl)).text())
  expect(Math.abs(told - unmoved - 31_536_000_000)).toBeLessThan(5_000)
  const { table } = clients()
  await table.send(new PutCommand({ TableName: 'quality-mark', Item: { pk: 'a', sk: 'b' } }))
})

test('the environment is given back', async () => {
  vi.stubEnv('AWS_PROFILE', 'somebody')
  onTestFinished(() => void vi.unstubAllEnvs())
  const before = { ...process.env }
  const system = await start({})
  expect(process.env.AWS_PROFILE).toBeUndefined()
  expect(process.env.AWS_ENDPOINT_URL_DYNAMODB).toBe(system.awsUrl)
  await system.stop()
  expect({ ...process.env }).toEqual(before)
})

describe('what cannot be started is refused', () => {
  test.each(['web', 'console', 'aws'] as const)('a port in use: %s', async (server) => {
    const taken = await serve(async (_, response) => void response.end())
    const dataDir = temporaryFolder()
    const starting = start({ dataDir, port: { web: 0, console: 0, aws: 0, [server]: taken.port } })
    await expect(starting).rejects.toMatchObject({
      name: 'Refusal',
      message: expect.stringMatching(new RegExp(`^Port ${taken.port} \\(for .*\\) is in use: .*PORT`)),
    })
    await start({ dataDir }) // the refusal has let go of everything
  })

  test('a second process on the same folder', async () => {
    const dataDir = temporaryFolder()
    await start({ dataDir })
    await expect(start({ dataDir })).rejects.toMatchObject({
      name: 'Refusal',
      message: expect.stringMatching(/ is in use by another process: .*DATA_DIR/),
    })
  })
})

describe('npm start', () => {
  async function run(environment: Record<string, string>) {
    const child = spawn('node', ['infra/local/main.ts'], {
      env: { ...process.env, PORT: '0', ...environment },
    })
    const [stderr, code] = await Promise.all([
      text(child.stderr),
      new Promise((resolve) => void child.on('exit', resolve)),
    ])
    return { code, stderr }
  }

  function belowAFile(): string {
    const file = join(temporaryFolder(), 'file')
    writeFileSync(file, '')
    return join(file, 'data')
  }

  test('a PORT that is none is refused in one line', async () => {
    const { code, stderr } = await run({ PORT: 'x', DATA_DIR: temporaryFolder() })
    expect(stderr).toMatch(/^PORT is "x": give a whole number .*\n$/)
    expect(code).toBe(1)
  })

  test('an unwritable data folder is refused in one line', async () => {
    const { code, stderr } = await run({ DATA_DIR: belowAFile() })
    expect(stderr).toMatch(/^The data folder .* cannot be written to \(ENOTDIR\): .*DATA_DIR\.\n$/)
    expect(code).toBe(1)
  })

  test('a port in use is refused in one line', async () => {
    const taken = await serve(async (_, response) => void response.end())
    const { code, stderr } = await run({ PORT: String(taken.port), DATA_DIR: temporaryFolder() })
    expect(stderr).toMatch(new RegExp(`^Port ${taken.port} .* is in use: .*\\n$`))
    expect(code).toBe(1)
  })
})

test.each([
  ['0', 0],
  ['3000', 3000],
  ['65533', 65533],
])('PORT=%s is taken', (given, port) => {
  expect(readPort(given)).toBe(port)
})

test.each(['', 'x', '-1', '1.5', '0x10', ' 3000', '65534'])('PORT=%j is refused', (given) => {
  expect(() => readPort(given)).toThrow(Refusal)
})

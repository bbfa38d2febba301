// The face that the AWS SDK and the AWS CLI see, through the real SDK over a real port.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as sfn from '@aws-sdk/client-sfn'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createStepFunctionsApi } from '../../../infra/local/step-functions/server.ts'
import { journeyDefinition, ROLE } from './journey-definition.ts'
import { oneTask, START, WAITING, workbench } from './workbench.ts'

const bench = workbench()
const woken: string[] = []
const api = createStepFunctionsApi({ engine: bench.engine, wake: (arn) => woken.push(arn) })

let server: Server
let client: sfn.SFNClient

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const target = String(request.headers['x-amz-target'])
    const answer = await api({ target, body: Buffer.concat(chunks).toString() })
    response.writeHead(answer.status, answer.headers).end(answer.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  client = new sfn.SFNClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  })
})

afterAll(() => {
  client.destroy()
  server.close()
})

const create = (name: string, definition: string): Promise<sfn.CreateStateMachineCommandOutput> =>
  client.send(new sfn.CreateStateMachineCommand({ name, definition, roleArn: ROLE }))

const ARN = 'arn:aws:states:eu-west-2:000000000000'

describe('the API', () => {
  test('plays an execution from its creation to its history', async () => {
    const { stateMachineArn, creationDate } = await create('play', JSON.stringify(oneTask(WAITING)))
    expect(stateMachineArn).toBe(`${ARN}:stateMachine:play`)
    expect(creationDate).toEqual(new Date(START))
    bench.clock.at += 250
    const input = '{"a":1}'
    const started = await client.send(new sfn.StartExecutionCommand({ stateMachineArn, name: 'one', input }))
    expect(started).toMatchObject({
      executionArn: `${ARN}:execution:play:one`,
      startDate: new Date(START + 250),
    })
    const { executionArn } = started
    expect(woken).toEqual([executionArn])
    await bench.untilRest()
    const taskToken = String(bench.calls.at(-1)?.payload.token)
    await client.send(new sfn.SendTaskHeartbeatCommand({ taskToken }))
    await client.send(new sfn.SendTaskSuccessCommand({ taskToken, output: '{"b":2}' }))
    await bench.untilRest()
    expect(await client.send(new sfn.DescribeExecutionCommand({ executionArn }))).toMatchObject({
      executionArn,
      stateMachineArn,
      name: 'one',
      status: 'SUCCEEDED',
      input,
      output: '{"b":2}',
      startDate: new Date(START + 250),
      stopDate: new Date(START + 250),
    })
    const history = new sfn.GetExecutionHistoryCommand({ executionArn, maxResults: 3 })
    const first = await client.send(history)
    expect(first.events?.map(({ type }) => type)).toEqual([
      'ExecutionStarted',
      'TaskStateEntered',
      'TaskScheduled',
    ])
    expect(first.events?.[1]).toEqual({
      id: 2,
      previousEventId: 0,
      timestamp: new Date(START + 250),
      type: 'TaskStateEntered',
      stateEnteredEventDetails: { name: 'work', input },
    })
    const pages = sfn.paginateGetExecutionHistory(
      { client, pageSize: 3 },
      { executionArn, reverseOrder: true },
    )
    const ids: unknown[] = []
    for await (const { events } of pages) ids.push(...(events ?? []).map(({ id }) => id))
    expect(ids).toEqual([8, 7, 6, 5, 4, 3, 2, 1])
  })

  test('describes, lists and updates', async () => {
    const { stateMachineArn } = await create('listed', journeyDefinition)
    const described = await client.send(new sfn.DescribeStateMachineCommand({ stateMachineArn }))
    expect(described).toMatchObject({
      stateMachineArn,
      name: 'listed',
      status: 'ACTIVE',
      type: 'STANDARD',
      definition: journeyDefinition,
      roleArn: ROLE,
    })
    const definition = JSON.stringify(oneTask())
    const update = new sfn.UpdateStateMachineCommand({ stateMachineArn, definition })
    expect((await client.send(update)).updateDate).toEqual(new Date(bench.clock.at))

    const names: unknown[] = []
    for await (const { stateMachines } of sfn.paginateListStateMachines({ client, pageSize: 1 }, {})) {
      names.push(...(stateMachines ?? []).map(({ name }) => name))
    }
    expect(names).toEqual(expect.arrayContaining(['listed', 'play']))
    expect(names).toEqual(names.toSorted())

    for (const name of ['a', 'b', 'c']) {
      bench.clock.at += 1_000
      await client.send(new sfn.StartExecutionCommand({ stateMachineArn, name }))
    }
    const executionArn = `${ARN}:execution:listed:b`
    await client.send(new sfn.StopExecutionCommand({ executionArn, error: 'E', cause: 'C' }))
    const listed: unknown[] = []
    const paging = { client, pageSize: 2 }
    for await (const { executions } of sfn.paginateListExecutions(paging, { stateMachineArn })) {
      listed.push(...(executions ?? []).map(({ name, status }) => `${name} ${status}`))
    }
    expect(listed).toEqual(['c RUNNING', 'b ABORTED', 'a RUNNING'])
    const aborted = new sfn.ListExecutionsCommand({ stateMachineArn, statusFilter: 'ABORTED' })
    expect((await client.send(aborted)).executions?.map(({ name }) => name)).toEqual(['b'])
  })

  const execution = `${ARN}:execution:play:nobody`
  const machine = `${ARN}:stateMachine:nobody`
  const play = `${ARN}:stateMachine:play`
  const definition = JSON.stringify(oneTask())
  test.each<[name: string, command: () => Promise<unknown>]>([
    [
      'ExecutionDoesNotExist',
      () => client.send(new sfn.DescribeExecutionCommand({ executionArn: execution })),
    ],
    [
      'ExecutionDoesNotExist',
      () => client.send(new sfn.GetExecutionHistoryCommand({ executionArn: execution })),
    ],
    ['ExecutionDoesNotExist', () => client.send(new sfn.StopExecutionCommand({ executionArn: execution }))],
    [
      'StateMachineDoesNotExist',
      () => client.send(new sfn.DescribeStateMachineCommand({ stateMachineArn: machine })),
    ],
    [
      'StateMachineDoesNotExist',
      () => client.send(new sfn.StartExecutionCommand({ stateMachineArn: machine })),
    ],
    [
      'StateMachineDoesNotExist',
      () => client.send(new sfn.ListExecutionsCommand({ stateMachineArn: machine })),
    ],
    ['InvalidArn', () => client.send(new sfn.DescribeExecutionCommand({ executionArn: 'x' }))],
    ['InvalidArn', () => client.send(new sfn.DescribeExecutionCommand({ executionArn: play }))],
    ['InvalidName', () => create('two words', definition)],
    ['InvalidName', () => create('x'.repeat(81), definition)],
    ['InvalidName', () => client.send(new sfn.StartExecutionCommand({ stateMachineArn: play, name: 'a/b' }))],
    ['InvalidDefinition', () => create('bad', '{}')],
    ['StateMachineAlreadyExists', () => create('play', journeyDefinition)],
    [
      'InvalidExecutionInput',
      () => client.send(new sfn.StartExecutionCommand({ stateMachineArn: play, input: '{' })),
    ],
    [
      'ExecutionAlreadyExists',
      () => client.send(new sfn.StartExecutionCommand({ stateMachineArn: play, name: 'one' })),
    ],
    ['InvalidToken', () => client.send(new sfn.SendTaskSuccessCommand({ taskToken: 'x', output: '{}' }))],
    ['InvalidToken', () => client.send(new sfn.SendTaskFailureCommand({ taskToken: 'x' }))],
    ['TaskTimedOut', () => client.send(new sfn.SendTaskHeartbeatCommand({ taskToken: 'token-1' }))],
    [
      'InvalidToken',
      () => client.send(new sfn.ListExecutionsCommand({ stateMachineArn: play, nextToken: 'x' })),
    ],
    [
      'MissingRequiredParameter',
      () => client.send(new sfn.UpdateStateMachineCommand({ stateMachineArn: play })),
    ],
    [
      'ValidationException',
      () => client.send(new sfn.StopExecutionCommand({ executionArn: execution, error: 'x'.repeat(257) })),
    ],
    ['UnknownOperationException', () => client.send(new sfn.ListActivitiesCommand({}))],
  ])('answers with %s', async (name, command) => {
    const error: unknown = await command().catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(sfn.SFNServiceException)
    expect(error).toMatchObject({ name, $metadata: { httpStatusCode: 400 } })
    const Class = (sfn as unknown as Record<string, (new () => Error) | undefined>)[name]
    if (Class) expect(error).toBeInstanceOf(Class)
  })

  test('answers what is not JSON, and lets a fault of its own be seen', async () => {
    const answer = await api({ target: 'AWSStepFunctions.ListExecutions', body: '{' })
    expect(answer.status).toBe(400)
    expect(JSON.parse(answer.body)).toMatchObject({
      __type: 'com.amazon.coral.service#SerializationException',
    })
    const broken = { ...bench.engine, listStateMachines: () => expect.fail('broken') }
    const faulty = createStepFunctionsApi({ engine: broken, wake: () => {} })
    await expect(faulty({ target: 'AWSStepFunctions.ListStateMachines', body: '{}' })).rejects.toThrow(
      'broken',
    )
  })
})

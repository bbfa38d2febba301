// What we rely on of Step Functions' executions: begun once by name, stopped, and true to the definition they began with.
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  InvalidArn,
  SendTaskSuccessCommand,
  StartExecutionCommand,
  StateMachineDoesNotExist,
  StopExecutionCommand,
  TaskTimedOut,
  UpdateStateMachineCommand,
} from '@aws-sdk/client-sfn'
import { expect, test } from 'vitest'
import { contractMachines, machine, payloads, statesOf, task, waitingTask } from './contract-machines.ts'
import { contract } from './endpoint.ts'

contract('SFN', ['CONTRACTS_ROLE_ARN', 'CONTRACTS_FUNCTION_ARN'], (place) => {
  const machines = contractMachines(place)
  const functionArn = place.given('CONTRACTS_FUNCTION_ARN')
  const waits = machine('wait', { wait: waitingTask(functionArn, { End: true }) })
  const succeed = (taskToken: string, output = '{}') =>
    machines.client().send(new SendTaskSuccessCommand({ taskToken, output }))

  test('a start of the same name and input is the same execution while it runs; anything else ExecutionAlreadyExists', async () => {
    const stateMachineArn = await machines.create(waits)
    const name = place.newName()
    const start = (journey: string) =>
      machines
        .client()
        .send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify({ journey }) }))
    const executionArn = await machines.start(stateMachineArn, { journey: 'a' }, name)
    const { startDate } = await place.until(() => machines.describe(executionArn))
    expect(await start('a')).toMatchObject({ executionArn, startDate })
    await expect(start('b')).rejects.toBeInstanceOf(ExecutionAlreadyExists)
    await succeed((await machines.waiting(executionArn, 1)).taskToken)
    await machines.ended(executionArn)
    await expect(start('a')).rejects.toBeInstanceOf(ExecutionAlreadyExists)
    expect(
      (await machines.history(executionArn)).filter(({ type }) => type === 'ExecutionStarted'),
    ).toHaveLength(1)
  })

  test('the ARN of an execution is that of its machine with its name', async () => {
    const stateMachineArn = await machines.create(waits)
    const name = place.newName()
    const executionArn = await machines.start(stateMachineArn, undefined, name)
    expect(executionArn).toBe(`${stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`)
  })

  test('what does not exist is ExecutionDoesNotExist and StateMachineDoesNotExist; what is no ARN is InvalidArn', async () => {
    const stateMachineArn = await machines.create(waits)
    const executionArn = `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${place.newName()}`
    const describe = (arn: string) =>
      machines.client().send(new DescribeExecutionCommand({ executionArn: arn }))
    await expect(describe(executionArn)).rejects.toBeInstanceOf(ExecutionDoesNotExist)
    await expect(describe('none')).rejects.toBeInstanceOf(InvalidArn)
    const stop = machines.client().send(new StopExecutionCommand({ executionArn }))
    await expect(stop).rejects.toBeInstanceOf(ExecutionDoesNotExist)
    const nobody = machines.start(`${stateMachineArn}-none`)
    await expect(nobody).rejects.toBeInstanceOf(StateMachineDoesNotExist)
  })

  test('a stopped execution is ABORTED and its token is over; to stop what has ended is no error and changes nothing', async () => {
    const executionArn = await machines.start(await machines.create(waits))
    const { taskToken } = await machines.waiting(executionArn, 1)
    const stop = (arn: string) =>
      machines.client().send(new StopExecutionCommand({ executionArn: arn, error: 'Superseded', cause: 'c' }))
    await stop(executionArn)
    expect(await machines.ended(executionArn)).toMatchObject({
      status: 'ABORTED',
      error: 'Superseded',
      cause: 'c',
    })
    await expect(succeed(taskToken)).rejects.toBeInstanceOf(TaskTimedOut)
    const { stopDate } = await machines.describe(executionArn)
    await stop(executionArn)
    expect(await machines.describe(executionArn)).toMatchObject({ status: 'ABORTED', stopDate })
    expect((await machines.history(executionArn)).at(-1)).toMatchObject({ type: 'ExecutionAborted' })

    const other = await machines.start(await machines.create(waits))
    await succeed((await machines.waiting(other, 1)).taskToken, '{"done":true}')
    await machines.ended(other)
    await stop(other)
    expect(await machines.describe(other)).toMatchObject({ status: 'SUCCEEDED', output: '{"done":true}' })
  })

  test('a running execution keeps the definition that it began with after its machine was updated', async () => {
    const ending = (end: object) => machine('wait', { wait: waitingTask(functionArn, { Next: 'end' }), end })
    const stateMachineArn = await machines.create(ending({ Type: 'Succeed' }))
    const before = await machines.start(stateMachineArn)
    const { taskToken } = await machines.waiting(before, 1)
    const definition = JSON.stringify(ending({ Type: 'Fail', Error: 'Newer', Cause: 'the update' }))
    await machines.client().send(new UpdateStateMachineCommand({ stateMachineArn, definition }))
    await succeed(taskToken)
    expect(await machines.ended(before)).toMatchObject({ status: 'SUCCEEDED' })
    // On AWS a start within seconds of an update can still have the older definition.
    await place.until(async () => {
      const after = await machines.start(stateMachineArn)
      await succeed((await machines.waiting(after, 1)).taskToken)
      expect(await machines.ended(after)).toMatchObject({
        status: 'FAILED',
        error: 'Newer',
        cause: 'the update',
      })
    })
  })

  test('a definition that leads nowhere is refused when the machine is created', async () => {
    const { client } = machines
    const create = new CreateStateMachineCommand({
      name: place.newName(),
      definition: JSON.stringify(machine('wait', { wait: waitingTask(functionArn, { Next: 'nowhere' }) })),
      roleArn: place.given('CONTRACTS_ROLE_ARN'),
    })
    await expect(client().send(create)).rejects.toMatchObject({ name: 'InvalidDefinition' })
  })

  test('the history of a wait has its events in order, numbered from 1, and pages through', async () => {
    const executionArn = await machines.start(await machines.create(waits))
    await succeed((await machines.waiting(executionArn, 1)).taskToken, '{"a":1}')
    await machines.ended(executionArn)
    const events = await place.until(async () => {
      const all = await machines.history(executionArn)
      expect(all.at(-1)?.type).toBe('ExecutionSucceeded')
      return all
    })
    expect(events.map(({ id, type }) => `${id} ${type}`)).toEqual([
      '1 ExecutionStarted',
      '2 TaskStateEntered',
      '3 TaskScheduled',
      '4 TaskStarted',
      '5 TaskSubmitted',
      '6 TaskSucceeded',
      '7 TaskStateExited',
      '8 ExecutionSucceeded',
    ])
    expect(events[0]?.executionStartedEventDetails).toMatchObject({ input: '{"journey":"j"}' })
    expect(statesOf(events)).toEqual(['wait'])
    expect(payloads(events)).toMatchObject([{ journey: 'j', retryCount: 0 }])
    expect(events[7]?.executionSucceededEventDetails).toMatchObject({ output: '{"a":1}' })
    expect(await machines.describe(executionArn)).toMatchObject({ status: 'SUCCEEDED', output: '{"a":1}' })
  })

  test('a task without a token ends with what its function returned, beside Lambda’s own words', async () => {
    const executionArn = await machines.start(
      await machines.create(machine('award', { award: task(functionArn, { End: true }) })),
      { journey: 'j' },
    )
    const { status, output = '' } = await machines.ended(executionArn)
    expect(status).toBe('SUCCEEDED')
    expect(JSON.parse(output)).toMatchObject({ StatusCode: 200, Payload: { journey: 'j', retryCount: 0 } })
  })
})

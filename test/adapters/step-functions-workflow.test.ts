// Executions: what is sent to Step Functions, and which of its errors mean that there is nothing left to do.
import {
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  ExecutionLimitExceeded,
  InvalidArn,
  InvalidExecutionInput,
  InvalidName,
  InvalidOutput,
  InvalidToken,
  SendTaskFailureCommand,
  SendTaskSuccessCommand,
  SFNClient,
  SFNServiceException,
  StartExecutionCommand,
  StateMachineDoesNotExist,
  StopExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { stepFunctionsWorkflow } from '../../functions/adapters/step-functions-workflow.ts'

vi.stubEnv('STATE_MACHINE_ARN_PREFIX', 'arn:aws:states:eu-west-2:000000000000:stateMachine:')
vi.stubEnv('AWS_REGION', 'eu-west-2')
const sfn = mockClient(SFNClient)
const workflow = stepFunctionsWorkflow()
beforeEach(() => {
  sfn.reset()
  sfn.resolves({})
})

const input = { journey: 'h3k9w2m7x5p4t8q1', round: 1, executionSeq: 2, resumeAt: 'validation' }
const calls = {
  start: () => workflow.start('b6700b0efe', input),
  stop: () => workflow.stop('b6700b0efe', input.journey, 1),
  succeed: () => workflow.succeed('a-token'),
  reopen: () => workflow.reopen('a-token', 'registration'),
}
type Call = keyof typeof calls

describe('what is sent', () => {
  const sent = async (call: Call) => {
    await calls[call]()
    expect(sfn.calls()).toHaveLength(1)
    const [command] = sfn.calls()[0]!.args
    return [command.constructor, command.input]
  }

  it('starts an execution by its name, on the machine of its definition', async () => {
    expect(await sent('start')).toEqual([
      StartExecutionCommand,
      {
        stateMachineArn: 'arn:aws:states:eu-west-2:000000000000:stateMachine:quality-mark-b6700b0efe',
        name: 'h3k9w2m7x5p4t8q1-2',
        input: '{"journey":"h3k9w2m7x5p4t8q1","round":1,"executionSeq":2,"resumeAt":"validation"}',
      },
    ])
  })

  it('stops one by its ARN', async () => {
    const executionArn =
      'arn:aws:states:eu-west-2:000000000000:execution:quality-mark-b6700b0efe:h3k9w2m7x5p4t8q1-1'
    expect(await sent('stop')).toEqual([StopExecutionCommand, { executionArn }])
  })

  it('ends a wait well, or with where to go', async () => {
    expect(await sent('succeed')).toEqual([SendTaskSuccessCommand, { taskToken: 'a-token', output: '{}' }])
    sfn.resetHistory()
    expect(await sent('reopen')).toEqual([
      SendTaskFailureCommand,
      { taskToken: 'a-token', error: 'Reopened', cause: '{"resumeAt":"registration"}' },
    ])
  })
})

const details = { message: 'x', $metadata: {} }
const errors = [
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  ExecutionLimitExceeded,
  InvalidArn,
  InvalidExecutionInput,
  InvalidName,
  InvalidOutput,
  InvalidToken,
  StateMachineDoesNotExist,
  TaskDoesNotExist,
  TaskTimedOut,
].map((Kind) => new Kind(details))
const expected: Record<Call, string[]> = {
  start: ['ExecutionAlreadyExists'],
  stop: ['ExecutionDoesNotExist'],
  succeed: ['InvalidToken', 'TaskDoesNotExist', 'TaskTimedOut'],
  reopen: ['InvalidToken', 'TaskDoesNotExist', 'TaskTimedOut'],
}
const unmodelled = [
  new SFNServiceException({ name: 'ThrottlingException', $fault: 'client', ...details }),
  new SFNServiceException({ name: 'TaskTimedOut', $fault: 'client', ...details }),
  new Error('socket hang up'),
]

describe.each(Object.keys(calls) as Call[])('%s', (call) => {
  it.each(errors.map((error): [string, Error] => [error.name, error]))('meets %s', async (name, error) => {
    sfn.rejects(error)
    if (expected[call].includes(name)) await expect(calls[call]()).resolves.toBeUndefined()
    else await expect(calls[call]()).rejects.toBe(error)
  })

  it('throws what it does not know', async () => {
    for (const error of unmodelled) {
      sfn.rejects(error)
      await expect(calls[call]()).rejects.toBe(error)
    }
  })
})

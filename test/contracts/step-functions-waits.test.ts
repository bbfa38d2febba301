// What we rely on of waits in Step Functions: tokens, retries, errors by their names, and a whole round of our own machine.
import {
  InvalidToken,
  SendTaskFailureCommand,
  SendTaskSuccessCommand,
  TaskTimedOut,
} from '@aws-sdk/client-sfn'
import { expect, test } from 'vitest'
import { journey } from '../../workflows/journey.ts'
import { waitsOf } from '../../workflows/model.ts'
import { placeholders, stateMachine } from '../../workflows/state-machine.ts'
import { capturedErrors } from '../infra/local/support.ts'
import { contractMachines, machine, payloads, statesOf, task, waitingTask } from './contract-machines.ts'
import { contract } from './endpoint.ts'

contract('SFN', ['CONTRACTS_ROLE_ARN', 'CONTRACTS_FUNCTION_ARN'], (place) => {
  const machines = contractMachines(place)
  const functionArn = place.given('CONTRACTS_FUNCTION_ARN')
  const succeed = (taskToken: string) =>
    machines.client().send(new SendTaskSuccessCommand({ taskToken, output: '{}' }))
  const reopen = (taskToken: string, resumeAt: string) =>
    machines.client().send(
      new SendTaskFailureCommand({
        taskToken,
        error: 'Reopened',
        cause: JSON.stringify({ resumeAt }),
      }),
    )
  /** Our own definition, with the contracts' function in the place of its functions. */
  const ours = () =>
    Object.values(placeholders).reduce(
      (text, placeholder) => text.replaceAll(`\${${placeholder}}`, functionArn),
      JSON.stringify(stateMachine(journey)),
    )
  const waits = waitsOf(journey).map(({ id }) => id)
  const startAt = async (resumeAt: string) =>
    machines.start(await machines.create(ours()), { journey: 'j', round: 1, executionSeq: 1, resumeAt })

  test('a smooth round of our own machine is 12 states, each wait with a token of its own of at most 2048 characters', async () => {
    const executionArn = await startAt(waits[0]!)
    const tokens = new Set<string>()
    for (const at of waits.keys()) {
      const { taskToken } = await machines.waiting(executionArn, at + 1)
      tokens.add(taskToken)
      await succeed(taskToken)
    }
    expect((await machines.ended(executionArn)).status).toBe('SUCCEEDED')
    const events = await machines.history(executionArn)
    expect(statesOf(events)).toEqual(['resume', ...waits, 'issue-award'])
    expect(statesOf(events)).toHaveLength(12)
    expect(tokens.size).toBe(waits.length)
    for (const token of tokens) expect(token.length).toBeLessThanOrEqual(2048)
    expect(payloads(events)[1]).toEqual({
      taskToken: expect.any(String),
      journey: 'j',
      executionSeq: 1,
      wait: waits[1],
      enteredAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      retryCount: 0,
    })
  })

  test('a failure named Reopened sends it where the cause says, by $parse; the wait is entered later, with a new token', async () => {
    const executionArn = await startAt(waits[2]!)
    const first = await machines.waiting(executionArn, 1)
    await reopen(first.taskToken, waits[2]!)
    const again = await machines.waiting(executionArn, 2)
    expect(again.taskToken).not.toBe(first.taskToken)
    expect(again.retryCount).toBe(0)
    expect(again.enteredAt > first.enteredAt, `${again.enteredAt} after ${first.enteredAt}`).toBe(true)
    await reopen(again.taskToken, 'issue-award')
    expect((await machines.ended(executionArn)).status).toBe('SUCCEEDED')
    const states = statesOf(await machines.history(executionArn))
    expect(states).toEqual(['resume', waits[2], 'resume', waits[2], 'resume', 'issue-award'])
  })

  test('a choice that nothing matches takes its default', async () => {
    expect(await machines.ended(await startAt('nowhere'))).toMatchObject({
      status: 'FAILED',
      error: 'UnknownStep',
      cause: 'resumeAt names no state of this definition',
    })
  })

  test('a token that was answered is TaskTimedOut, also for a failure; one that never was is InvalidToken', async () => {
    const executionArn = await startAt(waits[0]!)
    const { taskToken } = await machines.waiting(executionArn, 1)
    await succeed(taskToken)
    await machines.waiting(executionArn, 2)
    await expect(succeed(taskToken)).rejects.toBeInstanceOf(TaskTimedOut)
    await expect(reopen(taskToken, 'validation')).rejects.toBeInstanceOf(TaskTimedOut)
    await expect(succeed('nonsense')).rejects.toBeInstanceOf(InvalidToken)
    await expect(reopen('nonsense', 'validation')).rejects.toBeInstanceOf(InvalidToken)
    await expect(succeed('x'.repeat(2048))).rejects.toBeInstanceOf(InvalidToken)
    expect(statesOf(await machines.history(executionArn))).toEqual(['resume', waits[0], waits[1]])
  })

  test('of two answers at once to one token one is taken', async () => {
    const executionArn = await startAt(waits[0]!)
    const { taskToken } = await machines.waiting(executionArn, 1)
    const answers = await Promise.allSettled([succeed(taskToken), succeed(taskToken), succeed(taskToken)])
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const answer of answers) {
      if (answer.status === 'rejected') expect(answer.reason).toBeInstanceOf(TaskTimedOut)
    }
    await machines.waiting(executionArn, 2)
    expect(statesOf(await machines.history(executionArn))).toEqual(['resume', waits[0], waits[1]])
  })

  /** The function fails as long as it has been tried fewer than this many times. */
  const flaky = (times: number) => `{% $states.context.State.RetryCount < ${times} ? 'Flaky' : '' %}`
  const retry = (more: object = {}) => ({
    Retry: [
      { ErrorEquals: ['Superseded'], MaxAttempts: 0 },
      { ErrorEquals: ['States.ALL'], IntervalSeconds: 1, MaxAttempts: 2, BackoffRate: 1, ...more },
    ],
  })

  test('a wait whose function failed is tried again with a RetryCount that rises, and a new token; the old one is over', async () => {
    capturedErrors()
    const definition = machine('wait', {
      wait: waitingTask(functionArn, { ...retry({ JitterStrategy: 'FULL' }), End: true }, flaky(1)),
    })
    const executionArn = await machines.start(await machines.create(definition))
    const second = await machines.waiting(executionArn, 1)
    const events = await machines.history(executionArn)
    const [first] = payloads(events)
    expect([first?.retryCount, second.retryCount]).toEqual([0, 1])
    // What orders our tokens: the moment of entry first, then the retries.
    expect(second.enteredAt >= first!.enteredAt).toBe(true)
    expect(statesOf(events)).toEqual(['wait'])
    await expect(succeed(first!.taskToken)).rejects.toBeInstanceOf(TaskTimedOut)
    await succeed(second.taskToken)
    expect((await machines.ended(executionArn)).status).toBe('SUCCEEDED')
  })

  test('what fails once more than it may be tried fails the execution, with the name of the error', async () => {
    capturedErrors()
    const definition = machine('award', {
      award: task(functionArn, { ...retry({ MaxAttempts: 1 }), End: true }, flaky(3)),
    })
    const executionArn = await machines.start(await machines.create(definition))
    const { status, error, cause = '' } = await machines.ended(executionArn)
    expect([status, error]).toEqual(['FAILED', 'Flaky'])
    expect(JSON.parse(cause)).toMatchObject({ errorType: 'Flaky', errorMessage: 'This was asked for' })
    expect(payloads(await machines.history(executionArn)).map(({ retryCount }) => retryCount)).toEqual([0, 1])
  })

  test('an error that the function threw is caught by its name, and is not tried again where the first retrier says so', async () => {
    const catching = {
      Catch: [
        { ErrorEquals: ['Other'], Next: 'other' },
        {
          ErrorEquals: ['Superseded'],
          Output: { was: '{% $states.errorOutput.Error %}' },
          Next: 'superseded',
        },
      ],
    }
    const definition = machine('wait', {
      wait: waitingTask(functionArn, { ...retry(), ...catching, End: true }, 'Superseded'),
      superseded: { Type: 'Succeed' },
      other: { Type: 'Fail', Error: 'Wrong', Cause: 'the wrong catcher' },
    })
    const executionArn = await machines.start(await machines.create(definition))
    expect(await machines.ended(executionArn)).toMatchObject({
      status: 'SUCCEEDED',
      output: '{"was":"Superseded"}',
    })
    expect(payloads(await machines.history(executionArn))).toHaveLength(1)
  })
})

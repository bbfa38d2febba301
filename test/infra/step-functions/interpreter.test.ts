// What states, retries, catches and limits mean: AWS's semantics, one row each.
import { describe, expect, test } from 'vitest'
import { matches, retryDelay } from '../../../infra/local/step-functions/error-matching.ts'
import { breaks, historyOf, oneTask, START, typesOf, WAITING, workbench, works } from './workbench.ts'

const choice = (rules: object[], more: object = {}): object => ({
  QueryLanguage: 'JSONata',
  StartAt: 'choose',
  States: {
    choose: { Type: 'Choice', Choices: rules, Default: 'other', ...more },
    one: { Type: 'Succeed' },
    other: { Type: 'Succeed', Output: { other: '{% $states.input %}' } },
  },
})

describe('Choice, Succeed and Fail', () => {
  const isOne = { Condition: '{% $states.input.n = 1 %}', Next: 'one' }
  const isText = { Condition: '{% $states.input.n %}', Next: 'one' }
  test.each<[what: string, definition: object, input: unknown, ended: object]>([
    ['the first rule that is true', choice([isOne]), { n: 1 }, { status: 'SUCCEEDED', output: '{"n":1}' }],
    [
      'the rule with its own output',
      choice([{ ...isOne, Output: 7 }], { Output: 8 }),
      { n: 1 },
      { output: '7' },
    ],
    ['the default', choice([isOne]), { n: 2 }, { output: '{"other":{"n":2}}' }],
    [
      'the default with the output of the state',
      choice([isOne], { Output: 8 }),
      {},
      { output: '{"other":8}' },
    ],
    [
      'a condition that is no boolean',
      choice([isText]),
      { n: 'yes' },
      { status: 'FAILED', error: 'States.QueryEvaluationError' },
    ],
    [
      'a condition that is undefined',
      choice([isText]),
      {},
      {
        status: 'FAILED',
        error: 'States.QueryEvaluationError',
        cause:
          "An error occurred while executing the state 'choose' (entered at the event id #2). The JSONata expression '$states.input.n' specified for the field 'Choices[0]/Condition' returned nothing (undefined).",
      },
    ],
  ])('%s', async (_, definition, input, ended) => {
    const { engine, play } = workbench()
    expect(engine.describeExecution({ executionArn: await play(definition, input) })).toMatchObject(ended)
  })

  test('a Fail gives its error and its evaluated cause', async () => {
    const { engine, play } = workbench()
    const state = { Type: 'Fail', Error: 'Lost', Cause: '{% $states.input.why %}' }
    const definition = { QueryLanguage: 'JSONata', StartAt: 'f', States: { f: state } }
    const executionArn = await play(definition, { why: 'gone' })
    expect(engine.describeExecution({ executionArn })).toMatchObject({
      status: 'FAILED',
      error: 'Lost',
      cause: 'gone',
    })
    expect(typesOf(engine, executionArn)).toEqual(['ExecutionStarted', 'FailStateEntered', 'ExecutionFailed'])
  })
})

describe('a task', () => {
  test('gives what the optimised integration gives, and its history is that of AWS', async () => {
    const { engine, play, answers } = workbench()
    answers.push(works({ a: 1 }))
    const executionArn = await play(oneTask(), { x: 1 })
    const output = '{"ExecutedVersion":"$LATEST","Payload":{"a":1},"StatusCode":200}'
    expect(engine.describeExecution({ executionArn })).toMatchObject({ status: 'SUCCEEDED', output })
    const lambda = { resourceType: 'lambda', resource: 'invoke' }
    const parameters = '{"FunctionName":"work","Payload":{"retry":0}}'
    expect(historyOf(engine, executionArn).map(({ timestamp, ...event }) => event)).toEqual([
      {
        id: 1,
        previousEventId: 0,
        type: 'ExecutionStarted',
        executionStartedEventDetails: { input: '{"x":1}', roleArn: 'arn:aws:iam::000000000000:role/journey' },
      },
      {
        id: 2,
        previousEventId: 0,
        type: 'TaskStateEntered',
        stateEnteredEventDetails: { name: 'work', input: '{"x":1}' },
      },
      {
        id: 3,
        previousEventId: 2,
        type: 'TaskScheduled',
        taskScheduledEventDetails: { ...lambda, region: 'eu-west-2', parameters },
      },
      { id: 4, previousEventId: 3, type: 'TaskStarted', taskStartedEventDetails: lambda },
      { id: 5, previousEventId: 4, type: 'TaskSucceeded', taskSucceededEventDetails: { ...lambda, output } },
      {
        id: 6,
        previousEventId: 5,
        type: 'TaskStateExited',
        stateExitedEventDetails: { name: 'work', output },
      },
      { id: 7, previousEventId: 6, type: 'ExecutionSucceeded', executionSucceededEventDetails: { output } },
    ])
  })

  test('sees the context object, and its output sees input and result', async () => {
    const { engine, play, answers, calls } = workbench()
    answers.push(works(5))
    const executionArn = await play(
      oneTask({
        Arguments: { FunctionName: '{% $states.input.f %}', Payload: '{% $states.context %}' },
        Output: { f: '{% $states.input.f %}', five: '{% $states.result.Payload %}' },
      }),
      { f: 'fn' },
    )
    expect(engine.describeExecution({ executionArn }).output).toBe('{"f":"fn","five":5}')
    const at = new Date(START).toISOString()
    expect(calls).toEqual([
      {
        functionArn: 'fn',
        payload: {
          Execution: {
            Id: executionArn,
            Input: { f: 'fn' },
            Name: 'e1',
            RoleArn: 'arn:aws:iam::000000000000:role/journey',
            StartTime: at,
            RedriveCount: 0,
          },
          State: { EnteredTime: at, Name: 'work', RetryCount: 0 },
          StateMachine: {
            Id: 'arn:aws:states:eu-west-2:000000000000:stateMachine:machine-0',
            Name: 'machine-0',
          },
        },
      },
    ])
  })

  test('that fails ends the execution with the error and the trace of the function', async () => {
    const { engine, play, answers } = workbench()
    answers.push(breaks('TypeError', 'x is not a function'))
    const executionArn = await play(oneTask())
    const cause = '{"errorType":"TypeError","errorMessage":"x is not a function","trace":["at work"]}'
    expect(engine.describeExecution({ executionArn })).toMatchObject({
      status: 'FAILED',
      error: 'TypeError',
      cause,
    })
    expect(typesOf(engine, executionArn).slice(-2)).toEqual(['TaskFailed', 'ExecutionFailed'])
  })

  test('is caught when its own expressions fail', async () => {
    const { engine, play, calls } = workbench()
    const Catch = [
      {
        ErrorEquals: ['States.QueryEvaluationError'],
        Next: 'end',
        Output: '{% $states.errorOutput.Error %}',
      },
    ]
    const end = { end: { Type: 'Succeed' } }
    const Arguments = { FunctionName: 'work', Payload: '{% $states.input.missing %}' }
    const before = await play(oneTask({ Arguments, Catch }, end))
    expect(calls).toEqual([])
    const after = await play(oneTask({ Output: '{% $states.result.missing %}', Catch }, end))
    for (const executionArn of [before, after]) {
      expect(engine.describeExecution({ executionArn }).output).toBe('"States.QueryEvaluationError"')
      expect(typesOf(engine, executionArn)).toContain('EvaluationFailed')
    }
  })

  test('without an Output in its catcher hands on the error', async () => {
    const { engine, play, answers } = workbench()
    answers.push(breaks('A'))
    const Catch = [{ ErrorEquals: ['States.TaskFailed'], Next: 'end' }]
    const executionArn = await play(oneTask({ Catch }, { end: { Type: 'Succeed' } }))
    const { output = '' } = engine.describeExecution({ executionArn })
    expect(JSON.parse(output)).toMatchObject({ Error: 'A', Cause: expect.stringContaining('it broke') })
  })

  test('whose catcher fails fails the execution', async () => {
    const { engine, play, answers } = workbench()
    answers.push(breaks('A'))
    const Catch = [{ ErrorEquals: ['States.ALL'], Next: 'end', Output: '{% $parse("x") %}' }]
    const executionArn = await play(oneTask({ Catch }, { end: { Type: 'Succeed' } }))
    expect(engine.describeExecution({ executionArn })).toMatchObject({
      status: 'FAILED',
      error: 'States.QueryEvaluationError',
      cause: expect.stringContaining("field 'Catch[0]/Output'"),
    })
  })
})

describe('retries', () => {
  test('come before Catch, wait with backoff up to a limit, and count', async () => {
    const { engine, play, answers, calls, untilRest, clock } = workbench()
    answers.push(...Array(5).fill(breaks('A')))
    const at: number[] = []
    const Retry = [
      { ErrorEquals: ['A'], IntervalSeconds: 2, BackoffRate: 3, MaxAttempts: 4, MaxDelaySeconds: 20 },
    ]
    const Catch = [{ ErrorEquals: ['A'], Next: 'end', Output: 'caught' }]
    answers.forEach((_, i) => {
      answers[i] = () => {
        at.push(clock.at - START)
        return breaks('A')
      }
    })
    const executionArn = await play(oneTask({ Retry, Catch }, { end: { Type: 'Succeed' } }))
    await untilRest()
    expect(engine.describeExecution({ executionArn }).output).toBe('"caught"')
    expect(calls.map(({ payload }) => payload.retry)).toEqual([0, 1, 2, 3, 4])
    expect(at).toEqual([0, 2_000, 8_000, 26_000, 46_000])
  })

  test('count for each retrier, and a retrier that is used up does not hand on to the next', async () => {
    const { engine, play, answers, calls, untilRest } = workbench()
    answers.push(breaks('A'), breaks('B'), breaks('A'), works())
    const Retry = [
      { ErrorEquals: ['A'], MaxAttempts: 1 },
      { ErrorEquals: ['States.ALL'], MaxAttempts: 9 },
    ]
    const executionArn = await play(oneTask({ Retry }))
    await untilRest()
    expect(calls).toHaveLength(3)
    expect(engine.describeExecution({ executionArn })).toMatchObject({ status: 'FAILED', error: 'A' })
  })

  test.each([
    [{ ErrorEquals: ['A'], MaxAttempts: 0 }, 1],
    [{ ErrorEquals: ['A'] }, 4],
    [{ ErrorEquals: ['B'] }, 1],
  ])('%j calls %i times', async (retrier, times) => {
    const { play, answers, calls, untilRest } = workbench()
    answers.push(...Array(9).fill(breaks('A')))
    await play(oneTask({ Retry: [retrier] }))
    await untilRest()
    expect(calls).toHaveLength(times)
  })

  test('keep EnteredTime and mint a new token; the next entry begins anew', async () => {
    const { engine, play, answers, calls, untilRest, clock } = workbench()
    answers.push(breaks('A'))
    const Retry = [{ ErrorEquals: ['A'], IntervalSeconds: 3 }]
    const Catch = [{ ErrorEquals: ['Again'], Next: 'work' }]
    await play(oneTask({ ...WAITING, Retry, Catch }))
    await untilRest()
    clock.at = START + 60_000
    engine.sendTaskFailure({ taskToken: 'token-2', error: 'Again' })
    await untilRest()
    const [entered, later] = [START, START + 60_000].map((at) => new Date(at).toISOString())
    expect(calls.map(({ payload }) => payload)).toEqual([
      { token: 'token-1', retry: 0, entered },
      { token: 'token-2', retry: 1, entered },
      { token: 'token-3', retry: 0, entered: later },
    ])
  })

  test.each([
    [{}, 0, 0.5, 1_000],
    [{}, 3, 0.5, 8_000],
    [{ IntervalSeconds: 2, BackoffRate: 1 }, 5, 0.5, 2_000],
    [{ IntervalSeconds: 2, MaxDelaySeconds: 300 }, 20, 0.5, 300_000],
    [{ IntervalSeconds: 2, MaxDelaySeconds: 300, JitterStrategy: 'FULL' as const }, 20, 0.25, 75_000],
    [{ IntervalSeconds: 2, JitterStrategy: 'FULL' as const }, 1, 0, 0],
    [{ IntervalSeconds: 2, JitterStrategy: 'NONE' as const }, 1, 0, 4_000],
  ])('%j after %i at chance %d waits %i ms', (retrier, earlier, chance, delay) => {
    expect(retryDelay({ ErrorEquals: ['A'], ...retrier }, earlier, () => chance)).toBe(delay)
  })
})

test.each([
  ['A', 'A', true],
  ['A', 'B', false],
  ['States.ALL', 'A', true],
  ['States.ALL', 'States.Timeout', true],
  ['States.ALL', 'States.QueryEvaluationError', true],
  ['States.ALL', 'States.DataLimitExceeded', false],
  ['States.ALL', 'States.Runtime', false],
  ['States.TaskFailed', 'A', true],
  ['States.TaskFailed', 'States.Timeout', false],
  ['States.TaskFailed', 'States.HeartbeatTimeout', false],
  ['States.TaskFailed', 'States.DataLimitExceeded', false],
  ['States.TaskFailed', 'States.Runtime', false],
  ['States.Timeout', 'States.HeartbeatTimeout', true],
  ['States.HeartbeatTimeout', 'States.Timeout', false],
  ['States.DataLimitExceeded', 'States.DataLimitExceeded', true],
  ['States.Runtime', 'States.Runtime', false],
])('%s takes %s: %s', (name, error, taken) => {
  expect(matches([name], error)).toBe(taken)
})

describe('limits', () => {
  const big = 'x'.repeat(262_144)

  test.each<[what: string, task: object]>([
    ['what a task is given', { Arguments: { FunctionName: 'f', Payload: '{% $pad("", 262144, "x") %}' } }],
    ['what a task gives back', {}],
    ['what a state puts out', { Output: '{% $pad("", 262144, "x") %}' }],
  ])('%s above 256 KiB is States.DataLimitExceeded, which States.ALL does not catch', async (what, task) => {
    const { engine, play, answers } = workbench()
    if (what === 'what a task gives back') answers.push(works(big))
    const Catch = [{ ErrorEquals: ['States.ALL'], Next: 'end' }]
    const executionArn = await play(oneTask({ ...task, Catch }, { end: { Type: 'Succeed' } }))
    expect(engine.describeExecution({ executionArn })).toMatchObject({
      status: 'FAILED',
      error: 'States.DataLimitExceeded',
    })
  })

  test('the 25,000th event ends an execution', async () => {
    const { engine, store, play } = workbench()
    const loop = {
      QueryLanguage: 'JSONata',
      StartAt: 'loop',
      States: {
        loop: {
          Type: 'Choice',
          Choices: [{ Condition: '{% $states.input.stop = 1 %}', Next: 'end' }],
          Default: 'loop',
        },
        end: { Type: 'Succeed' },
      },
    }
    const executionArn = await play(loop)
    expect(engine.describeExecution({ executionArn })).toMatchObject({
      status: 'FAILED',
      cause: 'The execution reached the maximum number of history events (25000).',
    })
    const events = store.history({ executionArn, reverse: false, limit: 30_000 })
    expect(events.map(({ id }) => id)).toEqual(Array.from({ length: 25_000 }, (_, i) => i + 1))
    expect(events.at(-1)?.type).toBe('ExecutionFailed')
    expect(store.execution(executionArn)).not.toHaveProperty('frame')
  })
})

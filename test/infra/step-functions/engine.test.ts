// The commands, and what holds between them: tokens, names, timeouts, and advances that meet.
import { describe, expect, test } from 'vitest'
import type { FunctionOutcome } from '../../../infra/local/step-functions/stimulus.ts'
import { journeyDefinition, ROLE } from './journey-definition.ts'
import { breaks, oneTask, START, typesOf, WAITING, workbench, works } from './workbench.ts'

const named = (name: string): object => expect.objectContaining({ name })

describe('the journey', () => {
  const input = { resumeAt: 'validation', journey: 'j1', executionSeq: 3 }

  test('hands each wait its token, goes back on Reopened and on to the award', async () => {
    const { engine, play, calls, untilRest, clock } = workbench()
    const executionArn = await play(journeyDefinition, input)
    const enteredAt = new Date(START).toISOString()
    const payload = { journey: 'j1', executionSeq: 3, wait: 'validation', enteredAt, retryCount: 0 }
    expect(calls[0]?.payload).toEqual({ ...payload, taskToken: 'token-1' })

    clock.at += 1_000
    engine.sendTaskFailure({ taskToken: 'token-1', error: 'Reopened', cause: '{"resumeAt":"evidence"}' })
    await untilRest()
    expect(calls[1]?.payload).toMatchObject({ wait: 'evidence', retryCount: 0, taskToken: 'token-2' })
    for (const taskToken of ['token-2', 'token-3', 'token-4']) {
      engine.sendTaskSuccess({ taskToken, output: '{"done":true}' })
      await untilRest()
    }
    expect(calls.map((call) => call.payload.wait ?? 'award')).toEqual([
      'validation',
      'evidence',
      'final-check',
      'validation',
      'award',
    ])
    expect(engine.describeExecution({ executionArn }).status).toBe('SUCCEEDED')
    const wait = ['TaskStateEntered', 'TaskScheduled', 'TaskStarted', 'TaskSubmitted']
    const choice = ['ChoiceStateEntered', 'ChoiceStateExited']
    const done = ['TaskSucceeded', 'TaskStateExited']
    expect(typesOf(engine, executionArn)).toEqual([
      'ExecutionStarted',
      ...[...choice, ...wait, 'TaskFailed', 'TaskStateExited'],
      ...[...choice, ...wait, ...done, ...wait, ...done, ...wait, ...done],
      ...['TaskStateEntered', 'TaskScheduled', 'TaskStarted', ...done, 'ExecutionSucceeded'],
    ])
  })

  test('ends quietly when superseded, and loudly when it is told to resume nowhere', async () => {
    const { engine, play, answers } = workbench()
    answers.push(breaks('Superseded'))
    const superseded = await play(journeyDefinition, input)
    expect(engine.describeExecution({ executionArn: superseded }).status).toBe('SUCCEEDED')
    const lost = await play(journeyDefinition, { resumeAt: 'nowhere' })
    expect(engine.describeExecution({ executionArn: lost })).toMatchObject({
      status: 'FAILED',
      error: 'UnknownStep',
      cause: 'nowhere',
    })
  })
})

describe('a task token', () => {
  test('is refused when it was never given out', async () => {
    const { engine, play } = workbench()
    await play(oneTask(WAITING))
    for (const taskToken of ['garbled', 'token-2']) {
      expect(() => engine.sendTaskSuccess({ taskToken, output: '{}' })).toThrow(named('InvalidToken'))
    }
  })

  test('is good once, and not after a retry, a stop or the end', async () => {
    const { engine, play, answers, untilRest, clock } = workbench()
    const late = named('TaskTimedOut')
    answers.push(breaks('A'))
    const executionArn = await play(oneTask({ ...WAITING, Retry: [{ ErrorEquals: ['A'] }] }))
    expect(() => engine.sendTaskSuccess({ taskToken: 'token-1', output: '1' })).toThrow(late)
    await untilRest()
    expect(() => engine.sendTaskHeartbeat({ taskToken: 'token-1' })).toThrow(late)
    engine.sendTaskSuccess({ taskToken: 'token-2', output: '2' })
    expect(() => engine.sendTaskSuccess({ taskToken: 'token-2', output: '3' })).toThrow(late)
    await untilRest()
    expect(engine.describeExecution({ executionArn }).output).toBe('2')
    expect(() => engine.sendTaskFailure({ taskToken: 'token-2' })).toThrow(late)
    const stopped = await play(oneTask(WAITING))
    engine.stopExecution({ executionArn: stopped })
    expect(() => engine.sendTaskSuccess({ taskToken: 'token-3', output: '1' })).toThrow(late)
    clock.at += 1
    expect(engine.runnable(new Date(clock.at))).toEqual([])
  })

  test('needs an output that is JSON', async () => {
    const { engine, play } = workbench()
    await play(oneTask(WAITING))
    expect(() => engine.sendTaskSuccess({ taskToken: 'token-1', output: 'x' })).toThrow(
      named('InvalidOutput'),
    )
  })

  test('may come back before the function that carried it has returned', async () => {
    const bench = workbench()
    let finish = (): void => {}
    bench.answers.push(({ payload }) => {
      bench.engine.sendTaskSuccess({ taskToken: String(payload.token), output: '"early"' })
      return new Promise((resolve) => {
        finish = () => resolve(breaks('TooLate'))
      })
    })
    // The function hangs; the execution goes on nevertheless.
    const executionArn = await bench.play(oneTask(WAITING))
    expect(bench.engine.describeExecution({ executionArn }).output).toBe('"early"')
    finish()
    await bench.untilRest()
    expect(typesOf(bench.engine, executionArn).slice(-3)).toEqual([
      'TaskSucceeded',
      'TaskStateExited',
      'ExecutionSucceeded',
    ])
  })

  test('that came back before the process died in the middle of the call is kept', async () => {
    const bench = workbench()
    bench.answers.push(({ payload }) => {
      bench.restarted().sendTaskSuccess({ taskToken: String(payload.token), output: '1' })
      return new Promise(() => {})
    })
    void bench.play(oneTask({ ...WAITING, Next: 'two' }, { two: { Type: 'Succeed' } }))
    while (bench.calls.length === 0) await Promise.resolve()
    const engine = bench.restarted()
    const [executionArn = ''] = engine.runnable(new Date(START))
    await engine.advance(executionArn)
    expect(bench.calls).toHaveLength(1)
    expect(engine.describeExecution({ executionArn })).toMatchObject({ status: 'SUCCEEDED', output: '1' })
    expect(typesOf(engine, executionArn).filter((type) => type === 'TaskSucceeded')).toHaveLength(1)
  })
})

describe('time', () => {
  test('that runs out is States.Timeout, and the late answer is refused', async () => {
    const { engine, play, untilRest, clock } = workbench()
    const Catch = [
      { ErrorEquals: ['States.Timeout'], Next: 'end', Output: '{% $states.errorOutput.Error %}' },
    ]
    const task = { ...WAITING, TimeoutSeconds: 60, Catch }
    const executionArn = await play(oneTask(task, { end: { Type: 'Succeed' } }))
    expect(engine.nextDue()).toEqual(new Date(START + 60_000))
    expect(engine.runnable(new Date(START + 59_999))).toEqual([])
    clock.at = START + 60_000
    expect(() => engine.sendTaskSuccess({ taskToken: 'token-1', output: '1' })).toThrow(named('TaskTimedOut'))
    await untilRest()
    expect(engine.describeExecution({ executionArn }).output).toBe('"States.Timeout"')
    expect(typesOf(engine, executionArn)).toContain('TaskTimedOut')
  })

  test('without a heartbeat is States.HeartbeatTimeout, and a heartbeat prolongs it', async () => {
    const { engine, play, untilRest, clock } = workbench()
    const executionArn = await play(oneTask({ ...WAITING, HeartbeatSeconds: 10 }))
    clock.at += 9_000
    engine.sendTaskHeartbeat({ taskToken: 'token-1' })
    expect(engine.nextDue()).toEqual(new Date(START + 19_000))
    await untilRest()
    expect(clock.at).toBe(START + 19_000)
    expect(engine.describeExecution({ executionArn }).error).toBe('States.HeartbeatTimeout')
  })

  test('is prolonged while the function is still working, without calling it again', async () => {
    const { engine, play, answers, calls, clock } = workbench()
    answers.push(async ({ payload }) => {
      clock.at += 9_000
      engine.sendTaskHeartbeat({ taskToken: String(payload.token) })
      await new Promise(setImmediate)
      return works()
    })
    await play(oneTask({ ...WAITING, HeartbeatSeconds: 10 }))
    expect(calls).toHaveLength(1)
    expect(engine.nextDue()).toEqual(new Date(START + 19_000))
  })

  test('runs out for a function that hangs, too', async () => {
    const { engine, play, answers, calls, clock } = workbench()
    answers.push(() => new Promise(() => {}))
    const playing = play(oneTask({ TimeoutSeconds: 5 }))
    while (calls.length === 0) await Promise.resolve()
    clock.at += 5_000
    const [executionArn = ''] = engine.runnable(new Date(clock.at))
    await engine.advance(executionArn)
    expect(await playing).toBe(executionArn)
    expect(engine.describeExecution({ executionArn }).error).toBe('States.Timeout')
  })
})

describe('names', () => {
  test('of executions: the same name and input is the same execution while it runs', () => {
    const { engine, clock } = workbench()
    const machine = { name: 'm', definition: JSON.stringify(oneTask(WAITING)), roleArn: ROLE }
    const { stateMachineArn } = engine.createStateMachine(machine)
    const first = engine.startExecution({ stateMachineArn, name: 'a', input: '{"a":1}' })
    clock.at += 1
    expect(engine.startExecution({ stateMachineArn, name: 'a', input: '{"a":1}' })).toEqual(first)
    const other = (): unknown => engine.startExecution({ stateMachineArn, name: 'a', input: '{"a":2}' })
    expect(other).toThrow(named('ExecutionAlreadyExists'))
    engine.stopExecution(first)
    const same = (): unknown => engine.startExecution({ stateMachineArn, name: 'a', input: '{"a":1}' })
    expect(same).toThrow(named('ExecutionAlreadyExists'))
    expect(engine.listExecutions({ stateMachineArn }).executions).toHaveLength(1)
  })

  test('of state machines: the same definition is the same machine, another is refused', () => {
    const { engine } = workbench()
    const machine = { name: 'm', definition: JSON.stringify(oneTask()), roleArn: ROLE }
    const created = engine.createStateMachine(machine)
    expect(engine.createStateMachine(machine)).toEqual(created)
    const other = { ...machine, definition: JSON.stringify(oneTask(WAITING)) }
    expect(() => engine.createStateMachine(other)).toThrow(named('StateMachineAlreadyExists'))
  })

  test('an execution keeps the definition that it began with', async () => {
    const { engine, play, answers, untilRest } = workbench()
    const first = await play(oneTask({ ...WAITING, Output: 'old' }))
    const { stateMachineArn } = engine.describeExecution({ executionArn: first })
    engine.updateStateMachine({ stateMachineArn, definition: JSON.stringify(oneTask({ Output: 'new' })) })
    answers.push(works(), works())
    const second = engine.startExecution({ stateMachineArn, name: 'second' }).executionArn
    engine.sendTaskSuccess({ taskToken: 'token-1', output: '1' })
    await untilRest()
    expect(engine.describeExecution({ executionArn: first }).output).toBe('"old"')
    expect(engine.describeExecution({ executionArn: second }).output).toBe('"new"')
  })
})

describe('advance', () => {
  test('of one execution twice at once calls its function once', async () => {
    const { engine, answers, calls } = workbench()
    const definition = JSON.stringify(oneTask())
    const { stateMachineArn } = engine.createStateMachine({ name: 'm', definition, roleArn: ROLE })
    const { executionArn } = engine.startExecution({ stateMachineArn, name: 'a' })
    let finish = (): void => {}
    answers.push(() => new Promise((resolve) => (finish = () => resolve(works()))))
    const advances = [engine.advance(executionArn), engine.advance(executionArn)]
    while (calls.length === 0) await Promise.resolve()
    expect(engine.runnable(new Date(START))).toEqual([])
    finish()
    await Promise.all(advances)
    expect(calls).toHaveLength(1)
    expect(engine.describeExecution({ executionArn }).status).toBe('SUCCEEDED')
  })

  test('after a call of unknown outcome calls again, with the same token and count', async () => {
    const { restarted, play, answers, calls } = workbench()
    answers.push(() => Promise.reject(new Error('killed')))
    await expect(play(oneTask(WAITING))).rejects.toThrow('killed')
    const engine = restarted()
    const [executionArn = ''] = engine.runnable(new Date(START))
    await engine.advance(executionArn)
    expect(calls).toHaveLength(2)
    expect(calls[1]).toEqual(calls[0])
  })

  test('takes no answer of an attempt that is over, though the state is the same', async () => {
    const bench = workbench()
    const finish: (() => void)[] = []
    const hangs = (): Promise<FunctionOutcome> =>
      new Promise((resolve) => finish.push(() => resolve(works(finish.length))))
    bench.answers.push(hangs, breaks('A'), hangs)
    const playing = bench.play(oneTask({ Retry: [{ ErrorEquals: ['A'], IntervalSeconds: 1 }] }))
    while (bench.calls.length === 0) await Promise.resolve()
    const [executionArn = ''] = bench.store.runnable(START)
    const second = bench.restarted()
    await second.advance(executionArn)
    bench.clock.at += 1_000
    void second.advance(executionArn)
    while (bench.calls.length < 3) await Promise.resolve()
    expect(bench.calls.map(({ payload }) => payload.retry)).toEqual([0, 0, 1])
    bench.answers.push(() => Promise.reject(new Error('asked once more')))
    finish[0]?.()
    await expect(playing).rejects.toThrow('asked once more')
    expect(typesOf(second, executionArn).filter((type) => type === 'TaskSucceeded')).toEqual([])
  })

  test('stops where a stop came while a function was working', async () => {
    const { engine, answers, play, store } = workbench()
    answers.push(() => {
      const [arn = ''] = [...store.runnable(START)]
      engine.stopExecution({ executionArn: arn, error: 'Enough', cause: 'really' })
      return works()
    })
    const executionArn = await play(oneTask())
    const stopped = { status: 'ABORTED', error: 'Enough', cause: 'really', stopDate: new Date(START) }
    expect(engine.describeExecution({ executionArn })).toMatchObject(stopped)
    expect(engine.stopExecution({ executionArn })).toEqual({ stopDate: new Date(START) })
    expect(typesOf(engine, executionArn).at(-1)).toBe('ExecutionAborted')
  })

  test('of what does not exist is an error', async () => {
    const { engine } = workbench()
    await expect(engine.advance('x')).rejects.toThrow(named('ExecutionDoesNotExist'))
  })
})

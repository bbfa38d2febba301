// An engine over a store, with a clock and functions that the test holds in its hand.
import type { Invoke } from '../../../infra/local/step-functions/advance.ts'
import { createEngine, type Engine } from '../../../infra/local/step-functions/engine.ts'
import type { HistoryEvent } from '../../../infra/local/step-functions/execution.ts'
import { createMemoryStore } from '../../../infra/local/step-functions/memory-store.ts'
import type { FunctionOutcome } from '../../../infra/local/step-functions/stimulus.ts'
import type { Store } from '../../../infra/local/step-functions/store.ts'
import { ROLE } from './journey-definition.ts'

export const START = Date.parse('2026-11-02T09:00:00.000Z')

export type Call = { functionArn: string; payload: Record<string, unknown> }

export type Workbench = {
  engine: Engine
  store: Store
  calls: Call[]
  /** What the functions answer, in order; afterwards `{ ok: true, payload: {} }`. */
  answers: (FunctionOutcome | ((call: Call) => FunctionOutcome | Promise<FunctionOutcome>))[]
  clock: { at: number; random: number }
  /** Starts one on a machine of this definition, and advances it. */
  play(definition: object | string, input?: unknown): Promise<string>
  /** Advances whatever is runnable, moving the clock to the next due moment, until nothing is due. */
  untilRest(): Promise<void>
  /** The same store under a new engine, as after a restart. */
  restarted(): Engine
}

export const works = (payload: unknown = {}): FunctionOutcome => ({ ok: true, payload })
export const breaks = (errorType: string, errorMessage = 'it broke'): FunctionOutcome => ({
  ok: false,
  errorType,
  errorMessage,
  trace: ['at work'],
})

export function workbench(store: Store = createMemoryStore()): Workbench {
  const clock = { at: START, random: 0.5 }
  const calls: Call[] = []
  const answers: Workbench['answers'] = []
  let tokens = 0
  const invoke: Invoke = async (functionArn, payload) => {
    const call = { functionArn, payload: payload as Call['payload'] }
    calls.push(call)
    const answer = answers.shift() ?? works()
    return typeof answer === 'function' ? answer(call) : answer
  }
  const restarted = (): Engine =>
    createEngine({
      store,
      invoke,
      now: () => new Date(clock.at),
      random: () => clock.random,
      mintToken: () => `token-${++tokens}`,
      region: 'eu-west-2',
      account: '000000000000',
    })
  const engine = restarted()
  return {
    engine,
    store,
    calls,
    answers,
    clock,
    restarted,
    async play(definition, input = {}) {
      const text = typeof definition === 'string' ? definition : JSON.stringify(definition)
      const name = `machine-${store.stateMachines().length}`
      const { stateMachineArn } = engine.createStateMachine({ name, definition: text, roleArn: ROLE })
      const { executionArn } = engine.startExecution({
        stateMachineArn,
        name: 'e1',
        input: JSON.stringify(input),
      })
      await engine.advance(executionArn)
      return executionArn
    },
    async untilRest() {
      for (;;) {
        const [arn] = engine.runnable(new Date(clock.at))
        const due = engine.nextDue()
        if (arn === undefined && due === undefined) return
        if (arn === undefined) clock.at = due!.getTime()
        else await engine.advance(arn)
      }
    },
  }
}

export function historyOf(engine: Engine, executionArn: string): HistoryEvent[] {
  const { events } = engine.getExecutionHistory({ executionArn, maxResults: 1000 })
  return events.map((event) => ({ ...event, timestamp: event.timestamp.getTime() }) as HistoryEvent)
}

export function typesOf(engine: Engine, executionArn: string): string[] {
  return historyOf(engine, executionArn).map(({ type }) => type)
}

/** A machine of one task, with what is given added to the task. */
export function oneTask(task: object = {}, others: object = {}): object {
  const base = {
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke',
    Arguments: { FunctionName: 'work', Payload: { retry: '{% $states.context.State.RetryCount %}' } },
  }
  const end = 'Next' in task ? {} : { End: true }
  return {
    QueryLanguage: 'JSONata',
    StartAt: 'work',
    States: { work: { ...base, ...end, ...task }, ...others },
  }
}

export const WAITING = {
  Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
  Arguments: {
    FunctionName: 'work',
    Payload: {
      token: '{% $states.context.Task.Token %}',
      retry: '{% $states.context.State.RetryCount %}',
      entered: '{% $states.context.State.EnteredTime %}',
    },
  },
}

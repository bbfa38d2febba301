// Pure: what an execution becomes when something reaches it from outside.
// Nothing here evaluates an expression, so that a command can be kept before it returns.
import {
  type Attempt,
  type Change,
  type Execution,
  type Failure,
  isOpen,
  type TaskResult,
} from './execution.ts'
import { isTooLarge } from './json.ts'
import type { Machine, MachineTask } from './machine.ts'
import { type Recorder, recordChange } from './recorder.ts'
import { resourceOf } from './task-resource.ts'

/** What a function gave back, in the terms of Lambda. */
export type FunctionOutcome =
  | { ok: true; payload: unknown }
  | { ok: false; errorType: string; errorMessage: string; trace: readonly string[] }

export type Stimulus =
  /** The function returned or failed. */
  | { kind: 'returned'; outcome: FunctionOutcome }
  /** SendTaskSuccess, SendTaskFailure, SendTaskHeartbeat. */
  | { kind: 'succeeded'; output: string }
  | ({ kind: 'failed' } & Partial<Failure>)
  | { kind: 'heartbeat' }
  /** TimeoutSeconds or HeartbeatSeconds have passed. */
  | { kind: 'late' }
  /** StopExecution. */
  | ({ kind: 'stopped' } & Partial<Failure>)

/** All but `stopped` need an open attempt: one whose function has been called and that has no result yet. */
export function react(machine: Machine, before: Execution, stimulus: Stimulus, now: number): Change {
  const recorder = recordChange(before, now)
  if (stimulus.kind === 'stopped') {
    recorder.abort(given(stimulus))
    return recorder.finish()
  }
  const task = machine.states.get(recorder.frame.state)
  const { phase } = recorder.frame
  if (task?.type !== 'Task' || !isOpen(phase)) throw new Error(`${before.arn} has no task that is open`)
  if (stimulus.kind === 'heartbeat') {
    const { heartbeatSeconds } = task
    if (heartbeatSeconds !== undefined)
      recorder.move({ ...phase, heartbeatAt: now + heartbeatSeconds * 1000 })
    return recorder.finish()
  }
  const result = resultOf(stimulus, phase, now)
  if (stimulus.kind === 'returned' && result.ok && task.waits) submit(task, phase, recorder, result.output)
  else settle(task, recorder, stimulus.kind === 'late', result)
  return recorder.finish()
}

type Result = Exclude<Stimulus, { kind: 'stopped' | 'heartbeat' }>

function resultOf(stimulus: Result, attempt: Attempt, now: number): TaskResult {
  switch (stimulus.kind) {
    case 'returned':
      return resultOfFunction(stimulus.outcome)
    case 'succeeded':
      return { ok: true, output: stimulus.output }
    case 'failed':
      return failed(stimulus.error ?? 'States.TaskFailed', stimulus.cause ?? '')
    case 'late':
      return failed((attempt.timeoutAt ?? Infinity) <= now ? 'States.Timeout' : 'States.HeartbeatTimeout', '')
  }
}

function resultOfFunction(outcome: FunctionOutcome): TaskResult {
  if (!outcome.ok) {
    const { errorType, errorMessage, trace } = outcome
    return failed(errorType, JSON.stringify({ errorType, errorMessage, trace }))
  }
  const { payload = null } = outcome
  const output = JSON.stringify({ ExecutedVersion: '$LATEST', Payload: payload, StatusCode: 200 })
  if (!isTooLarge(output)) return { ok: true, output }
  return failed('States.DataLimitExceeded', 'The task returned a result larger than 256 KiB.')
}

function failed(error: string, cause: string): TaskResult {
  return { ok: false, failure: { error, cause } }
}

function submit(task: MachineTask, attempt: Attempt, recorder: Recorder, output: string): void {
  const { token, timeoutAt, heartbeatAt } = attempt
  recorder.add('TaskSubmitted', { ...resourceOf(task), output })
  recorder.move({
    kind: 'waiting',
    ...(token !== undefined && { token }),
    ...(timeoutAt !== undefined && { timeoutAt }),
    ...(heartbeatAt !== undefined && { heartbeatAt }),
  })
}

function settle(task: MachineTask, recorder: Recorder, late: boolean, result: TaskResult): void {
  const details = result.ok ? { output: result.output } : result.failure
  const type = result.ok ? 'TaskSucceeded' : late ? 'TaskTimedOut' : 'TaskFailed'
  recorder.add(type, { ...resourceOf(task), ...details })
  recorder.move({ kind: 'settled', result })
}

function given(failure: Partial<Failure>): Partial<Failure> {
  const { error, cause } = failure
  return { ...(error !== undefined && { error }), ...(cause !== undefined && { cause }) }
}

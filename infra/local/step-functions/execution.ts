// What is remembered of an execution: plain JSON, so that a store can keep it and a restart can go on from it.

export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'ABORTED'

/** Instants are milliseconds since 1970, and state data is JSON text: nobody can change it by accident. */
export type Execution = {
  arn: string
  name: string
  stateMachineArn: string
  /** The definition that it began with; an update of the state machine does not reach it. */
  definitionId: string
  roleArn: string
  input: string
  startedAt: number
  status: ExecutionStatus
  stoppedAt?: number
  output?: string
  error?: string
  cause?: string
  lastEventId: number
  /** Grows by one with each save; a save of what somebody else has changed meanwhile is refused. */
  version: number
  /** Where it is; gone when it has ended. */
  frame?: Frame
  /** When there is something to do: 0 at once, undefined when it waits for somebody or has ended. */
  dueAt?: number
}

export type Frame = {
  state: string
  input: string
  enteredAt: number
  enteredEventId: number
  retryCount: number
  /** How often each retrier of the state has been used. */
  retried: readonly number[]
  phase: Phase
}

export type Phase =
  /** About to enter the state. */
  | { kind: 'entering' }
  /** The function is to be called, or was being called when the process died. */
  | ({ kind: 'invoking'; functionName: string; payload: string } & Attempt)
  /** The function has returned; its token is out. */
  | ({ kind: 'waiting' } & Attempt)
  /** The task has its result. */
  | { kind: 'settled'; result: TaskResult }
  /** Until the next retry. */
  | { kind: 'sleeping'; until: number }

export type Attempt = { token?: string; timeoutAt?: number; heartbeatAt?: number }

export type TaskResult = { ok: true; output: string } | { ok: false; failure: Failure }

export type Failure = { error: string; cause: string }

/** As GetExecutionHistory gives it, except that the timestamp is in milliseconds. */
export type HistoryEvent = {
  id: number
  previousEventId: number
  timestamp: number
  type: string
  [details: `${string}EventDetails`]: Record<string, unknown>
}

/** One transition: the execution after it, what happened, and the token that came into the world. */
export type Change = { execution: Execution; events: readonly HistoryEvent[]; token?: string }

export type OpenPhase = Extract<Phase, Attempt & { kind: 'invoking' | 'waiting' }>

/** It has failed or been stopped: what EventBridge tells. */
export function hasEndedBadly({ status }: Execution): boolean {
  return status === 'FAILED' || status === 'ABORTED'
}

/** Whether the function has been called, or is about to be, and there is no result yet. */
export function isOpen(phase: Phase | undefined): phase is OpenPhase {
  return phase?.kind === 'invoking' || phase?.kind === 'waiting'
}

/** The moment at which a started attempt has taken too long, if it may. */
export function deadlineOf(attempt: Attempt): number | undefined {
  const deadline = Math.min(attempt.timeoutAt ?? Infinity, attempt.heartbeatAt ?? Infinity)
  return deadline === Infinity ? undefined : deadline
}

export function isLate(attempt: Attempt, now: number): boolean {
  return (deadlineOf(attempt) ?? Infinity) <= now
}

export function dueAt(phase: Phase): number | undefined {
  if (phase.kind === 'waiting') return deadlineOf(phase)
  return phase.kind === 'sleeping' ? phase.until : 0
}

// The port behind which state machines and executions are kept. Synchronous: a command is kept before it returns.
import type { Change, Execution, HistoryEvent } from './execution.ts'

export type StateMachine = {
  arn: string
  name: string
  definitionId: string
  roleArn: string
  createdAt: number
  updatedAt: number
}

export type ExecutionQuery = {
  stateMachineArn: string
  status?: string
  /** Only those that come after this one in the list. */
  after?: { startedAt: number; arn: string }
  limit: number
}

export type HistoryQuery = { executionArn: string; after?: number; reverse: boolean; limit: number }

export type Store = {
  stateMachine(arn: string): StateMachine | undefined
  /** In the order of their names. */
  stateMachines(): readonly StateMachine[]
  /** Definitions are kept by their content and never deleted: executions go on with the one they began with. */
  saveStateMachine(machine: StateMachine, definition: string): void
  definition(id: string): string | undefined

  execution(arn: string): Execution | undefined
  /** Newest first. */
  executions(query: ExecutionQuery): readonly Execution[]
  history(query: HistoryQuery): readonly HistoryEvent[]
  executionOfToken(token: string): string | undefined
  /**
   * Keeps the execution, its new events and its new token together, or nothing. False when the execution is not
   * the one that the change started from: a version of 1 must be new, any other must follow the one kept.
   */
  save(change: Change): boolean

  /** The executions that have failed or been stopped, of which nobody was told yet, also over a restart. */
  untold(): readonly Execution[]
  told(arn: string): void

  /** The executions whose `dueAt` is not later, the longest due first. */
  runnable(until: number): readonly string[]
  /** The earliest `dueAt` that is later. */
  nextDue(after: number): number | undefined
  close(): void
}

// A store in memory, for tests and simulations. What it is given must not be changed afterwards.
import { type Change, type Execution, type HistoryEvent, hasEndedBadly } from './execution.ts'
import type { ExecutionQuery, HistoryQuery, StateMachine, Store } from './store.ts'

export function createMemoryStore(): Store {
  const machines = new Map<string, StateMachine>()
  const definitions = new Map<string, string>()
  const executions = new Map<string, Execution>()
  const histories = new Map<string, HistoryEvent[]>()
  const tokens = new Map<string, string>()
  const due = new Map<string, number>()
  const untold = new Set<string>()

  return {
    stateMachine: (arn) => machines.get(arn),
    stateMachines: () => [...machines.values()].sort((a, b) => order(a.name, b.name)),
    saveStateMachine(machine, definition) {
      definitions.set(machine.definitionId, definition)
      machines.set(machine.arn, machine)
    },
    definition: (id) => definitions.get(id),

    execution: (arn) => executions.get(arn),
    executions: (query) => pageOfExecutions([...executions.values()], query),
    history: (query) => pageOfHistory(histories.get(query.executionArn) ?? [], query),
    executionOfToken: (token) => tokens.get(token),
    save({ execution, events, token }: Change) {
      const { arn, version, dueAt } = execution
      if ((executions.get(arn)?.version ?? 0) !== version - 1) return false
      executions.set(arn, execution)
      const history = histories.get(arn)
      if (history) history.push(...events)
      else histories.set(arn, [...events])
      if (token !== undefined) tokens.set(token, arn)
      if (dueAt === undefined) due.delete(arn)
      else due.set(arn, dueAt)
      if (hasEndedBadly(execution)) untold.add(arn)
      return true
    },

    untold: () => [...untold].map((arn) => executions.get(arn)!),
    told: (arn) => void untold.delete(arn),

    runnable: (until) =>
      [...due]
        .filter(([, at]) => at <= until)
        .sort(([arnA, a], [arnB, b]) => a - b || order(arnA, arnB))
        .map(([arn]) => arn),
    nextDue(after) {
      const later = [...due.values()].filter((at) => at > after)
      return later.length === 0 ? undefined : later.reduce((a, b) => Math.min(a, b))
    },
    close() {},
  }
}

/** As SQLite orders text. */
function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function pageOfExecutions(all: Execution[], query: ExecutionQuery): Execution[] {
  const { stateMachineArn, status, after, limit } = query
  const newestFirst = (a: { startedAt: number; arn: string }, b: typeof a): number =>
    b.startedAt - a.startedAt || order(b.arn, a.arn)
  return all
    .filter((execution) => execution.stateMachineArn === stateMachineArn)
    .filter((execution) => status === undefined || execution.status === status)
    .filter((execution) => after === undefined || newestFirst(after, execution) < 0)
    .sort(newestFirst)
    .slice(0, limit)
}

function pageOfHistory(events: readonly HistoryEvent[], query: HistoryQuery): HistoryEvent[] {
  const { after, reverse, limit } = query
  const ordered = reverse ? events.toReversed() : events
  const rest = ordered.filter(({ id }) => after === undefined || (reverse ? id < after : id > after))
  return rest.slice(0, limit)
}

// The commands on executions: start, describe, list, history, stop.
import { executionArn as executionArnOf } from './arns.ts'
import type { Change, Execution, ExecutionStatus, Failure, HistoryEvent } from './execution.ts'
import { isJson, isTooLarge } from './json.ts'
import { type Machine, machineOf } from './machine.ts'
import { decodePageToken, encodePageToken, pageSize } from './page-token.ts'
import { ServiceError } from './service-error.ts'
import { definitionOf, stateMachineOf } from './state-machines.ts'
import { react } from './stimulus.ts'
import type { StateMachine, Store } from './store.ts'

/** AWS knows two more, which no execution has here. */
type StatusFilter = ExecutionStatus | 'TIMED_OUT' | 'PENDING_REDRIVE'

type ExecutionListItem = {
  executionArn: string
  stateMachineArn: string
  name: string
  status: ExecutionStatus
  startDate: Date
  stopDate?: Date
}

type ExecutionDescription = ExecutionListItem & {
  input: string
  output?: string
  error?: string
  cause?: string
}

export type ExecutionCommands = {
  startExecution(input: { stateMachineArn: string; name: string; input?: string }): {
    executionArn: string
    startDate: Date
  }
  describeExecution(input: { executionArn: string }): ExecutionDescription
  listExecutions(input: {
    stateMachineArn: string
    statusFilter?: StatusFilter
    maxResults?: number
    nextToken?: string
  }): { executions: ExecutionListItem[]; nextToken?: string }
  getExecutionHistory(input: {
    executionArn: string
    maxResults?: number
    nextToken?: string
    reverseOrder?: boolean
  }): { events: (Omit<HistoryEvent, 'timestamp'> & { timestamp: Date })[]; nextToken?: string }
  stopExecution(input: { executionArn: string } & Partial<Failure>): { stopDate: Date }
}

export function executionOf(store: Store, arn: string): Execution {
  const execution = store.execution(arn)
  if (execution) return execution
  throw new ServiceError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`)
}

export function machineFor(store: Store, id: string): Machine {
  return machineOf(id, () => definitionOf(store, id))
}

export function executionCommands(
  store: Store,
  now: () => Date,
  changed: (executionArn: string) => void,
): ExecutionCommands {
  return {
    startExecution({ stateMachineArn, name, input = '{}' }) {
      const stateMachine = stateMachineOf(store, stateMachineArn)
      if (!isJson(input) || isTooLarge(input)) {
        const why = isJson(input) ? 'is larger than 256 KiB' : 'is not valid JSON'
        throw new ServiceError('InvalidExecutionInput', `Invalid State Machine Execution Input: 'it ${why}'`)
      }
      const arn = executionArnOf(stateMachineArn, name)
      const change = begin(
        stateMachine,
        machineFor(store, stateMachine.definitionId),
        arn,
        name,
        input,
        now(),
      )
      if (!store.execution(arn) && store.save(change)) {
        return { executionArn: arn, startDate: new Date(change.execution.startedAt) }
      }
      const known = executionOf(store, arn)
      if (known.status === 'RUNNING' && known.input === input) {
        return { executionArn: arn, startDate: new Date(known.startedAt) }
      }
      throw new ServiceError('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`)
    },

    describeExecution({ executionArn }) {
      const execution = executionOf(store, executionArn)
      const { input, output, error, cause } = execution
      return {
        ...listItem(execution),
        input,
        ...(output !== undefined && { output }),
        ...(error !== undefined && { error }),
        ...(cause !== undefined && { cause }),
      }
    },

    listExecutions({ stateMachineArn, statusFilter, maxResults, nextToken }) {
      stateMachineOf(store, stateMachineArn)
      const list = `executions ${stateMachineArn} ${statusFilter ?? ''}`
      const limit = pageSize(maxResults)
      const after = nextToken === undefined ? undefined : decodePageToken(list, nextToken)
      const found = store.executions({
        stateMachineArn,
        ...(statusFilter !== undefined && { status: statusFilter }),
        ...(after && { after: { startedAt: Number(after[0]), arn: String(after[1]) } }),
        limit: limit + 1,
      })
      const page = found.slice(0, limit)
      const last = page.at(-1)
      return {
        executions: page.map(listItem),
        ...(last && found.length > limit && { nextToken: encodePageToken(list, [last.startedAt, last.arn]) }),
      }
    },

    getExecutionHistory({ executionArn, maxResults, nextToken, reverseOrder = false }) {
      executionOf(store, executionArn)
      const list = `history ${executionArn} ${reverseOrder}`
      const limit = pageSize(maxResults)
      const after = nextToken === undefined ? undefined : Number(decodePageToken(list, nextToken)[0])
      const query = { executionArn, reverse: reverseOrder, limit: limit + 1 }
      const found = store.history({ ...query, ...(after !== undefined && { after }) })
      const page = found.slice(0, limit)
      const last = page.at(-1)
      return {
        events: page.map((event) => ({ ...event, timestamp: new Date(event.timestamp) })),
        ...(last && found.length > limit && { nextToken: encodePageToken(list, [last.id]) }),
      }
    },

    stopExecution({ executionArn, ...failure }) {
      for (;;) {
        const execution = executionOf(store, executionArn)
        // Stopping what has ended already changes nothing, and is no error.
        if (execution.stoppedAt !== undefined) return { stopDate: new Date(execution.stoppedAt) }
        const at = now()
        const machine = machineFor(store, execution.definitionId)
        if (!store.save(react(machine, execution, { kind: 'stopped', ...failure }, at.getTime()))) continue
        changed(executionArn)
        return { stopDate: at }
      }
    },
  }
}

function begin(
  { arn: stateMachineArn, definitionId, roleArn }: StateMachine,
  { startAt }: Machine,
  arn: string,
  name: string,
  input: string,
  now: Date,
): Change {
  const at = now.getTime()
  return {
    execution: {
      arn,
      name,
      stateMachineArn,
      definitionId,
      roleArn,
      input,
      startedAt: at,
      status: 'RUNNING',
      lastEventId: 1,
      version: 1,
      frame: {
        state: startAt,
        input,
        enteredAt: at,
        enteredEventId: 0,
        retryCount: 0,
        retried: [],
        phase: { kind: 'entering' },
      },
      dueAt: 0,
    },
    events: [
      {
        id: 1,
        previousEventId: 0,
        timestamp: at,
        type: 'ExecutionStarted',
        executionStartedEventDetails: { input, roleArn },
      },
    ],
  }
}

function listItem(execution: Execution): ExecutionListItem {
  const { arn, stateMachineArn, name, status, startedAt, stoppedAt } = execution
  return {
    executionArn: arn,
    stateMachineArn,
    name,
    status,
    startDate: new Date(startedAt),
    ...(stoppedAt !== undefined && { stopDate: new Date(stoppedAt) }),
  }
}

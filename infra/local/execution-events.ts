// The events that Step Functions gives to EventBridge of executions that failed or were stopped, until they are taken, over restarts too.
import { randomUUID } from 'node:crypto'
import type { Execution } from './step-functions/execution.ts'
import type { Store } from './step-functions/store.ts'

export type ExecutionEvent = ReturnType<typeof executionEvent>

export type EndTeller = {
  /** Gives the event of each execution of which nobody was told, those included that wait to come again. */
  tell: () => void
  stop: () => Promise<void>
}

/** `onEvent` takes an event by resolving; if it rejects, the event comes again. */
export function createEndTeller(options: {
  store: Pick<Store, 'untold' | 'told'>
  onEvent: (event: ExecutionEvent) => Promise<unknown>
  retryAfterMs?: number
  /** Is told of the giving under way. */
  track?: (giving: Promise<void>) => unknown
}): EndTeller {
  const { store, onEvent, retryAfterMs = 10_000, track } = options
  const underWay = new Map<string, Promise<void>>()
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  async function give(execution: Execution): Promise<void> {
    try {
      await onEvent(executionEvent(execution))
      store.told(execution.arn)
    } catch {
      if (!stopped) timer ??= setTimeout(tell, retryAfterMs)
    }
    underWay.delete(execution.arn)
  }

  function tell(): void {
    clearTimeout(timer)
    timer = undefined
    if (stopped) return
    for (const execution of store.untold()) {
      if (underWay.has(execution.arn)) continue
      const giving = give(execution)
      underWay.set(execution.arn, giving)
      track?.(giving)
    }
  }

  return {
    tell,
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await Promise.all(underWay.values())
    },
  }
}

function executionEvent(execution: Execution) {
  const { arn, stateMachineArn, name, status, startedAt, stoppedAt, input, error, cause } = execution
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Step Functions Execution Status Change',
    source: 'aws.states',
    account: arn.split(':')[4]!,
    time: `${new Date(stoppedAt!).toISOString().slice(0, 19)}Z`,
    region: arn.split(':')[3]!,
    resources: [arn],
    detail: {
      executionArn: arn,
      stateMachineArn,
      name,
      status,
      startDate: startedAt,
      stopDate: stoppedAt!,
      input,
      output: null,
      stateMachineVersionArn: null,
      stateMachineAliasArn: null,
      redriveCount: 0,
      redriveDate: null,
      inputDetails: { included: true },
      outputDetails: null,
      error: error ?? null,
      cause: cause ?? null,
    },
  }
}

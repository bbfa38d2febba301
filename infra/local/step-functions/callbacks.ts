// The commands that carry a task token: success, failure, heartbeat.
import { type Execution, type Failure, isLate, isOpen } from './execution.ts'
import { machineFor } from './executions.ts'
import { isJson, isTooLarge } from './json.ts'
import { ServiceError } from './service-error.ts'
import { react, type Stimulus } from './stimulus.ts'
import type { Store } from './store.ts'

export type CallbackCommands = {
  sendTaskSuccess(input: { taskToken: string; output: string }): { executionArn: string }
  sendTaskFailure(input: { taskToken: string } & Partial<Failure>): { executionArn: string }
  sendTaskHeartbeat(input: { taskToken: string }): { executionArn: string }
}

export function callbackCommands(
  store: Store,
  now: () => Date,
  changed: (executionArn: string) => void,
): CallbackCommands {
  function deliver(token: string, stimulus: Stimulus): { executionArn: string } {
    for (;;) {
      const execution = executionWaitingFor(store, token, now())
      const machine = machineFor(store, execution.definitionId)
      if (!store.save(react(machine, execution, stimulus, now().getTime()))) continue
      if (stimulus.kind !== 'heartbeat') changed(execution.arn)
      return { executionArn: execution.arn }
    }
  }

  return {
    sendTaskSuccess({ taskToken, output }) {
      if (!isJson(output)) throw new ServiceError('InvalidOutput', "Invalid Output: 'it is not valid JSON'")
      if (isTooLarge(output)) {
        throw new ServiceError('ValidationException', "Value at 'output' must have at most 262144 bytes")
      }
      return deliver(taskToken, { kind: 'succeeded', output })
    },
    sendTaskFailure: ({ taskToken, ...failure }) => deliver(taskToken, { kind: 'failed', ...failure }),
    sendTaskHeartbeat: ({ taskToken }) => deliver(taskToken, { kind: 'heartbeat' }),
  }
}

/** A token is good for one task and once; as on AWS the same error means "too late" and "already answered". */
function executionWaitingFor(store: Store, token: string, now: Date): Execution {
  const arn = store.executionOfToken(token)
  if (arn === undefined) throw new ServiceError('InvalidToken', "Invalid Token: 'Invalid token'")
  const execution = store.execution(arn)
  if (!execution)
    throw new ServiceError('TaskDoesNotExist', "Task Does Not Exist: 'Provided task does not exist'")
  const phase = execution.frame?.phase
  const open = isOpen(phase) && phase.token === token && !isLate(phase, now.getTime())
  if (!open) throw new ServiceError('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'")
  return execution
}

// The executions: started by name, so that a second start is none, and resumed by the token of the wait.
import {
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  InvalidToken,
  SendTaskFailureCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn'
import * as z from 'zod/mini'
import { stateMachineName } from '../../workflows/state-machine.ts'
import type { Workflow } from '../app/ports.ts'
import { environment } from './environment.ts'

export function stepFunctionsWorkflow(): Workflow {
  const { STATE_MACHINE_ARN_PREFIX } = environment(
    z.object({ STATE_MACHINE_ARN_PREFIX: z.string().check(z.startsWith('arn:')) }),
  )
  const client = new SFNClient({})
  const machineOf = (definition: string) =>
    `${STATE_MACHINE_ARN_PREFIX}${stateMachineName({ id: definition })}`
  return {
    async start(definition, input) {
      const command = new StartExecutionCommand({
        stateMachineArn: machineOf(definition),
        name: executionName(input.journey, input.executionSeq),
        input: JSON.stringify(input),
      })
      await unless([ExecutionAlreadyExists], client.send(command))
    },
    async stop(definition, journey, executionSeq) {
      const machine = machineOf(definition).replace(':stateMachine:', ':execution:')
      const executionArn = `${machine}:${executionName(journey, executionSeq)}`
      await unless([ExecutionDoesNotExist], client.send(new StopExecutionCommand({ executionArn })))
    },
    async succeed(taskToken) {
      await unless(waitIsOver, client.send(new SendTaskSuccessCommand({ taskToken, output: '{}' })))
    },
    async reopen(taskToken, resumeAt) {
      const cause = JSON.stringify({ resumeAt })
      await unless(
        waitIsOver,
        client.send(new SendTaskFailureCommand({ taskToken, error: 'Reopened', cause })),
      )
    },
  }
}

/** TaskTimedOut stands for expired and for closed; either way the journey's state is what counts. */
const waitIsOver = [TaskTimedOut, TaskDoesNotExist, InvalidToken]

function executionName(journey: string, executionSeq: number): string {
  return `${journey}-${executionSeq}`
}

async function unless(
  expected: readonly (abstract new (...args: never) => Error)[],
  call: Promise<unknown>,
): Promise<void> {
  try {
    await call
  } catch (error) {
    if (!expected.some((kind) => error instanceof kind)) throw error
  }
}

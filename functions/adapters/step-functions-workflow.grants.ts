// What the port of the executions may do, with the machines of our own definitions alone.
import type { Grant } from './grant.ts'

export const workflow: Grant = {
  variables: ['STATE_MACHINE_ARN_PREFIX'],
  statements: [
    { on: 'machines', may: ['StartExecution', 'SendTaskSuccess', 'SendTaskFailure'] },
    { on: 'executions', may: ['StopExecution'] },
  ],
}

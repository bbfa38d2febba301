// Executions that ended otherwise than they should: told to every function that asks for it.
import type { Stack } from 'aws-cdk-lib'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import { addRule } from './event-rules.ts'
import type { Lambdas } from './lambdas.ts'
import type { Places } from './places.ts'
import { type Inventory, namesOn } from './triggers.ts'

export function addExecutionRule(
  stack: Stack,
  inventory: Inventory,
  { machineArnPrefix, machineNames }: Places,
  lambdas: Lambdas,
  deadLetters: IQueue,
): void {
  addRule(
    stack,
    'execution-rule',
    {
      source: ['aws.states'],
      detailType: ['Step Functions Execution Status Change'],
      detail: {
        status: ['FAILED', 'TIMED_OUT', 'ABORTED'],
        stateMachineArn: machineNames.map((name) => machineArnPrefix + name),
      },
    },
    namesOn(inventory, 'executionEvents'),
    lambdas,
    deadLetters,
  )
}

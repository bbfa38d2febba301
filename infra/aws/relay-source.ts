// The table's stream wakes the relay, with the keys that it asks for and never without end: the sweep takes up what fails.
import type { Stack } from 'aws-cdk-lib'
import { CfnEventSourceMapping } from 'aws-cdk-lib/aws-lambda'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import { relayFilter } from '../../events/table-stream.ts'
import type { Lambdas } from './lambdas.ts'
import type { Places } from './places.ts'
import { type Inventory, namesOn } from './triggers.ts'

export function addRelaySource(
  stack: Stack,
  inventory: Inventory,
  { table }: Places,
  lambdas: Lambdas,
  deadLetters: IQueue,
): void {
  for (const name of namesOn(inventory, 'stream')) {
    new CfnEventSourceMapping(stack, `${name}-source`, {
      functionName: lambdas.get(name)!.functionName,
      eventSourceArn: table.streamArn,
      startingPosition: 'TRIM_HORIZON',
      // At 25 a batch each of them has more than half a second of the function's 15.
      batchSize: 25,
      maximumRetryAttempts: 3,
      maximumRecordAgeInSeconds: 900,
      bisectBatchOnFunctionError: true,
      functionResponseTypes: ['ReportBatchItemFailures'],
      destinationConfig: { onFailure: { destination: deadLetters.queueArn } },
      filterCriteria: { filters: relayFilter.map((keys) => ({ pattern: JSON.stringify(pattern(keys)) })) },
    })
  }
}

function pattern({ pkPrefix, skPrefix }: (typeof relayFilter)[number]) {
  return {
    eventName: ['INSERT', 'MODIFY'],
    dynamodb: {
      Keys: {
        pk: { S: [{ prefix: pkPrefix }] },
        ...(skPrefix && { sk: { S: [{ prefix: skPrefix }] } }),
      },
    },
  }
}

// Rules on the account's event bus that call functions, with bounded retries and a place for what fails.
import { Duration, type Stack } from 'aws-cdk-lib'
import { type EventPattern, Rule, type RuleTargetInput } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import type { Lambdas } from './lambdas.ts'

/** Without a function to call there is no rule; without `event` a function gets all of it. */
export function addRule(
  stack: Stack,
  id: string,
  eventPattern: EventPattern,
  called: readonly string[],
  lambdas: Lambdas,
  deadLetterQueue: IQueue,
  event?: RuleTargetInput,
): void {
  if (called.length === 0) return
  new Rule(stack, id, {
    eventPattern,
    targets: called.map(
      (name) =>
        new LambdaFunction(lambdas.get(name)!, {
          deadLetterQueue,
          ...(event && { event }),
          retryAttempts: 10,
          maxEventAge: Duration.hours(6),
        }),
    ),
  })
}

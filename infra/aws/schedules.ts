// The schedules of events/schedules.ts, each of which wakes the function that the inventory names.
import type { Stack } from 'aws-cdk-lib'
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import { schedules } from '../../events/schedules.ts'
import type { Lambdas } from './lambdas.ts'
import { type Inventory, namesOn } from './triggers.ts'

/** Throws if a schedule wakes no function. */
export function addSchedules(
  stack: Stack,
  inventory: Inventory,
  lambdas: Lambdas,
  deadLetters: IQueue,
): void {
  for (const [name, { expression, timezone, input }] of Object.entries(schedules)) {
    const woken = namesOn(inventory, 'schedule').filter(
      (each) => (inventory[each]!.on as { schedule: string }).schedule === name,
    )
    if (woken.length !== 1) throw new Error(`The schedule ${name} must wake one function`)
    const { functionArn } = lambdas.get(woken[0]!)!
    const role = new Role(stack, `${name}-schedule-role`, {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
      }),
      inlinePolicies: {
        wake: new PolicyDocument({
          statements: [
            new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [functionArn] }),
            new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [deadLetters.queueArn] }),
          ],
        }),
      },
    })
    new CfnSchedule(stack, `${name}-schedule`, {
      name: `quality-mark-${name}`,
      scheduleExpression: expression,
      ...(timezone && { scheduleExpressionTimezone: timezone }),
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: functionArn,
        roleArn: role.roleArn,
        input: JSON.stringify(input),
        deadLetterConfig: { arn: deadLetters.queueArn },
        // A sweep that comes an hour late would be one of many.
        retryPolicy: { maximumRetryAttempts: 3, maximumEventAgeInSeconds: 900 },
      },
    })
  }
}

// What somebody has to look at: each alarm writes to the stage's address, and the dashboard shows what they watch.
import { Duration, type Stack } from 'aws-cdk-lib'
import type { CfnApi } from 'aws-cdk-lib/aws-apigatewayv2'
import {
  Alarm,
  AlarmWidget,
  ComparisonOperator,
  Dashboard,
  type IMetric,
  MathExpression,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import { table } from '../../functions/adapters/table.ts'
import type { Configuration } from './configuration.ts'
import type { Lambdas } from './lambdas.ts'
import type { Places } from './places.ts'

interface Watched {
  readonly api: CfnApi
  readonly deadLetters: IQueue
  readonly lambdas: Lambdas
  readonly places: Places
}

interface Watch {
  readonly metric: IMetric
  /** Alarm at this or more; at less than this if `below`. */
  readonly threshold: number
  readonly below?: boolean
  readonly says: string
}

export function addAlarms(stack: Stack, { alarmAddress }: Configuration, watched: Watched): void {
  const topic = new Topic(stack, 'alarm-topic', { enforceSSL: true })
  // A topic with a policy has lost the one that it would have had, by which the account's alarms may write to it.
  topic.addToResourcePolicy(
    new PolicyStatement({
      sid: 'AlarmsMayPublish',
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
    }),
  )
  topic.addSubscription(new EmailSubscription(alarmAddress))
  const alarms = Object.entries(watches(stack, watched)).map(([name, watch]) => {
    const alarm = new Alarm(stack, `${name}-alarm`, {
      alarmName: `quality-mark-${name}`,
      alarmDescription: watch.says,
      metric: watch.metric,
      threshold: watch.threshold,
      evaluationPeriods: 1,
      comparisonOperator: watch.below
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: watch.below ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    })
    alarm.addAlarmAction(new SnsAction(topic))
    return { name, alarm }
  })
  new Dashboard(stack, 'dashboard', {
    dashboardName: 'quality-mark',
    widgets: Array.from({ length: Math.ceil(alarms.length / 3) }, (_, row) =>
      alarms
        .slice(3 * row, 3 * row + 3)
        .map(({ name, alarm }) => new AlarmWidget({ alarm, title: name, width: 8 })),
    ),
  })
}

function watches(
  stack: Stack,
  { api, deadLetters, lambdas, places }: Watched,
): Readonly<Record<string, Watch>> {
  return {
    'dead-letters': {
      metric: deadLetters.metricApproximateNumberOfMessagesVisible({ statistic: 'max' }),
      threshold: 1,
      says: 'Something could not be handed to a function. Look into the queue, then at that function’s log.',
    },
    'left-over': {
      metric: leftOver(stack, lambdas),
      threshold: 600,
      says: 'Work has been left over for ten minutes: emails or executions are late. Look at the log of sweep.',
    },
    'sweep-stopped': {
      metric: lambdas.get('sweep')!.metricInvocations({ period: Duration.minutes(10) }),
      threshold: 1,
      below: true,
      says: 'The sweep does not run. Nothing is lost, but nothing that was missed is taken up.',
    },
    ...executionsFailed(places),
    'emails-came-back': {
      metric: new Metric({
        namespace: 'AWS/SES',
        metricName: 'Bounce',
        statistic: 'sum',
        period: Duration.hours(24),
      }),
      threshold: 5,
      says: 'Five emails have come back within a day. Are addresses typed wrong, or are we refused?',
    },
    complaints: {
      metric: new Metric({
        namespace: 'AWS/SES',
        metricName: 'Complaint',
        statistic: 'sum',
        period: Duration.hours(1),
      }),
      threshold: 1,
      says: 'Somebody has called an email of ours unwanted. We do not write to them any more.',
    },
    'function-errors': {
      metric: ofAllFunctions('Errors'),
      threshold: 1,
      says: 'A function has failed. Its log names the error and the place.',
    },
    'function-throttles': {
      metric: ofAllFunctions('Throttles'),
      threshold: 1,
      says: 'More functions were asked for at once than the account allows.',
    },
    'table-throttles': {
      metric: sum(
        'AWS/DynamoDB',
        // What an index throttles is not among the table's own.
        [{}, ...table.indexes.map(({ name }) => ({ GlobalSecondaryIndexName: name }))].flatMap((index) =>
          ['ReadThrottleEvents', 'WriteThrottleEvents'].map((metricName) => ({
            metricName,
            dimensionsMap: { TableName: places.table.name, ...index },
          })),
        ),
      ),
      threshold: 1,
      says: 'The table was asked for more at once than a partition gives.',
    },
    'page-errors': {
      metric: new Metric({
        namespace: 'AWS/ApiGateway',
        metricName: '5xx',
        dimensionsMap: { ApiId: api.ref },
        statistic: 'sum',
      }),
      threshold: 1,
      says: 'A page could not be shown. The access log names the route, and the function’s log the error.',
    },
  }
}

/** An alarm for each machine: one takes ten metrics at most, and there is a machine more with each release. */
function executionsFailed({ machineNames, machineArnPrefix }: Places): Readonly<Record<string, Watch>> {
  return Object.fromEntries(
    machineNames.map((machine) => [
      `executions-failed-${machine.replace('quality-mark-', '')}`,
      {
        metric: sum(
          'AWS/States',
          ['ExecutionsFailed', 'ExecutionsTimedOut'].map((metricName) => ({
            metricName,
            dimensionsMap: { StateMachineArn: machineArnPrefix + machine },
          })),
        ),
        threshold: 1,
        says: 'An execution has failed. The sweep starts it anew after an hour; look at why.',
      },
    ]),
  )
}

/** The sweep writes a line with the age of the oldest work when some is left over, and none otherwise. */
function leftOver(stack: Stack, lambdas: Lambdas): IMetric {
  return new MetricFilter(stack, 'left-over-filter', {
    logGroup: lambdas.get('sweep')!.logGroup,
    filterPattern: FilterPattern.all(
      FilterPattern.stringValue('$.where', '=', 'sweep'),
      FilterPattern.numberValue('$.oldestSeconds', '>=', 0),
    ),
    metricNamespace: 'QualityMark',
    metricName: 'OldestLeftOverSeconds',
    metricValue: '$.oldestSeconds',
  }).metric({ statistic: 'max' })
}

/** Without a dimension these are of the whole account, in which there is one stage; an alarm may sum ten metrics at most. */
function ofAllFunctions(metricName: string): IMetric {
  return new Metric({ namespace: 'AWS/Lambda', metricName, statistic: 'sum' })
}

/** Not m0 + m1: that has no value where one of them has none, which is nearly always. */
function sum(
  namespace: string,
  parts: readonly { readonly metricName: string; readonly dimensionsMap: Record<string, string> }[],
): IMetric {
  return new MathExpression({
    expression: `SUM([${parts.map((_, at) => `m${at}`).join(', ')}])`,
    usingMetrics: Object.fromEntries(
      parts.map((part, at) => [`m${at}`, new Metric({ namespace, statistic: 'sum', ...part })]),
    ),
  })
}

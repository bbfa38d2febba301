// One state machine for each released definition: a journey keeps the rules that it began with.
import { RemovalPolicy, type Stack } from 'aws-cdk-lib'
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs'
import { CfnStateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import { released } from '../../workflows/released/index.ts'
import { placeholders, stateMachine, stateMachineName } from '../../workflows/state-machine.ts'
import type { Configuration } from './configuration.ts'
import type { Lambdas } from './lambdas.ts'

export function addJourneyMachines(stack: Stack, configuration: Configuration, lambdas: Lambdas): void {
  const tasks = Object.entries(placeholders).map(([name, placeholder]) => ({
    placeholder,
    arn: lambdas.get(name)!.functionArn,
  }))
  const log = new LogGroup(stack, 'machine-log', {
    logGroupName: '/aws/vendedlogs/states/quality-mark',
    retention: configuration.logRetentionDays as RetentionDays,
    removalPolicy: RemovalPolicy.DESTROY,
  })
  const role = new Role(stack, 'machine-role', {
    assumedBy: new ServicePrincipal('states.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
    }),
    inlinePolicies: {
      tasks: new PolicyDocument({
        statements: [
          new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: tasks.map(({ arn }) => arn) }),
          // Neither of the two can be granted for less than everything.
          new PolicyStatement({
            actions: [
              'logs:CreateLogDelivery',
              'logs:GetLogDelivery',
              'logs:UpdateLogDelivery',
              'logs:DeleteLogDelivery',
              'logs:ListLogDeliveries',
              'logs:PutResourcePolicy',
              'logs:DescribeResourcePolicies',
              'logs:DescribeLogGroups',
            ],
            resources: ['*'],
          }),
          new PolicyStatement({
            actions: [
              'xray:PutTraceSegments',
              'xray:PutTelemetryRecords',
              'xray:GetSamplingRules',
              'xray:GetSamplingTargets',
            ],
            resources: ['*'],
          }),
        ],
      }),
    },
  })
  for (const definition of released) {
    const machine = new CfnStateMachine(stack, stateMachineName(definition), {
      stateMachineName: stateMachineName(definition),
      stateMachineType: 'STANDARD',
      roleArn: role.roleArn,
      definitionString: JSON.stringify(stateMachine(definition)),
      definitionSubstitutions: Object.fromEntries(tasks.map(({ placeholder, arn }) => [placeholder, arn])),
      // Every event, but not what is in it: an execution's data holds task tokens.
      loggingConfiguration: {
        level: 'ALL',
        includeExecutionData: false,
        destinations: [{ cloudWatchLogsLogGroup: { logGroupArn: log.logGroupArn } }],
      },
      tracingConfiguration: { enabled: true },
    })
    // Deleting a machine would end the executions of everybody who began with its definition.
    // One that was left by a stack that could not be made would be in the way of the next: the names are fixed.
    machine.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE)
  }
}

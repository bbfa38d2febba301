// The functions of the inventory, each with a role that holds what its ports' grants say and nothing else.
import { join } from 'node:path'
import { Duration, NestedStack, RemovalPolicy, type Stack } from 'aws-cdk-lib'
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import {
  Architecture,
  type CfnFunction,
  Code,
  Function as Lambda,
  LayerVersion,
  LoggingFormat,
  Runtime,
} from 'aws-cdk-lib/aws-lambda'
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import { grants } from '../../functions/adapters/grants.ts'
import type { Configuration } from './configuration.ts'
import type { Places } from './places.ts'
import { functionName } from './stack-name.ts'
import { statementsOf } from './statements.ts'
import { calledAsynchronously, handlesFiles, type Inventory, memoryMb, timeoutSeconds } from './triggers.ts'
import { variables } from './variables.ts'

export type Lambdas = ReadonlyMap<string, Lambda>

/** What the functions' code is made of. */
export interface BuiltCode {
  /** With a folder for each function. */
  readonly bundles: string
  /** With `nodejs/node_modules` in it. */
  readonly layer: string
}

export function addLambdas(
  stack: Stack,
  inventory: Inventory,
  configuration: Configuration,
  places: Places,
  code: BuiltCode,
  deadLetters: IQueue,
): Lambdas {
  const values = variables(configuration, places)
  // A stack holds 500 resources, and a page is three: the pages are many, and nothing but the API refers to them.
  const pages = new NestedStack(stack, 'pages')
  const native = Object.values(inventory).some(({ on }) => handlesFiles(on))
    ? new LayerVersion(stack, 'native', {
        code: Code.fromAsset(code.layer),
        compatibleArchitectures: [Architecture.ARM_64],
        compatibleRuntimes: [Runtime.NODEJS_24_X],
      })
    : undefined
  return new Map(
    Object.entries(inventory).map(([name, { on, needs }]) => {
      const held = needs.map((port) => grants[port])
      const scope = 'http' in on ? pages : stack
      const logGroup = new LogGroup(scope, `${name}-log`, {
        logGroupName: `/aws/lambda/${functionName(name)}`,
        retention: configuration.logRetentionDays as RetentionDays,
        removalPolicy: RemovalPolicy.DESTROY,
      })
      const lambda = new Lambda(scope, name, {
        functionName: functionName(name),
        code: Code.fromAsset(join(code.bundles, name)),
        handler: 'index.handler',
        runtime: Runtime.NODEJS_24_X,
        architecture: Architecture.ARM_64,
        timeout: Duration.seconds(timeoutSeconds(on)),
        memorySize: memoryMb(on),
        // Lines stay as they are written: the metric of what is left over reads one.
        loggingFormat: LoggingFormat.TEXT,
        logGroup,
        role: new Role(scope, `${name}-role`, {
          assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
          inlinePolicies: {
            grants: new PolicyDocument({
              statements: [
                new PolicyStatement({
                  actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
                  resources: [logGroup.logGroupArn],
                }),
                ...statementsOf(held, places),
                ...('stream' in on ? readStream(places) : []),
                ...('stream' in on || calledAsynchronously(on) ? [leaveIn(deadLetters)] : []),
              ],
            }),
          },
        }),
        environment: Object.fromEntries(
          held.flatMap((grant) => grant.variables).map((variable) => [variable, values[variable]]),
        ),
        ...(native && handlesFiles(on) && { layers: [native] }),
      })
      if (calledAsynchronously(on)) {
        ;(lambda.node.defaultChild as CfnFunction).deadLetterConfig = { targetArn: deadLetters.queueArn }
      }
      return [name, lambda]
    }),
  )
}

function readStream({ table }: Places): PolicyStatement[] {
  return [
    new PolicyStatement({
      actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
      resources: [table.streamArn],
    }),
    new PolicyStatement({ actions: ['dynamodb:ListStreams'], resources: [`${table.arn}/stream/*`] }),
  ]
}

function leaveIn(queue: IQueue): PolicyStatement {
  return new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queue.queueArn] })
}

// What each operation of the API accepts, and which error answers a field that is not right.
import * as z from 'zod'
import { isExecutionArn, isStateMachineArn } from './arns.ts'
import type { ServiceErrorName } from './service-error.ts'

// AWS: no whitespace, brackets, wildcards, special characters or control characters.
const FORBIDDEN = /[\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}\p{Cs}\uFFFE\uFFFF]/u

const Name = z
  .string()
  .min(1)
  .max(80)
  .refine((name) => !FORBIDDEN.test(name), 'has characters that a name must not have')
const StateMachineArn = z.string().max(256).refine(isStateMachineArn, 'is not the ARN of a state machine')
const ExecutionArn = z.string().max(256).refine(isExecutionArn, 'is not the ARN of an execution')
const RoleArn = z
  .string()
  .max(256)
  .regex(/^arn:aws:iam::\d{12}:role\/.+$/, 'is not the ARN of a role')
const Definition = z.string().min(1).max(1_048_576)
const PageToken = z.string().min(1).max(1024)
const MaxResults = z.int().min(0).max(1000)
const TaskToken = z.string().min(1).max(2048)
const failure = { error: z.string().max(256).optional(), cause: z.string().max(32_768).optional() }

/** Fields that AWS has and that change nothing here. */
const withoutEffect = {
  tags: z.unknown().optional(),
  loggingConfiguration: z.unknown().optional(),
  tracingConfiguration: z.unknown().optional(),
  encryptionConfiguration: z.unknown().optional(),
  includedData: z.unknown().optional(),
  includeExecutionData: z.unknown().optional(),
  traceHeader: z.unknown().optional(),
}

export const requests = {
  CreateStateMachine: z.strictObject({
    name: Name,
    definition: Definition,
    roleArn: RoleArn,
    type: z.literal('STANDARD').optional(),
    ...withoutEffect,
  }),
  UpdateStateMachine: z.strictObject({
    stateMachineArn: StateMachineArn,
    definition: Definition.optional(),
    roleArn: RoleArn.optional(),
    ...withoutEffect,
  }),
  DescribeStateMachine: z.strictObject({ stateMachineArn: StateMachineArn, ...withoutEffect }),
  ListStateMachines: z.strictObject({ maxResults: MaxResults.optional(), nextToken: PageToken.optional() }),
  StartExecution: z.strictObject({
    stateMachineArn: StateMachineArn,
    name: Name.optional(),
    input: z.string().optional(),
    ...withoutEffect,
  }),
  DescribeExecution: z.strictObject({ executionArn: ExecutionArn, ...withoutEffect }),
  ListExecutions: z.strictObject({
    stateMachineArn: StateMachineArn,
    statusFilter: z
      .enum(['RUNNING', 'SUCCEEDED', 'FAILED', 'ABORTED', 'TIMED_OUT', 'PENDING_REDRIVE'])
      .optional(),
    maxResults: MaxResults.optional(),
    nextToken: PageToken.optional(),
  }),
  GetExecutionHistory: z.strictObject({
    executionArn: ExecutionArn,
    maxResults: MaxResults.optional(),
    nextToken: PageToken.optional(),
    reverseOrder: z.boolean().optional(),
    ...withoutEffect,
  }),
  StopExecution: z.strictObject({ executionArn: ExecutionArn, ...failure }),
  SendTaskSuccess: z.strictObject({ taskToken: TaskToken, output: z.string() }),
  SendTaskFailure: z.strictObject({ taskToken: TaskToken, ...failure }),
  SendTaskHeartbeat: z.strictObject({ taskToken: TaskToken }),
} as const

export type Operation = keyof typeof requests

/** The error that AWS has for a field, where it has one of its own. */
export const ERROR_OF_FIELD: Readonly<Record<string, ServiceErrorName>> = {
  name: 'InvalidName',
  stateMachineArn: 'InvalidArn',
  executionArn: 'InvalidArn',
  roleArn: 'InvalidArn',
  definition: 'InvalidDefinition',
  type: 'StateMachineTypeNotSupported',
  nextToken: 'InvalidToken',
  taskToken: 'InvalidToken',
}

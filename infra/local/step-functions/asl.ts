// The closed subset of Amazon States Language that the laptop runs; whatever is not named here is refused.
import * as z from 'zod'

const MAX_SECONDS = 99_999_999
const MAX_DELAY_SECONDS = 31_622_400

const Text = z.string().min(1)
const StateName = Text.max(80)
const Comment = z.string().optional()
const Template = z.json()
const Seconds = z.int().min(1).max(MAX_SECONDS)

const ErrorEquals = z
  .array(Text)
  .min(1)
  .refine((names) => names.length === 1 || !names.includes('States.ALL'), 'States.ALL must stand alone')

const Retrier = z
  .strictObject({
    Comment,
    ErrorEquals,
    IntervalSeconds: Seconds.optional(),
    MaxAttempts: z.int().min(0).max(MAX_SECONDS).optional(),
    BackoffRate: z.number().min(1).optional(),
    MaxDelaySeconds: z.int().min(1).max(MAX_DELAY_SECONDS).optional(),
    JitterStrategy: z.enum(['FULL', 'NONE']).optional(),
  })
  .refine((retrier) => (retrier.MaxDelaySeconds ?? Infinity) > (retrier.IntervalSeconds ?? 1), {
    path: ['MaxDelaySeconds'],
    message: 'must be greater than IntervalSeconds',
  })
export type Retrier = z.infer<typeof Retrier>

const Catcher = z.strictObject({ Comment, ErrorEquals, Next: StateName, Output: Template.optional() })
export type Catcher = z.infer<typeof Catcher>

/** States.ALL takes every error, so whatever stands after it could never be reached. */
function allStandsLast(clauses: readonly { ErrorEquals: readonly string[] }[]): boolean {
  return clauses.slice(0, -1).every((clause) => !clause.ErrorEquals.includes('States.ALL'))
}

export const WAIT_FOR_TOKEN = 'arn:aws:states:::lambda:invoke.waitForTaskToken'
const REQUEST_RESPONSE = 'arn:aws:states:::lambda:invoke'

const Task = z
  .strictObject({
    Type: z.literal('Task'),
    Comment,
    Resource: z.enum([REQUEST_RESPONSE, WAIT_FOR_TOKEN]),
    Arguments: z.strictObject({ FunctionName: Text, Payload: Template }),
    Output: Template.optional(),
    Retry: z.array(Retrier).refine(allStandsLast, 'States.ALL must stand in the last retrier').optional(),
    Catch: z.array(Catcher).refine(allStandsLast, 'States.ALL must stand in the last catcher').optional(),
    TimeoutSeconds: Seconds.optional(),
    HeartbeatSeconds: Seconds.optional(),
    Next: StateName.optional(),
    End: z.literal(true).optional(),
  })
  .refine((task) => (task.Next === undefined) !== (task.End === undefined), 'needs either Next or End')
  .refine((task) => (task.HeartbeatSeconds ?? 0) < (task.TimeoutSeconds ?? Infinity), {
    path: ['HeartbeatSeconds'],
    message: 'must be smaller than TimeoutSeconds',
  })
export type Task = z.infer<typeof Task>

const Choice = z.strictObject({
  Type: z.literal('Choice'),
  Comment,
  Choices: z
    .array(z.strictObject({ Comment, Condition: Text, Next: StateName, Output: Template.optional() }))
    .min(1),
  // Optional on AWS. Here a choice that matches nothing must say where it goes.
  Default: StateName,
  Output: Template.optional(),
})
export type Choice = z.infer<typeof Choice>

const Succeed = z.strictObject({ Type: z.literal('Succeed'), Comment, Output: Template.optional() })

const Fail = z.strictObject({
  Type: z.literal('Fail'),
  Comment,
  Error: z.string().optional(),
  Cause: z.string().optional(),
})
export type Fail = z.infer<typeof Fail>

const State = z.discriminatedUnion('Type', [Task, Choice, Succeed, Fail])
export type State = z.infer<typeof State>

export const Definition = z.strictObject({
  Comment,
  QueryLanguage: z.literal('JSONata'),
  StartAt: StateName,
  States: z.record(StateName, State),
})
export type Definition = z.infer<typeof Definition>

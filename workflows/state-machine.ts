// The journey's definition as Amazon States Language: one execution a round, which waits for people and never decides.
import { type JourneyDefinition, waitsOf } from './model.ts'

/** Which placeholder stands for the ARN of which function. */
export const placeholders = { 'open-step': 'OpenStepArn', 'issue-award': 'IssueAwardArn' } as const

/** A closed set of what is generated; the laptop's engine runs exactly this. */
type State =
  | { Type: 'Choice'; Comment: string; Choices: { Condition: string; Next: string }[]; Default: string }
  | ({
      Type: 'Task'
      Comment: string
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken' | 'arn:aws:states:::lambda:invoke'
      Arguments: { FunctionName: string; Payload: Record<string, string> }
      Retry: Retrier[]
      Catch: { ErrorEquals: string[]; Output?: Record<string, string>; Next: string }[]
    } & ({ Next: string } | { End: true }))
  | { Type: 'Succeed'; Comment: string }
  | { Type: 'Fail'; Comment: string; Error: string; Cause: string }

interface Retrier {
  ErrorEquals: string[]
  MaxAttempts: number
  IntervalSeconds?: number
  BackoffRate?: number
  MaxDelaySeconds?: number
  JitterStrategy?: 'FULL'
}

export interface StateMachine {
  Comment: string
  QueryLanguage: 'JSONata'
  StartAt: string
  States: Record<string, State>
}

export function stateMachineName(definition: Pick<JourneyDefinition, 'id'>): string {
  return `quality-mark-${definition.id}`
}

/**
 * Input: `{ journey, round, executionSeq, resumeAt }`. It can start at any wait, and at the award.
 * A wait ends well when the journey has gone on. When the journey went back it fails with `Reopened` and the cause
 * `{"resumeAt": …}`, and the machine goes there. No wait has a timeout: reminders are due dates that a sweep reads.
 */
export function stateMachine(definition: JourneyDefinition): StateMachine {
  const waits = waitsOf(definition)
  const places = [...waits.map(({ id }) => id), 'issue-award']
  const waiting = waits.map(({ id, kind }, at): [string, State] => [
    id,
    {
      Type: 'Task',
      Comment: {
        step: 'The organisation works on this step and hands it in',
        check: 'The team looks at the phase',
        validation: 'The validation team decides',
      }[kind],
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Arguments: {
        FunctionName: `\${${placeholders['open-step']}}`,
        Payload: {
          taskToken: '{% $states.context.Task.Token %}',
          ...journeyAndExecution,
          wait: id,
          enteredAt: '{% $states.context.State.EnteredTime %}',
          retryCount: '{% $states.context.State.RetryCount %}',
        },
      },
      Retry: retry(['Reopened', 'Superseded']),
      Catch: [
        {
          ErrorEquals: ['Reopened'],
          Output: { resumeAt: '{% $parse($states.errorOutput.Cause).resumeAt %}' },
          Next: 'resume',
        },
        { ErrorEquals: ['Superseded'], Next: 'superseded' },
      ],
      Next: places[at + 1]!,
    },
  ])
  return {
    Comment: `A round of the Cultural Cohesion Quality Mark, definition ${definition.id}. Generated: npm run generate.`,
    QueryLanguage: 'JSONata',
    StartAt: 'resume',
    States: {
      resume: {
        Type: 'Choice',
        Comment: 'Go to where the journey is',
        Choices: places.map((place) => ({
          Condition: `{% $states.input.resumeAt = '${place}' %}`,
          Next: place,
        })),
        Default: 'unknown-step',
      },
      ...Object.fromEntries(waiting),
      'issue-award': {
        Type: 'Task',
        Comment: 'The award is recorded, then its email goes out',
        Resource: 'arn:aws:states:::lambda:invoke',
        Arguments: { FunctionName: `\${${placeholders['issue-award']}}`, Payload: journeyAndExecution },
        Retry: retry(['Superseded']),
        Catch: [{ ErrorEquals: ['Superseded'], Next: 'superseded' }],
        End: true,
      },
      superseded: { Type: 'Succeed', Comment: 'Another execution has taken this journey over' },
      'unknown-step': {
        Type: 'Fail',
        Comment: 'The place to resume at is not in this definition',
        Error: 'UnknownStep',
        Cause: 'resumeAt names no state of this definition',
      },
    },
  }
}

const journeyAndExecution = {
  journey: '{% $states.context.Execution.Input.journey %}',
  executionSeq: '{% $states.context.Execution.Input.executionSeq %}',
}

/** Everything else that goes wrong is tried again for about ten minutes; what still fails, the sweep starts anew. */
function retry(never: string[]): Retrier[] {
  return [
    { ErrorEquals: never, MaxAttempts: 0 },
    {
      ErrorEquals: ['States.ALL'],
      IntervalSeconds: 2,
      BackoffRate: 2,
      MaxAttempts: 8,
      MaxDelaySeconds: 300,
      JitterStrategy: 'FULL',
    },
  ]
}

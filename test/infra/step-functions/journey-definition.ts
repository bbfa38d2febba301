// A definition of the shape that our generator writes: a choice of where to begin, eleven waits, the award.

export const WAITS = [
  'register',
  'raise-awareness',
  'self-assessment',
  'foundation-check',
  'action-plan',
  'training',
  'diary',
  'pledges',
  'evidence',
  'final-check',
  'validation',
] as const

const OPEN_STEP = 'arn:aws:lambda:eu-west-2:000000000000:function:open-step'
const ISSUE_AWARD = 'arn:aws:lambda:eu-west-2:000000000000:function:issue-award'
export const ROLE = 'arn:aws:iam::000000000000:role/journey'

function wait(name: string, next: string): object {
  return {
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
    Arguments: {
      FunctionName: OPEN_STEP,
      Payload: {
        taskToken: '{% $states.context.Task.Token %}',
        journey: '{% $states.context.Execution.Input.journey %}',
        executionSeq: '{% $states.context.Execution.Input.executionSeq %}',
        wait: name,
        enteredAt: '{% $states.context.State.EnteredTime %}',
        retryCount: '{% $states.context.State.RetryCount %}',
      },
    },
    Retry: [
      { ErrorEquals: ['Reopened', 'Superseded'], MaxAttempts: 0 },
      {
        ErrorEquals: ['States.ALL'],
        IntervalSeconds: 2,
        BackoffRate: 2,
        MaxAttempts: 6,
        MaxDelaySeconds: 300,
        JitterStrategy: 'FULL',
      },
    ],
    Catch: [
      {
        ErrorEquals: ['Reopened'],
        Output: { resumeAt: '{% $parse($states.errorOutput.Cause).resumeAt %}' },
        Next: 'resume',
      },
      { ErrorEquals: ['Superseded'], Next: 'superseded' },
    ],
    Next: next,
  }
}

export const journeyDefinition = JSON.stringify({
  Comment: 'A journey',
  QueryLanguage: 'JSONata',
  StartAt: 'resume',
  States: {
    resume: {
      Type: 'Choice',
      Choices: WAITS.map((name) => ({ Condition: `{% $states.input.resumeAt = '${name}' %}`, Next: name })),
      Default: 'unknown-step',
    },
    ...Object.fromEntries(WAITS.map((name, i) => [name, wait(name, WAITS[i + 1] ?? 'issue-award')])),
    'issue-award': {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Arguments: {
        FunctionName: ISSUE_AWARD,
        Payload: { journey: '{% $states.context.Execution.Input.journey %}' },
      },
      End: true,
    },
    superseded: { Type: 'Succeed' },
    'unknown-step': { Type: 'Fail', Error: 'UnknownStep', Cause: '{% $states.input.resumeAt %}' },
  },
})

// What a definition must be to be taken, and how a refusal names what is wrong.
import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { compileMachine } from '../../../infra/local/step-functions/machine.ts'
import { journeyDefinition } from './journey-definition.ts'
import { oneTask, WAITING } from './workbench.ts'

const validate = createRequire(import.meta.url)('asl-validator') as (definition: object) => {
  isValid: boolean
  errorsText: () => string
}

/** A machine of one state, which the test gets wrong. */
const only = (state: object): object => ({
  QueryLanguage: 'JSONata',
  StartAt: 'one',
  States: { one: state },
})

const REFUSED: [what: string, definition: object | string, message: RegExp][] = [
  ['no JSON', '{', /INVALID_JSON_DESCRIPTION: .* at \/'$/],
  [
    'JSONPath',
    { ...oneTask(), QueryLanguage: 'JSONPath' },
    /SCHEMA_VALIDATION_FAILED.* at \/QueryLanguage'$/,
  ],
  ['an unknown field at the top', { ...oneTask(), TimeoutSeconds: 1 }, /"TimeoutSeconds" at \/'$/],
  ['an unknown type', only({ Type: 'Wait', Seconds: 1, End: true }), /at \/States\/one\/Type'$/],
  ['an unknown field', oneTask({ Assign: {} }), /"Assign" at \/States\/work'$/],
  [
    'an unknown integration',
    oneTask({ Resource: 'arn:aws:states:::sqs:sendMessage' }),
    /at \/States\/work\/Resource'$/,
  ],
  ['no Payload', oneTask({ Arguments: { FunctionName: 'f' } }), /at \/States\/work\/Arguments\/Payload'$/],
  ['both Next and End', oneTask({ Next: 'work', End: true }), /either Next or End at \/States\/work'$/],
  ['neither Next nor End', only({ ...WAITING, Type: 'Task' }), /either Next or End at \/States\/one'$/],
  ['StartAt to nowhere', { ...oneTask(), StartAt: 'x' }, /Missing 'StartAt' target: x at \/StartAt'$/],
  ['Next to nowhere', oneTask({ Next: 'x' }), /Missing 'Next' target: x at \/States\/work\/Next'$/],
  [
    'a catcher to nowhere',
    oneTask({ Catch: [{ ErrorEquals: ['A'], Next: 'x' }] }),
    /target: x at \/States\/work\/Catch\[0\]\/Next'$/,
  ],
  [
    'a default to nowhere',
    only({ Type: 'Choice', Choices: [{ Condition: '{% true %}', Next: 'one' }], Default: 'x' }),
    /target: x at \/States\/one\/Default'$/,
  ],
  [
    'a choice without default',
    only({ Type: 'Choice', Choices: [{ Condition: '{% true %}', Next: 'one' }] }),
    /at \/States\/one\/Default'$/,
  ],
  [
    'an unreachable state',
    oneTask({}, { lost: { Type: 'Succeed' } }),
    /"lost" is not reachable at \/States\/lost'$/,
  ],
  [
    'an expression that does not compile',
    only({ Type: 'Succeed', Output: { a: ['{% 1 + %}'] } }),
    /at \/States\/one\/Output\/a\[0\]'$/,
  ],
  [
    '$eval',
    only({ Type: 'Succeed', Output: "{% $eval('1') %}" }),
    /uses \$eval.* at \/States\/one\/Output'$/,
  ],
  ['$eval by another name', only({ Type: 'Succeed', Output: '{% ($e := $eval; $e("1")) %}' }), /uses \$eval/],
  ['the real clock', only({ Type: 'Succeed', Output: '{% $now() %}' }), /uses \$now/],
  ['a variable that nothing binds', only({ Type: 'Succeed', Output: '{% $x %}' }), /uses \$x/],
  [
    'half a template',
    only({ Type: 'Succeed', Output: '{% $states.input' }),
    /must start with \{% and end with %\}/,
  ],
  [
    'a condition that is no expression',
    only({ Type: 'Choice', Choices: [{ Condition: 'true', Next: 'one' }], Default: 'one' }),
    /at \/States\/one\/Choices\[0\]\/Condition'$/,
  ],
  [
    'a wait that never passes its token',
    oneTask({
      ...WAITING,
      Arguments: { FunctionName: 'f', Payload: { token: '$states.context.Task.Token' } },
    }),
    /must pass \$states.context.Task.Token at \/States\/work\/Arguments'$/,
  ],
  [
    'States.ALL in company',
    oneTask({ Retry: [{ ErrorEquals: ['A', 'States.ALL'] }] }),
    /stand alone at \/States\/work\/Retry\[0\]\/ErrorEquals'$/,
  ],
  [
    'States.ALL before another',
    oneTask({ Retry: [{ ErrorEquals: ['States.ALL'] }, { ErrorEquals: ['A'] }] }),
    /last retrier at \/States\/work\/Retry'$/,
  ],
  ['a backoff below 1', oneTask({ Retry: [{ ErrorEquals: ['A'], BackoffRate: 0.5 }] }), /BackoffRate'$/],
  [
    'a longest delay below the first',
    oneTask({ Retry: [{ ErrorEquals: ['A'], IntervalSeconds: 9, MaxDelaySeconds: 9 }] }),
    /MaxDelaySeconds'$/,
  ],
  [
    'a heartbeat slower than the timeout',
    oneTask({ ...WAITING, TimeoutSeconds: 5, HeartbeatSeconds: 5 }),
    /HeartbeatSeconds'$/,
  ],
]

describe('a definition', () => {
  test.each(REFUSED)('with %s is refused', (_, definition, message) => {
    const text = typeof definition === 'string' ? definition : JSON.stringify(definition)
    expect(() => compileMachine(text)).toThrow(
      expect.objectContaining({ name: 'InvalidDefinition', message: expect.stringMatching(message) }),
    )
  })

  test('of the shape that we generate is taken, here and by asl-validator', () => {
    expect(compileMachine(journeyDefinition).states.size).toBe(15)
    const verdict = validate(JSON.parse(journeyDefinition))
    expect(verdict.isValid, verdict.errorsText()).toBe(true)
  })

  test('may bind variables of its own, and comment on everything', () => {
    const output = '{% ($x := 2; $map([1, 2], function($v) { $v * $x })) %}'
    expect(
      compileMachine(JSON.stringify(only({ Type: 'Succeed', Comment: 'c', Output: output }))).startAt,
    ).toBe('one')
  })
})

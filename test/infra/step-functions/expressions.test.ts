// Expressions give plain JSON or fail as on AWS, and the quick way gives what JSONata gives.
import * as fc from 'fast-check'
import jsonata from 'jsonata'
import { describe, expect, test } from 'vitest'
import { compileTemplate, EvaluationError } from '../../../infra/local/step-functions/expressions.ts'
import type { Json } from '../../../infra/local/step-functions/json.ts'
import { BUILT_IN_FUNCTIONS } from '../../../infra/local/step-functions/jsonata-functions.ts'

const evaluate = (template: Json, input: Json): Promise<Json> =>
  compileTemplate(template, 'Output').evaluate({ input, context: {} })

describe('a template', () => {
  test.each<[template: Json, input: Json, result: Json]>([
    ['50 {% of %} text', {}, '50 {% of %} text'],
    [{ a: [1, null, true, '{% $states.input.x %}'] }, { x: { y: 1 } }, { a: [1, null, true, { y: 1 }] }],
    ['{% $states.input.list.n %}', { list: [{ n: 1 }, { n: 2 }] }, [1, 2]],
    ['{% $states.input.list.n %}', { list: [{ n: 1 }] }, 1],
    ['{% [$states.input.list.n] %}', { list: [{ n: 1 }] }, [1]],
    ['{% $states.input.list %}', { list: [] }, []],
    ['{% $states.input.list.length %}', { list: [{ length: 7 }, {}] }, 7],
    ['{% $states.input.none %}', { none: null }, null],
    ['{% $parse(\'{"a":[1]}\').a %}', {}, [1]],
    ["{% $states.input.x = 'a' %}", {}, false],
    ["{% $states.input.x = 'a' %}", { x: 'a' }, true],
    ['{% $states.input.x = 1 %}', { x: '1' }, false],
    ['{% { "kept": 1, "dropped": $states.input.missing } %}', {}, { kept: 1 }],
  ])('%j of %j', async (template, input, result) => {
    const value = await evaluate(template, input)
    expect(value).toStrictEqual(result)
    // JSONata's arrays carry more than their items, which toStrictEqual does not see everywhere.
    expect(Object.getOwnPropertyNames(value ?? {})).toEqual(Object.getOwnPropertyNames(result ?? {}))
  })

  test.each([
    ['{% $states.input.missing %}', 'returned nothing (undefined).'],
    ['{% $states.result %}', 'returned nothing (undefined).'],
    ["{% $sum(['a']) %}", 'threw an error during evaluation. T0412: '],
    ["{% $parse('nonsense') %}", 'threw an error during evaluation.'],
    ['{% $sum %}', 'returned a value that is not JSON.'],
    ['{% [1, $sum] %}', 'returned a value that is not JSON.'],
  ])('%s fails, and says so as AWS does', async (expression, message) => {
    const failing = evaluate({ v: expression }, {})
    await expect(failing).rejects.toThrow(EvaluationError)
    await expect(failing).rejects.toMatchObject({ location: 'Output/v' })
    const source = expression.slice(3, -3)
    await expect(failing).rejects.toThrow(
      `The JSONata expression '${source}' specified for the field 'Output/v' ${message}`,
    )
  })

  test('knows its own reads', () => {
    const { reads } = compileTemplate({ a: ['{% $uppercase($states.context.Task.Token) %}'] }, 'Arguments')
    expect([...reads]).toEqual(['context.Task.Token'])
  })

  test('may call each function that is named, and JSONata 2.0.6 has it', async () => {
    for (const name of BUILT_IN_FUNCTIONS) {
      expect(await jsonata(`$${name}`).evaluate({}), name).toBeTypeOf('object')
      expect(() => compileTemplate(`{% $${name}(1) %}`, 'Output'), name).not.toThrow()
    }
  })

  test('of a plain path or comparison is what JSONata makes of it', async () => {
    const key = fc.constantFrom('a', 'b', 'c')
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom<Json>(null, 'x', '1', 1, 0, true, ''),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(key, tie('tree'), { maxKeys: 3 }),
      ),
    }))
    const path = fc
      .array(key, { minLength: 1, maxLength: 3 })
      .map((names) => `$states.input.${names.join('.')}`)
    const expression = fc.tuple(path, fc.constantFrom('', " = 'x'", ' = 1', ' = true', ' = null', ' = -1'))
    await fc.assert(
      fc.asyncProperty(tree, expression, async (input, parts) => {
        const source = parts.join('')
        const states = { input: input as Json, context: {} }
        const expected: unknown = await jsonata(source).evaluate(undefined, { states })
        const value = await evaluate(`{% ${source} %}`, input as Json).catch(() => undefined)
        expect(JSON.stringify(value)).toBe(JSON.stringify(expected))
      }),
      { numRuns: 400 },
    )
  })
})

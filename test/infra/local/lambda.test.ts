import { expect, test } from 'vitest'
import { answerInvocation } from '../../../infra/local/lambda-api.ts'
import { createLambdaHost, type Handler } from '../../../infra/local/lambda-host.ts'
import { capturedErrors } from './support.ts'

class Superseded extends Error {
  override readonly name = 'Superseded'
}

const handlers: Record<string, Handler> = {
  echo: (event) => event,
  looks: (event) => [typeof event.at, 'gone' in event],
  counts: (event) => {
    event.count += 1
  },
  nothing: async () => undefined,
  date: () => ({ at: new Date(0), left: undefined }),
  remaining: (_, context) => [context.functionName, context.getRemainingTimeInMillis(), context.awsRequestId],
  broken: () => {
    throw new TypeError('no such thing')
  },
  superseded: async () => {
    throw new Superseded('taken over')
  },
  circular: () => {
    const result: Record<string, unknown> = {}
    result.self = result
    return result
  },
  slow: () => new Promise(() => {}),
}

function host(loads: string[] = []) {
  return createLambdaHost({
    names: [...Object.keys(handlers), 'unloadable'],
    timeoutMs: 100,
    expectedErrors: ['Superseded'],
    load: async (name) => {
      loads.push(name)
      const handler = handlers[name]
      if (!handler) throw new Error('TABLE_NAME is missing')
      return handler
    },
  })
}

test('payload and result go through JSON', async () => {
  const payload = { list: [1, null], gone: undefined, at: new Date(0) }
  const expected = { list: [1, null], at: '1970-01-01T00:00:00.000Z' }
  expect(await host().invoke('echo', payload)).toEqual({ ok: true, payload: expected })
  expect(await host().invoke('looks', payload)).toEqual({ ok: true, payload: ['string', false] })
  expect(await host().invoke('date', {})).toStrictEqual({ ok: true, payload: { at: expected.at } })
  expect(await host().invoke('nothing', {})).toEqual({ ok: true, payload: null })
})

test('a handler cannot change what its caller holds', async () => {
  const payload = { count: 1 }
  await host().invoke('counts', payload)
  expect(payload).toEqual({ count: 1 })
})

test('the context tells name, time left and request', async () => {
  const result = await host().invoke('remaining', {})
  const [name, left, requestId] = (result.ok ? result.payload : []) as [string, number, string]
  expect(name).toBe('remaining')
  expect(left).toBeGreaterThan(0)
  expect(left).toBeLessThanOrEqual(100)
  expect(requestId).toMatch(/^[0-9a-f-]{36}$/)
})

test('a thrown error becomes a value, and one line that does not tell the payload', async () => {
  const lines = capturedErrors()
  const result = await host().invoke('broken', { secret: 'somebody@example.org' })
  expect(result).toMatchObject({ ok: false, errorType: 'TypeError', errorMessage: 'no such thing' })
  expect(!result.ok && result.trace.join('\n')).toContain('lambda.test.ts')
  expect(lines).toEqual(['broken failed: TypeError: no such thing'])
})

test('an expected error is not worth a line', async () => {
  const lines = capturedErrors()
  expect(await host().invoke('superseded', {})).toMatchObject({ ok: false, errorType: 'Superseded' })
  expect(lines).toEqual([])
})

test('what does not fit into JSON is the function’s error', async () => {
  capturedErrors()
  expect(await host().invoke('circular', {})).toMatchObject({ ok: false, errorType: 'TypeError' })
})

test('a function that takes too long is given up', async () => {
  capturedErrors()
  expect(await host().invoke('slow', {})).toMatchObject({ ok: false, errorType: 'Sandbox.Timedout' })
})

test('functions are loaded once, when they are first needed', async () => {
  const loads: string[] = []
  const lambda = host(loads)
  expect(loads).toEqual([])
  await Promise.all([lambda.invoke('echo', {}), lambda.invoke('echo', {})])
  expect(loads).toEqual(['echo'])
})

test('a function that does not load is named', async () => {
  capturedErrors()
  const lambda = host()
  expect(await lambda.loadAll()).toEqual(['unloadable cannot be loaded. Error: TABLE_NAME is missing'])
  expect(await lambda.invoke('unloadable', {})).toMatchObject({
    ok: false,
    errorMessage: 'TABLE_NAME is missing',
  })
})

function invocation(name: string, body = '{}', type?: string) {
  return answerInvocation(host(), {
    method: 'POST',
    path: `/2015-03-31/functions/${name}/invocations`,
    headers: type ? { 'x-amz-invocation-type': type } : {},
    body: Buffer.from(body),
  })
}

test.each([
  'echo',
  'echo:$LATEST',
  'arn%3Aaws%3Alambda%3Aeu-west-2%3A000000000000%3Afunction%3Aecho',
  'arn:aws:lambda:eu-west-2:000000000000:function:echo:3',
  '000000000000:function:echo',
])('Invoke knows the function as %s', async (name) => {
  const answer = await invocation(name, '{"a":1}')
  expect(answer).toMatchObject({ status: 200, body: '{"a":1}' })
  expect(answer.headers['X-Amz-Function-Error']).toBeUndefined()
})

test('Invoke without a payload sends an empty object', async () => {
  expect(await invocation('echo', '')).toMatchObject({ status: 200, body: '{}' })
})

test('Invoke answers 200 and tells a function error by its header', async () => {
  capturedErrors()
  const answer = await invocation('broken')
  expect(answer.status).toBe(200)
  expect(answer.headers['X-Amz-Function-Error']).toBe('Unhandled')
  expect(JSON.parse(answer.body)).toEqual({
    errorType: 'TypeError',
    errorMessage: 'no such thing',
    trace: expect.arrayContaining([expect.stringContaining('at ')]),
  })
})

test('an event is accepted, and runs after the answer', async () => {
  const lines = capturedErrors()
  const answer = await invocation('broken', '{}', 'Event')
  expect(answer).toMatchObject({ status: 202, body: '' })
  expect(lines).toEqual([])
  answer.afterSent?.()
  await expect.poll(() => lines).toEqual(['broken failed: TypeError: no such thing'])
})

test('a dry run runs nothing', async () => {
  const answer = await invocation('broken', '{}', 'DryRun')
  expect(answer).toMatchObject({ status: 204, body: '' })
  expect(answer.afterSent).toBeUndefined()
})

test.each([
  ['%E0%A4%A', '{}', undefined, 404, 'ResourceNotFoundException'],
  ['missing', '{}', undefined, 404, 'ResourceNotFoundException'],
  ['echo', '{', undefined, 400, 'InvalidRequestContentException'],
  ['echo', '{}', 'Sometimes', 400, 'InvalidParameterValueException'],
  ['echo', `"${'x'.repeat(6 * 1024 * 1024)}"`, undefined, 413, 'RequestTooLargeException'],
] as const)('Invoke refuses %#', async (name, body, type, status, errorType) => {
  const answer = await invocation(name, body, type)
  expect(answer.status).toBe(status)
  expect(answer.headers['x-amzn-ErrorType']).toBe(errorType)
})

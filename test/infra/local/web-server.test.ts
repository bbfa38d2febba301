import { request as httpRequest } from 'node:http'
import { text } from 'node:stream/consumers'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { expect, test } from 'vitest'
import type { Invoked } from '../../../infra/local/lambda-host.ts'
import { createWebServer } from '../../../infra/local/web-server.ts'
import { capturedErrors, serve } from './support.ts'

const routes = {
  'GET /': 'show-start',
  'GET /journeys/new': 'show-new',
  'GET /journeys/{journey}': 'show-hub',
  'POST /journeys/{journey}': 'submit-hub',
  'GET /journeys/{journey}/steps/{step}': 'show-step',
  'GET /files/{path+}': 'show-file',
  'GET /files/readme': 'show-readme',
  'ANY /any/{path+}': 'any',
  'GET /any/{path+}': 'any-get',
  $default: 'show-not-found',
}

/** Answers with `result`, and keeps the events that the functions got. */
async function start(result: unknown = { statusCode: 204 }) {
  const events: { name: string; event: APIGatewayProxyEventV2 }[] = []
  const invoke = async (name: string, event: unknown): Promise<Invoked> => {
    events.push({ name, event: event as APIGatewayProxyEventV2 })
    if (result instanceof Error) return { ok: false, errorType: 'E', errorMessage: 'secret', trace: [] }
    return { ok: true, payload: result }
  }
  const { url, port } = await serve(createWebServer({ routes, host: { invoke } }))
  return { url, port, events }
}

// fetch would normalise the path, and sets headers of its own.
function send(
  port: number,
  options: { method?: string; path?: string; headers?: Record<string, string | string[]>; body?: string },
): Promise<{ status: number; headers: Record<string, string | string[] | undefined>; body: string }> {
  const { body, ...rest } = options
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, agent: false, ...rest }, async (response) => {
      const status = response.statusCode ?? 0
      resolve({ status, headers: response.headers, body: await text(response) })
    })
    request.on('error', reject)
    request.end(body)
  })
}

async function eventOf(options: Parameters<typeof send>[1]) {
  const { port, events } = await start()
  await send(port, options)
  expect(events).toHaveLength(1)
  return events[0]!
}

test.each([
  ['GET', '/', 'show-start', 'GET /', undefined],
  ['GET', '/journeys/new', 'show-new', 'GET /journeys/new', undefined],
  ['GET', '/journeys/j1', 'show-hub', 'GET /journeys/{journey}', { journey: 'j1' }],
  ['GET', '/journeys/j1?new', 'show-hub', 'GET /journeys/{journey}', { journey: 'j1' }],
  ['POST', '/journeys/new', 'submit-hub', 'POST /journeys/{journey}', { journey: 'new' }],
  ['GET', '/journeys/', 'show-not-found', '$default', undefined],
  ['GET', '/journeys/j1/', 'show-not-found', '$default', undefined],
  [
    'GET',
    '/journeys/j1/steps/s2',
    'show-step',
    'GET /journeys/{journey}/steps/{step}',
    { journey: 'j1', step: 's2' },
  ],
  ['HEAD', '/journeys/j1', 'show-not-found', '$default', undefined],
  ['PUT', '/journeys/j1', 'show-not-found', '$default', undefined],
  ['GET', '//journeys/j1', 'show-not-found', '$default', undefined],
  ['GET', '/files/readme', 'show-readme', 'GET /files/readme', undefined],
  ['GET', '/files/a/b/c', 'show-file', 'GET /files/{path+}', { path: 'a/b/c' }],
  ['GET', '/files/', 'show-not-found', '$default', undefined],
  ['GET', '/any/x', 'any-get', 'GET /any/{path+}', { path: 'x' }],
  ['PATCH', '/any/x', 'any', 'ANY /any/{path+}', { path: 'x' }],
  ['GET', '/journeys/caf%C3%A9%20%2F', 'show-hub', 'GET /journeys/{journey}', { journey: 'café /' }],
  ['GET', '/journeys/%E0%A4%A', 'show-hub', 'GET /journeys/{journey}', { journey: '%E0%A4%A' }],
  ['GET', '/journeys/__proto__', 'show-hub', 'GET /journeys/{journey}', { journey: '__proto__' }],
  ['GET', '/journeys/..%2f..', 'show-hub', 'GET /journeys/{journey}', { journey: '../..' }],
  ['GET', '/%', 'show-not-found', '$default', undefined],
])('%s %s goes to %s', async (method, path, name, routeKey, pathParameters) => {
  const got = await eventOf({ method, path })
  expect(got.name).toBe(name)
  expect(got.event.routeKey).toBe(routeKey)
  expect(got.event.requestContext.routeKey).toBe(routeKey)
  expect(got.event.pathParameters).toEqual(pathParameters)
})

test('the event is that of payload format 2.0', async () => {
  const { event } = await eventOf({
    method: 'GET',
    path: '/journeys/a%20b?x=1&y=2&x=3',
    headers: {
      Host: '127.0.0.1:3000',
      'User-Agent': 'a browser',
      'Accept-Language': ['en', 'cy'],
      Cookie: 'one=1; two=a=b; nameless',
    },
  })
  expect(event).toStrictEqual({
    version: '2.0',
    routeKey: 'GET /journeys/{journey}',
    rawPath: '/journeys/a b',
    rawQueryString: 'x=1&y=2&x=3',
    cookies: ['one=1', 'two=a=b'],
    headers: {
      host: '127.0.0.1:3000',
      'user-agent': 'a browser',
      'accept-language': 'en,cy',
      connection: 'close',
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-port': expect.stringMatching(/^\d+$/),
      'x-forwarded-proto': 'http',
    },
    queryStringParameters: { x: '1,3', y: '2' },
    requestContext: {
      accountId: '000000000000',
      apiId: 'laptop',
      domainName: '127.0.0.1:3000',
      domainPrefix: 'laptop',
      http: {
        method: 'GET',
        path: '/journeys/a b',
        protocol: 'HTTP/1.1',
        sourceIp: '127.0.0.1',
        userAgent: 'a browser',
      },
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      routeKey: 'GET /journeys/{journey}',
      stage: '$default',
      time: expect.stringMatching(/^\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000$/),
      timeEpoch: expect.any(Number),
    },
    pathParameters: { journey: 'a b' },
    isBase64Encoded: false,
  })
})

test('what is not there is left out', async () => {
  const { event } = await eventOf({ path: '/' })
  expect(event.rawQueryString).toBe('')
  for (const name of ['cookies', 'queryStringParameters', 'pathParameters', 'body']) {
    expect(event).not.toHaveProperty(name)
  }
})

test.each([
  ['a=1&a=2&b', { a: '1,2', b: '' }],
  ['a=x%2Cy&a=z', { a: 'x,y,z' }],
  ['q=a+b%20c', { q: 'a b c' }],
  ['bad=%E0%A4%A', { bad: '\ufffd%A' }],
  ['__proto__=x', JSON.parse('{"__proto__":"x"}')],
  ['a=1?b=2', { a: '1?b=2' }],
])('the query %s', async (query, expected) => {
  const { event } = await eventOf({ path: `/?${query}` })
  expect(event.rawQueryString).toBe(query)
  expect(event.queryStringParameters).toEqual(expected)
})

test.each([
  ['application/x-www-form-urlencoded', true],
  ['multipart/form-data; boundary=x', true],
  ['application/octet-stream', true],
  ['application/problem+json', true],
  [undefined, true],
  ['text/plain; charset=iso-8859-1', true],
  ['text/plain;charset=UTF-8', false],
  ['text/html', false],
  ['application/json', false],
  ['Application/JSON; charset=utf-8', false],
  ['application/xml', false],
  ['application/javascript', false],
])('a body of type %s: base64 is %s', async (type, isBase64Encoded) => {
  const body = 'name=Café&x=1'
  const { event } = await eventOf({
    method: 'POST',
    path: '/journeys/j1',
    body,
    headers: type ? { 'Content-Type': type } : {},
  })
  expect(event.isBase64Encoded).toBe(isBase64Encoded)
  expect(Buffer.from(event.body ?? '', isBase64Encoded ? 'base64' : 'utf8').toString()).toBe(body)
})

test('status, headers, cookies and body come back', async () => {
  const { port } = await start({
    statusCode: 303,
    headers: { Location: '/there', 'X-Count': 3, 'Content-Length': '1', Date: 'never' },
    cookies: ['a=1; HttpOnly', 'b=2'],
    body: 'Café',
  })
  const answer = await send(port, { path: '/' })
  expect(answer).toMatchObject({ status: 303, body: 'Café' })
  expect(answer.headers).toMatchObject({
    location: '/there',
    'x-count': '3',
    'content-length': '5',
    'content-type': 'text/plain;charset=UTF-8',
    'set-cookie': ['a=1; HttpOnly', 'b=2'],
  })
  expect(answer.headers.date).not.toBe('never')
})

test('a base64 body comes back as bytes', async () => {
  const { url } = await start({
    statusCode: 200,
    headers: { 'content-type': 'application/pdf' },
    body: Buffer.from([0, 255, 10]).toString('base64'),
    isBase64Encoded: true,
  })
  expect([...new Uint8Array(await (await fetch(url)).arrayBuffer())]).toEqual([0, 255, 10])
})

test.each([
  ['text', 'text'],
  [{ message: 'hello' }, '{"message":"hello"}'],
  [[1], '[1]'],
])('%j without a status is sent as JSON with 200', async (result, body) => {
  const { port } = await start(result)
  const answer = await send(port, { path: '/' })
  expect(answer).toMatchObject({ status: 200, body })
  expect(answer.headers['content-type']).toBe('application/json')
})

test.each([
  { statusCode: 'ok' },
  { statusCode: 99 },
  { statusCode: 200, headers: { 'bad name': 'x' } },
  { statusCode: 200, headers: { name: 'a\r\nSet-Cookie: b' } },
  { statusCode: 200, cookies: ['a=\n'] },
])('%j is an answer that API Gateway refuses', async (result) => {
  const lines = capturedErrors()
  const { port } = await start(result)
  const answer = await send(port, { path: '/' })
  expect(answer).toMatchObject({ status: 500, body: '{"message":"Internal Server Error"}' })
  expect(lines).toHaveLength(1)
})

test('of a function’s error nothing is told', async () => {
  const { port } = await start(new Error())
  const answer = await send(port, { path: '/' })
  expect(answer).toMatchObject({ status: 500, body: '{"message":"Internal Server Error"}' })
})

test('a body over 10 MB is refused before any function hears of it', async () => {
  const { url, events } = await start()
  const post = (size: number) => fetch(`${url}/journeys/j1`, { method: 'POST', body: Buffer.alloc(size, 97) })
  const refused = await post(10 * 1024 * 1024 + 1)
  expect(refused.status).toBe(413)
  expect(await refused.text()).toBe('{"message":"Request Entity Too Large"}')
  expect(events).toEqual([])
  expect((await post(10 * 1024 * 1024)).status).toBe(204)
})

test('without a default route what is unknown is not found', async () => {
  const invoke = async (): Promise<Invoked> => ({ ok: true, payload: null })
  const { port } = await serve(createWebServer({ routes: { 'GET /': 'show-start' }, host: { invoke } }))
  expect(await send(port, { path: '/x' })).toMatchObject({ status: 404, body: '{"message":"Not Found"}' })
})

test('a route that is none is named', () => {
  const host = { invoke: async (): Promise<Invoked> => ({ ok: true, payload: null }) }
  expect(() => createWebServer({ routes: { 'get /x': 'f' }, host })).toThrow('"get /x" is not a route')
})

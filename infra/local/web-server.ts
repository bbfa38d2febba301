// The application's web pages: API Gateway's HTTP API in front of the functions.
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type HttpAnswer, httpAnswer, jsonAnswer } from './http-api/answer.ts'
import { httpApiEvent, splitTarget } from './http-api/event.ts'
import { type Routes, routeFinder } from './http-api/routes.ts'
import type { LambdaHost } from './lambda-host.ts'
import { readBody } from './read-body.ts'

const bodyLimitBytes = 10 * 1024 * 1024

export type WebServer = (request: IncomingMessage, response: ServerResponse) => Promise<void>

export function createWebServer(options: { routes: Routes; host: Pick<LambdaHost, 'invoke'> }): WebServer {
  const find = routeFinder(options.routes)

  async function answer(request: IncomingMessage): Promise<HttpAnswer> {
    const body = await readBody(request, bodyLimitBytes)
    if (!body) return jsonAnswer(413, { message: 'Request Entity Too Large' })
    const match = find(request.method ?? 'GET', splitTarget(request).path)
    if (!match) return jsonAnswer(404, { message: 'Not Found' })
    const invoked = await options.host.invoke(match.functionName, httpApiEvent(request, body, match))
    if (!invoked.ok) return jsonAnswer(500, { message: 'Internal Server Error' })
    try {
      return httpAnswer(invoked.payload)
    } catch (error) {
      console.error(
        `${match.functionName} gave an answer that API Gateway refuses: ${(error as Error).message}`,
      )
      return jsonAnswer(500, { message: 'Internal Server Error' })
    }
  }

  return async (request, response) => {
    const { status, headers, cookies, body } = await answer(request)
    response.statusCode = status
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    if (cookies.length > 0) response.setHeader('set-cookie', cookies)
    response.setHeader('apigw-requestid', randomUUID())
    if (status !== 204 && status !== 304) response.setHeader('content-length', body.length)
    response.end(body)
  }
}

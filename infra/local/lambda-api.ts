// Lambda's Invoke API over the functions in this process.
import { randomUUID } from 'node:crypto'
import type { AwsAnswer, AwsRequest } from './aws-answer.ts'
import { decodeLeniently } from './http-api/routes.ts'
import type { LambdaHost } from './lambda-host.ts'

// NAME may be a name, a partial or a whole ARN, each with or without a version.
const invocationPath = /^\/2015-03-31\/functions\/([^/?]+)\/invocations(\?|$)/
const nameInArn =
  /^(?:(?:arn:[^:]+:lambda:[^:]*:)?\d{12}:function:|function:)?([A-Za-z0-9_-]+)(?::[A-Za-z0-9_$-]+)?$/
const payloadLimitBytes = 6 * 1024 * 1024

export function isInvocation(request: Pick<AwsRequest, 'method' | 'path'>): boolean {
  return request.method === 'POST' && invocationPath.test(request.path)
}

/** An Event (202) is tried once, where AWS would try thrice. */
export async function answerInvocation(host: LambdaHost, request: AwsRequest): Promise<AwsAnswer> {
  const asked = decodeLeniently(invocationPath.exec(request.path)?.[1] ?? '')
  const name = nameInArn.exec(asked)?.[1] ?? asked
  if (!host.has(name)) {
    const arn = `arn:aws:lambda:eu-west-2:000000000000:function:${name}`
    return refused(404, 'ResourceNotFoundException', `Function not found: ${arn}`)
  }
  if (request.body.length > payloadLimitBytes) {
    return refused(413, 'RequestTooLargeException', `Request must be smaller than ${payloadLimitBytes} bytes`)
  }
  const payload = parse(request.body)
  if (!payload) {
    return refused(400, 'InvalidRequestContentException', 'Could not parse request body into json')
  }
  switch (request.headers['x-amz-invocation-type'] ?? 'RequestResponse') {
    case 'DryRun':
      return answer(204, '')
    case 'Event':
      return { ...answer(202, ''), afterSent: () => void host.invoke(name, payload.value) }
    case 'RequestResponse':
      return invokeAndAnswer(host, name, payload.value)
    default:
      return refused(400, 'InvalidParameterValueException', 'Unknown X-Amz-Invocation-Type')
  }
}

async function invokeAndAnswer(host: LambdaHost, name: string, payload: unknown): Promise<AwsAnswer> {
  const result = await host.invoke(name, payload)
  if (result.ok) return answer(200, JSON.stringify(result.payload))
  const { errorType, errorMessage, trace } = result
  return answer(200, JSON.stringify({ errorType, errorMessage, trace }), {
    'X-Amz-Function-Error': 'Unhandled',
  })
}

function parse(body: Buffer): { value: unknown } | undefined {
  if (body.length === 0) return { value: {} }
  try {
    return { value: JSON.parse(body.toString('utf8')) as unknown }
  } catch {
    return undefined
  }
}

function answer(status: number, body: string, headers: Record<string, string> = {}): AwsAnswer {
  const always = { 'x-amzn-RequestId': randomUUID(), 'X-Amz-Executed-Version': '$LATEST' }
  return { status, headers: { 'Content-Type': 'application/json', ...always, ...headers }, body }
}

function refused(status: number, type: string, message: string): AwsAnswer {
  return answer(status, JSON.stringify({ Type: 'User', Message: message, message }), {
    'x-amzn-ErrorType': type,
  })
}

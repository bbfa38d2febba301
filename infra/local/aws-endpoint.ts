// One address for every embedded AWS service, told apart as their callers address them.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AwsAnswer, AwsRequest } from './aws-answer.ts'
import { isInvocation } from './lambda-api.ts'
import { readBody } from './read-body.ts'
import type { S3 } from './s3.ts'

// The largest is an email of 10 MB in base64, each of whose characters may be percent-encoded to three.
const bodyLimitBytes = 44 * 1024 * 1024

export type AwsServices = {
  dynamodb: (request: AwsRequest) => Promise<AwsAnswer>
  stepFunctions: (request: { target: string; body: string }) => Promise<AwsAnswer>
  lambda: (request: AwsRequest) => Promise<AwsAnswer>
  ses: (request: AwsRequest) => Promise<AwsAnswer>
  /** Reads and answers for itself: its bodies are too large to be held. */
  s3?: Pick<S3, 'isFor' | 'mayComeFromPage' | 'answer'>
}

export type AwsEndpoint = (request: IncomingMessage, response: ServerResponse) => Promise<void>

export function createAwsEndpoint(services: AwsServices): AwsEndpoint {
  const { s3 } = services
  return async (request, response) => {
    if (s3?.isFor(request) && (!isFromPage(request) || s3.mayComeFromPage(request))) {
      return s3.answer(request, response)
    }
    const { status, headers, body, afterSent } = await answer(services, request)
    response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body) })
    response.end(body)
    if (afterSent) setImmediate(afterSent)
  }
}

async function answer(services: AwsServices, request: IncomingMessage): Promise<AwsAnswer> {
  const body = await readBody(request, bodyLimitBytes)
  if (!body) return plain(413, `No service here takes more than ${bodyLimitBytes} bytes.`)
  if (isFromPage(request)) return plain(403, 'This address is not for pages in a browser.')
  const { method = 'GET', url: path = '/', headers } = request
  try {
    return await dispatch(services, { method, path, headers, body })
  } catch (error) {
    console.error(`${method} ${path} failed:`, error)
    return {
      status: 500,
      headers: { 'Content-Type': 'application/json', 'x-amzn-ErrorType': 'InternalFailure' },
      body: JSON.stringify({ __type: 'InternalFailure', message: 'See the standard error of npm start' }),
    }
  }
}

/** SDKs and the CLI send no Origin; a page in a browser that reaches for this address does. */
function isFromPage({ headers }: IncomingMessage): boolean {
  return headers.origin !== undefined
}

async function dispatch(services: AwsServices, request: AwsRequest): Promise<AwsAnswer> {
  const target = String(request.headers['x-amz-target'] ?? '')
  if (target.startsWith('DynamoDB_20120810.')) return services.dynamodb(request)
  if (target.startsWith('AWSStepFunctions.')) {
    return services.stepFunctions({ target, body: request.body.toString('utf8') })
  }
  if (isInvocation(request)) return services.lambda(request)
  if (isForm(request) && request.body.includes('Action=')) return services.ses(request)
  return plain(
    404,
    'Here are DynamoDB, Step Functions, Lambda (Invoke), S3 (one bucket) and SES (version 1); this is none of them.',
  )
}

function isForm({ method, headers }: AwsRequest): boolean {
  return method === 'POST' && /^application\/x-www-form-urlencoded\b/.test(headers['content-type'] ?? '')
}

function plain(status: number, text: string): AwsAnswer {
  return { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' }, body: `${text}\n` }
}

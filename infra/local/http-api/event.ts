// Makes of an HTTP request the event that API Gateway's HTTP API sends: payload format 2.0.
import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { decodeLeniently, type Match } from './routes.ts'

export function httpApiEvent(request: IncomingMessage, body: Buffer, match: Match): APIGatewayProxyEventV2 {
  const { path, query } = splitTarget(request)
  const headers = joinedHeaders(request)
  const cookies = (request.headers.cookie ?? '').split(/; */).filter((cookie) => cookie.includes('='))
  const queryStringParameters = joinedQuery(query)
  // API Gateway hands the path on decoded, as an exception among AWS's services.
  const rawPath = decodeLeniently(path)
  const now = new Date()
  return {
    version: '2.0',
    routeKey: match.routeKey,
    rawPath,
    rawQueryString: query,
    ...(cookies.length > 0 && { cookies }),
    headers,
    ...(query && { queryStringParameters }),
    requestContext: {
      accountId: '000000000000',
      apiId: 'laptop',
      domainName: headers.host ?? '127.0.0.1',
      domainPrefix: 'laptop',
      http: {
        method: request.method ?? 'GET',
        path: rawPath,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: match.routeKey,
      stage: '$default',
      time: commonLogTime(now),
      timeEpoch: now.getTime(),
    },
    ...(Object.keys(match.pathParameters).length > 0 && { pathParameters: match.pathParameters }),
    ...encodedBody(body, headers['content-type']),
  }
}

/** The target as it came: a URL parser would normalise odd paths or throw on them. */
export function splitTarget(request: IncomingMessage): { path: string; query: string } {
  const target = request.url ?? '/'
  const at = target.indexOf('?')
  return at < 0 ? { path: target, query: '' } : { path: target.slice(0, at), query: target.slice(at + 1) }
}

function joinedHeaders(request: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {}
  for (const [name, values] of Object.entries(request.headersDistinct)) {
    // API Gateway moves the cookies into a field of their own.
    if (values && name !== 'cookie') headers[name] = values.join(',')
  }
  headers['x-forwarded-for'] = request.socket.remoteAddress ?? '127.0.0.1'
  headers['x-forwarded-port'] = String(request.socket.localPort)
  headers['x-forwarded-proto'] = 'http'
  return headers
}

function joinedQuery(query: string): Record<string, string> {
  const joined = new Map<string, string>()
  for (const [name, value] of new URLSearchParams(query)) {
    const before = joined.get(name)
    joined.set(name, before === undefined ? value : `${before},${value}`)
  }
  return Object.fromEntries(joined)
}

function encodedBody(
  body: Buffer,
  contentType: string | undefined,
): Pick<APIGatewayProxyEventV2, 'body' | 'isBase64Encoded'> {
  if (body.length === 0) return { isBase64Encoded: false }
  const isBase64Encoded = !isText(contentType)
  return { body: body.toString(isBase64Encoded ? 'base64' : 'utf8'), isBase64Encoded }
}

// Not written in AWS's documentation, but measured on it by others (github.com/ministackorg/ministack/pull/766,
// github.com/floci-io/floci/issues/2172): all but these arrives in base64, forms and bodies without a type too.
function isText(contentType = ''): boolean {
  const [type = '', ...parameters] = contentType.toLowerCase().split(/\s*;\s*/)
  const utf8 = parameters.every((parameter) => !/^charset=(?!"?utf-8"?$)/.test(parameter))
  return utf8 && /^(text\/.+|application\/(json|xml|javascript))$/.test(type.trim())
}

function commonLogTime(date: Date): string {
  const [, day, month, year, time] = date.toUTCString().split(' ')
  return `${day}/${month}/${year}:${time} +0000`
}

// Makes of a function's result the HTTP answer, as API Gateway's HTTP API does for payload format 2.0.

// As in listen.ts.
const { validateHeaderName, validateHeaderValue } = process.getBuiltinModule('node:http')

export type HttpAnswer = {
  status: number
  headers: Record<string, string>
  cookies: string[]
  body: Buffer
}

// These belong to the connection, not to the function.
const notTheFunctions = new Set(['connection', 'content-length', 'date', 'keep-alive', 'transfer-encoding'])

export function jsonAnswer(status: number, content: unknown): HttpAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json' },
    cookies: [],
    body: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
  }
}

/** Throws if the result is not one that API Gateway could pass on. */
export function httpAnswer(result: unknown): HttpAnswer {
  if (!isRecord(result) || !('statusCode' in result)) return jsonAnswer(200, result ?? null)
  const status = Number(result.statusCode)
  if (!Number.isInteger(status) || status < 200 || status > 599) throw new Error('statusCode is not a status')
  const headers = plainHeaders(isRecord(result.headers) ? result.headers : {})
  const cookies = Array.isArray(result.cookies) ? result.cookies.map(String) : []
  for (const cookie of cookies) validateHeaderValue('set-cookie', cookie)
  const text = typeof result.body === 'string' ? result.body : ''
  const body = Buffer.from(text, result.isBase64Encoded === true ? 'base64' : 'utf8')
  if (body.length > 0) headers['content-type'] ??= 'text/plain;charset=UTF-8'
  return { status, headers, cookies, body }
}

function plainHeaders(given: Record<string, unknown>): Record<string, string> {
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(given)) {
    const lower = name.toLowerCase()
    if (value === null || notTheFunctions.has(lower)) continue
    validateHeaderName(name)
    validateHeaderValue(name, String(value))
    headers[lower] = String(value)
  }
  return headers
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

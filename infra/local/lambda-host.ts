// Runs the functions in this process, as Lambda would.
import { randomUUID } from 'node:crypto'
import type { Context } from 'aws-lambda'

// biome-ignore lint/suspicious/noExplicitAny: every function has an event type of its own.
export type Handler = (event: any, context: Context) => unknown

type FunctionError = { errorType: string; errorMessage: string; trace: string[] }
export type Invoked = { ok: true; payload: unknown } | ({ ok: false } & FunctionError)

export type LambdaHost = {
  names: readonly string[]
  has: (name: string) => boolean
  invoke: (name: string, payload: unknown) => Promise<Invoked>
  /** Loads every function; a line for each reason why some cannot be loaded. */
  loadAll: () => Promise<string[]>
}

/**
 * Payload and result go through JSON, as on AWS. A failure is a value; `invoke` throws only on an unknown name.
 * `expectedErrors`: the error types that are part of the workflow, and so not worth a line on stderr.
 */
export function createLambdaHost(options: {
  names: readonly string[]
  load: (name: string) => Promise<Handler>
  timeoutMs?: number
  expectedErrors?: readonly string[]
}): LambdaHost {
  const timeoutMs = options.timeoutMs ?? 15_000
  const names = new Set(options.names)
  const loaded = new Map<string, Promise<Handler>>()

  function load(name: string): Promise<Handler> {
    let handler = loaded.get(name)
    if (!handler) {
      handler = options.load(name)
      loaded.set(name, handler)
    }
    return handler
  }

  async function invoke(name: string, payload: unknown): Promise<Invoked> {
    if (!names.has(name)) throw new Error(`There is no function ${name}`)
    let result: Invoked
    try {
      const handler = await load(name)
      result = await run(name, handler, payload, timeoutMs)
    } catch (error) {
      result = { ok: false, ...functionError(error) }
    }
    if (!result.ok && !options.expectedErrors?.includes(result.errorType)) {
      console.error(`${name} failed: ${oneLine(result)}`)
    }
    return result
  }

  async function loadAll(): Promise<string[]> {
    const outcomes = await Promise.allSettled(options.names.map(load))
    const reasons = new Map<string, string[]>()
    for (const [at, outcome] of outcomes.entries()) {
      if (outcome.status === 'fulfilled') continue
      const reason = oneLine(functionError(outcome.reason))
      reasons.set(reason, [...(reasons.get(reason) ?? []), options.names[at]!])
    }
    return [...reasons].map(([reason, names]) => `${names.join(', ')} cannot be loaded. ${reason}`)
  }

  return { names: options.names, has: (name) => names.has(name), invoke, loadAll }
}

async function run(name: string, handler: Handler, payload: unknown, timeoutMs: number): Promise<Invoked> {
  const requestId = randomUUID()
  const event: unknown = JSON.parse(JSON.stringify(payload ?? {}))
  const timeout = Promise.withResolvers<Invoked>()
  const timer = setTimeout(() => timeout.resolve(timedOut(requestId, timeoutMs)), timeoutMs)
  try {
    const finished = Promise.resolve(handler(event, context(name, requestId, timeoutMs))).then(asPayload)
    return await Promise.race([finished, timeout.promise])
  } finally {
    clearTimeout(timer)
  }
}

function asPayload(result: unknown): Invoked {
  return { ok: true, payload: JSON.parse(JSON.stringify(result) ?? 'null') as unknown }
}

function timedOut(requestId: string, timeoutMs: number): Invoked {
  const errorMessage = `RequestId: ${requestId} Error: Task timed out after ${(timeoutMs / 1000).toFixed(2)} seconds`
  return { ok: false, errorType: 'Sandbox.Timedout', errorMessage, trace: [] }
}

function functionError(error: unknown): FunctionError {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: String(error), trace: [] }
  const trace = (error.stack ?? '').split('\n').map((line) => line.trim())
  return { errorType: error.name, errorMessage: error.message, trace }
}

function oneLine({ errorType, errorMessage }: FunctionError): string {
  return `${errorType}: ${errorMessage}`.replaceAll(/\s+/g, ' ')
}

function context(name: string, requestId: string, timeoutMs: number): Context {
  const deadline = performance.now() + timeoutMs
  return {
    awsRequestId: requestId,
    callbackWaitsForEmptyEventLoop: true,
    functionName: name,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:eu-west-2:000000000000:function:${name}`,
    logGroupName: `/aws/lambda/${name}`,
    logStreamName: 'laptop',
    memoryLimitInMB: '256',
    getRemainingTimeInMillis: () => Math.max(0, Math.round(deadline - performance.now())),
    done: useThePromise,
    fail: useThePromise,
    succeed: useThePromise,
  }
}

function useThePromise(): never {
  throw new Error('Node 24 on Lambda knows no context.done, fail and succeed: return or throw')
}

// The AWS JSON 1.0 face of the engine, as a function of a request: whoever has an HTTP port mounts it.
import { randomUUID } from 'node:crypto'
import type * as z from 'zod'
import type { Engine } from './engine.ts'
import { ERROR_OF_FIELD, type Operation, requests } from './requests.ts'
import { ServiceError, type ServiceErrorName } from './service-error.ts'

/** `target` is the header X-Amz-Target, `body` the text of the request. */
type ApiRequest = { target: string; body: string }
type ApiResponse = { status: number; headers: Record<string, string>; body: string }
export type StepFunctionsApi = (request: ApiRequest) => Promise<ApiResponse>

const TARGET = 'AWSStepFunctions.'

/** `wake` is told which execution has something to do now. What is not a ServiceError rejects. */
export function createStepFunctionsApi(options: {
  engine: Engine
  wake: (executionArn: string) => void
}): StepFunctionsApi {
  const operations = operationsOf(options.engine, options.wake)
  return async ({ target, body }) => {
    try {
      const name = target.startsWith(TARGET) ? target.slice(TARGET.length) : ''
      if (!isOperation(name)) throw new ServiceError('UnknownOperationException', `no operation '${target}'`)
      return response(200, epochSeconds(operations[name](body)))
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error
      return response(400, { __type: errorType(error.name), message: error.message })
    }
  }
}

function isOperation(name: string): name is Operation {
  return Object.hasOwn(requests, name)
}

function operationsOf(
  engine: Engine,
  wake: (executionArn: string) => void,
): Record<Operation, (body: string) => unknown> {
  const woken = ({ executionArn }: { executionArn: string }): object => {
    wake(executionArn)
    return {}
  }
  return {
    CreateStateMachine: (body) => engine.createStateMachine(read('CreateStateMachine', body)),
    UpdateStateMachine: (body) => engine.updateStateMachine(read('UpdateStateMachine', body)),
    DescribeStateMachine: (body) => engine.describeStateMachine(read('DescribeStateMachine', body)),
    ListStateMachines: (body) => engine.listStateMachines(read('ListStateMachines', body)),
    StartExecution(body) {
      const started = engine.startExecution({ name: randomUUID(), ...read('StartExecution', body) })
      wake(started.executionArn)
      return started
    },
    DescribeExecution: (body) => engine.describeExecution(read('DescribeExecution', body)),
    ListExecutions: (body) => engine.listExecutions(read('ListExecutions', body)),
    GetExecutionHistory: (body) => engine.getExecutionHistory(read('GetExecutionHistory', body)),
    StopExecution: (body) => engine.stopExecution(read('StopExecution', body)),
    SendTaskSuccess: (body) => woken(engine.sendTaskSuccess(read('SendTaskSuccess', body))),
    SendTaskFailure: (body) => woken(engine.sendTaskFailure(read('SendTaskFailure', body))),
    SendTaskHeartbeat: (body) => woken(engine.sendTaskHeartbeat(read('SendTaskHeartbeat', body))),
  }
}

type Given<T> = { [K in keyof T]: Exclude<T[K], undefined> }

function read<O extends Operation>(operation: O, body: string): Given<z.infer<(typeof requests)[O]>> {
  let json: unknown
  try {
    json = JSON.parse(body === '' ? '{}' : body)
  } catch {
    throw new ServiceError('SerializationException', 'the body is not JSON')
  }
  const parsed = requests[operation].safeParse(json)
  // JSON has no undefined, so that what is optional is either absent or there.
  if (parsed.success) return parsed.data as Given<z.infer<(typeof requests)[O]>>
  const { path, message } = parsed.error.issues[0] as z.core.$ZodIssue
  const field = String(path[0] ?? '')
  const isMissing = typeof json === 'object' && json !== null && !Object.hasOwn(json, field)
  const name = isMissing ? undefined : ERROR_OF_FIELD[field]
  throw new ServiceError(
    name ?? 'ValidationException',
    `1 validation error detected: Value at '${field}' failed to satisfy constraint: ${message}`,
  )
}

const CORAL: Partial<Record<ServiceErrorName, string>> = {
  ValidationException: 'com.amazon.coral.validate',
  SerializationException: 'com.amazon.coral.service',
  UnknownOperationException: 'com.amazon.coral.service',
}

function errorType(name: ServiceErrorName): string {
  return `${CORAL[name] ?? 'com.amazonaws.swf.service.v2.model'}#${name}`
}

function response(status: number, value: unknown): ApiResponse {
  const headers = { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': randomUUID() }
  return { status, headers, body: JSON.stringify(value) }
}

/** The protocol writes instants as seconds since 1970, with a fraction. */
function epochSeconds(value: unknown): unknown {
  if (value instanceof Date) return value.getTime() / 1000
  if (Array.isArray(value)) return value.map(epochSeconds)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, epochSeconds(item)]))
}

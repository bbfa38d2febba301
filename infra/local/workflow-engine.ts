// Step Functions on the laptop: the engine, its file, its API, and what drives it.
import { randomBytes } from 'node:crypto'
import { functionArnPrefix } from './environment.ts'
import { createEndTeller, type ExecutionEvent } from './execution-events.ts'
import type { LambdaHost } from './lambda-host.ts'
import { executionArn, stateMachineArn } from './step-functions/arns.ts'
import { createEngine, type Engine } from './step-functions/engine.ts'
import { hasEndedBadly } from './step-functions/execution.ts'
import { type Pump, startPump } from './step-functions/pump.ts'
import { createStepFunctionsApi, type StepFunctionsApi } from './step-functions/server.ts'
import { ServiceError } from './step-functions/service-error.ts'
import { createSqliteStore } from './step-functions/sqlite-store.ts'
import type { Store } from './step-functions/store.ts'

export type WorkflowEngine = {
  answer: StepFunctionsApi
  /** The engine's own commands that only read. */
  look: WorkflowLook
  /** Goes on with what was under way, and then with whatever comes. */
  begin: () => void
  /** The clock has moved. */
  wake: () => void
  /** When an execution next goes on of itself. */
  nextDue: () => Date | undefined
  /** Takes up nothing more. */
  stop: () => Promise<void>
  close: () => void
}

export type WorkflowLook = Pick<
  Engine,
  'listStateMachines' | 'listExecutions' | 'describeExecution' | 'getExecutionHistory'
> & {
  /** The ARN of an execution; whether there is one is another question. */
  executionArn: (machine: string, name: string) => string
  /** The definition that an execution began with. */
  definitionOf: (executionArn: string) => string
}

const place = { region: 'eu-west-2', account: '000000000000' }
const roleArn = `arn:aws:iam::${place.account}:role/laptop`

export function openWorkflowEngine(options: {
  file: string
  host: Pick<LambdaHost, 'has' | 'invoke'>
  stateMachines: readonly { name: string; definition: string }[]
  /** Takes the event of an execution that has failed or been stopped; if it rejects, the event comes again. */
  onEnd?: (event: ExecutionEvent) => Promise<unknown>
  /** Is told of the executions that are being advanced, and of the events that are being given. */
  track?: <T>(advancing: Promise<T>) => Promise<T>
}): WorkflowEngine {
  const { file, host, stateMachines, onEnd = async () => {}, track = (advancing) => advancing } = options
  const kept = createSqliteStore(file)
  const teller = createEndTeller({ store: kept, onEvent: onEnd, track })
  const store: Store = {
    ...kept,
    save: (change) => {
      const isKept = kept.save(change)
      if (isKept && hasEndedBadly(change.execution)) teller.tell()
      return isKept
    },
  }
  const now = () => new Date()
  const engine = createEngine({
    store,
    now,
    random: Math.random,
    mintToken: () => randomBytes(48).toString('base64url'),
    invoke: async (functionArn, payload) => {
      const name = functionArn.replace(functionArnPrefix, '')
      if (host.has(name)) return host.invoke(name, payload)
      const errorMessage = `Function not found: ${functionArn}`
      return { ok: false, errorType: 'Lambda.ResourceNotFoundException', errorMessage, trace: [] }
    },
    ...place,
  })
  for (const machine of stateMachines) createOrUpdate(engine, machine)
  let pump: Pump | undefined
  return {
    answer: createStepFunctionsApi({ engine, wake: (executionArn) => pump?.wake(executionArn) }),
    look: {
      ...engine,
      executionArn: (machine, name) => executionArn(stateMachineArn(place, machine), name),
      definitionOf: (arn) => store.definition(store.execution(arn)?.definitionId ?? '') ?? '',
    },
    wake: () => {
      pump?.wake()
      teller.tell()
    },
    nextDue: () => engine.nextDue(),
    begin: () => {
      pump = startPump({
        engine: { ...engine, advance: (arn) => track(engine.advance(arn)) },
        now,
        onError: (error, executionArn) => console.error(`${executionArn} could not go on:`, error),
      })
      teller.tell()
    },
    stop: async () => {
      await pump?.stop()
      await teller.stop()
    },
    close: () => store.close(),
  }
}

// A generator that was improved since makes another definition under the same name.
function createOrUpdate(engine: Engine, { name, definition }: { name: string; definition: string }): void {
  try {
    engine.createStateMachine({ name, definition, roleArn })
  } catch (error) {
    if (!(error instanceof ServiceError) || error.name !== 'StateMachineAlreadyExists') throw error
    engine.updateStateMachine({ stateMachineArn: stateMachineArn(place, name), definition })
  }
}

// Pure: what an execution does next of its own accord, until it needs a function, a callback or time.
import { contextObject } from './context-object.ts'
import { matches, retrierFor, retryDelay } from './error-matching.ts'
import type { Change, Execution, Failure, Phase } from './execution.ts'
import { EvaluationError, type States, type Template } from './expressions.ts'
import { isTooLarge, type Json, parseJson } from './json.ts'
import type {
  Machine,
  MachineChoice,
  MachineFail,
  MachineState,
  MachineSucceed,
  MachineTask,
} from './machine.ts'
import { MAX_EVENTS, type Recorder, recordChange } from './recorder.ts'
import { resourceOf } from './task-resource.ts'

/** What the interpreter may not have of its own: the moment (in milliseconds), chance, and fresh tokens. */
export type Givens = { now: number; random: () => number; mintToken: () => string }

export function canProceed(execution: Execution, now: number): boolean {
  return execution.frame !== undefined && isReady(execution.frame.phase, now)
}

function isReady(phase: Phase, now: number): boolean {
  return (
    phase.kind === 'entering' || phase.kind === 'settled' || (phase.kind === 'sleeping' && phase.until <= now)
  )
}

export async function proceed(machine: Machine, before: Execution, givens: Givens): Promise<Change> {
  const recorder = recordChange(before, givens.now)
  while (canProceed(recorder.execution, givens.now) && recorder.execution.lastEventId < MAX_EVENTS) {
    await step(machine, recorder, givens)
  }
  return recorder.finish()
}

function stateOf(machine: Machine, name: string): MachineState {
  const state = machine.states.get(name)
  if (!state) throw new Error(`the definition has no state ${name}`)
  return state
}

async function step(machine: Machine, recorder: Recorder, givens: Givens): Promise<void> {
  const state = stateOf(machine, recorder.frame.state)
  const { phase } = recorder.frame
  if (state.type === 'Task') {
    if (phase.kind === 'settled') {
      if (phase.result.ok) await complete(state, recorder, givens, phase.result.output)
      else await failTask(state, recorder, givens, phase.result.failure)
      return
    }
    if (phase.kind === 'entering') enter(recorder, 'TaskStateEntered', givens, state.retry.length)
    await schedule(state, recorder, givens)
    return
  }
  enter(recorder, `${state.type}StateEntered`, givens, 0)
  if (state.type === 'Choice') await choose(state, recorder)
  else if (state.type === 'Succeed') await succeed(state, recorder)
  else await fail(state, recorder)
}

function enter(recorder: Recorder, type: string, givens: Givens, retriers: number): void {
  const { state: name, input } = recorder.frame
  const enteredEventId = recorder.add(type, { name, input }, 'stateEnteredEventDetails')
  const retried = Array<number>(retriers).fill(0)
  recorder.frame = { ...recorder.frame, enteredAt: givens.now, enteredEventId, retryCount: 0, retried }
}

function leave(recorder: Recorder, stateType: string, output: string, next: string | undefined): void {
  const { frame } = recorder
  recorder.add(`${stateType}StateExited`, { name: frame.state, output }, 'stateExitedEventDetails')
  if (next === undefined) recorder.succeed(output)
  else recorder.move({ kind: 'entering' }, { state: next, input: output })
}

/** A failure of the state itself, as against one of the interpreter. */
class StateFailure extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.error)
    this.failure = failure
  }
}

/** Runs what may fail within a state, and gives the failure to whoever decides what becomes of it. */
async function orElse(work: () => Promise<void>, otherwise: (failure: Failure) => unknown): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof StateFailure)) throw error
    await otherwise(error.failure)
  }
}

function statesOf(recorder: Recorder, extra: Omit<States, 'input' | 'context'> = {}, token?: string): States {
  const { execution, frame } = recorder
  return { input: parseJson(frame.input), context: contextObject(execution, frame, token), ...extra }
}

async function evaluate(template: Template, recorder: Recorder, states: States): Promise<Json> {
  try {
    return await template(states)
  } catch (error) {
    if (!(error instanceof EvaluationError)) throw error
    throw evaluationFailed(recorder, error.location, error.message)
  }
}

function evaluationFailed(recorder: Recorder, location: string, message: string): StateFailure {
  const { state, enteredEventId } = recorder.frame
  const where = `An error occurred while executing the state '${state}' (entered at the event id #${enteredEventId}).`
  const failure = { error: 'States.QueryEvaluationError', cause: `${where} ${message}` }
  recorder.add('EvaluationFailed', { ...failure, location, state })
  return new StateFailure(failure)
}

function withinLimit(recorder: Recorder, text: string, what: string): string {
  if (!isTooLarge(text)) return text
  const cause = `The state/task '${recorder.frame.state}' ${what} with a size exceeding the maximum number of bytes service limit.`
  throw new StateFailure({ error: 'States.DataLimitExceeded', cause })
}

/** The output of a state: its own template, or what would be there without one. */
async function outputOf(
  template: Template | undefined,
  recorder: Recorder,
  extra: Omit<States, 'input' | 'context'>,
  otherwise: string,
): Promise<string> {
  if (template === undefined) return otherwise
  const output = JSON.stringify(await evaluate(template, recorder, statesOf(recorder, extra)))
  return withinLimit(recorder, output, 'returned a result')
}

async function choose(state: MachineChoice, recorder: Recorder): Promise<void> {
  await orElse(
    async () => {
      const { next, output } = await matchingRule(state, recorder)
      leave(recorder, 'Choice', await outputOf(output, recorder, {}, recorder.frame.input), next)
    },
    (failure) => recorder.fail(failure),
  )
}

async function matchingRule(
  state: MachineChoice,
  recorder: Recorder,
): Promise<{ next: string; output: Template | undefined }> {
  const states = statesOf(recorder)
  for (const rule of state.choices) {
    const value = await evaluate(rule.condition, recorder, states)
    if (value === true) return rule
    if (value !== false) {
      const message = `The field '${rule.location}' must be a boolean, but was: ${JSON.stringify(value)}`
      throw evaluationFailed(recorder, rule.location, message)
    }
  }
  return state.otherwise
}

async function succeed(state: MachineSucceed, recorder: Recorder): Promise<void> {
  await orElse(
    async () =>
      leave(recorder, 'Succeed', await outputOf(state.output, recorder, {}, recorder.frame.input), undefined),
    (failure) => recorder.fail(failure),
  )
}

async function fail(state: MachineFail, recorder: Recorder): Promise<void> {
  await orElse(
    async () => {
      const error = await textOf(state.error, recorder, 'Error')
      const cause = await textOf(state.cause, recorder, 'Cause')
      recorder.fail({ ...(error !== undefined && { error }), ...(cause !== undefined && { cause }) })
    },
    (failure) => recorder.fail(failure),
  )
}

async function textOf(
  template: Template | undefined,
  recorder: Recorder,
  field: string,
): Promise<string | undefined> {
  if (template === undefined) return undefined
  const value = await evaluate(template, recorder, statesOf(recorder))
  if (typeof value === 'string') return value
  throw evaluationFailed(
    recorder,
    field,
    `The field '${field}' must be a string, but was: ${JSON.stringify(value)}`,
  )
}

async function schedule(state: MachineTask, recorder: Recorder, givens: Givens): Promise<void> {
  const token = state.waits ? givens.mintToken() : undefined
  await orElse(
    async () => {
      const args = (await evaluate(state.arguments, recorder, statesOf(recorder, {}, token))) as {
        FunctionName: Json
        Payload: Json
      }
      if (typeof args.FunctionName !== 'string') {
        const message = "The field 'Arguments/FunctionName' must be a string"
        throw evaluationFailed(recorder, 'Arguments/FunctionName', message)
      }
      const parameters = withinLimit(recorder, JSON.stringify(args), 'has an input')
      const { timeoutSeconds, heartbeatSeconds } = state
      const resource = resourceOf(state)
      recorder.add('TaskScheduled', {
        ...resource,
        region: recorder.execution.arn.split(':')[3],
        parameters,
        ...(timeoutSeconds !== undefined && { timeoutInSeconds: timeoutSeconds }),
        ...(heartbeatSeconds !== undefined && { heartbeatInSeconds: heartbeatSeconds }),
      })
      recorder.add('TaskStarted', resource)
      recorder.move({
        kind: 'invoking',
        functionName: args.FunctionName,
        payload: JSON.stringify(args.Payload),
        ...(token !== undefined && { token }),
        ...(timeoutSeconds !== undefined && { timeoutAt: givens.now + timeoutSeconds * 1000 }),
        ...(heartbeatSeconds !== undefined && { heartbeatAt: givens.now + heartbeatSeconds * 1000 }),
      })
    },
    (failure) => failTask(state, recorder, givens, failure),
  )
}

async function complete(
  state: MachineTask,
  recorder: Recorder,
  givens: Givens,
  result: string,
): Promise<void> {
  await orElse(
    async () => {
      const extra = state.output === undefined ? {} : { result: parseJson(result) }
      leave(recorder, 'Task', await outputOf(state.output, recorder, extra, result), state.next)
    },
    (failure) => failTask(state, recorder, givens, failure),
  )
}

/** Retry before Catch, and what neither takes ends the execution. */
async function failTask(
  state: MachineTask,
  recorder: Recorder,
  givens: Givens,
  failure: Failure,
): Promise<void> {
  const { frame } = recorder
  const retrier = retrierFor(state.retry, frame.retried, failure.error)
  if (retrier !== undefined) {
    const earlier = frame.retried[retrier] ?? 0
    const delay = retryDelay(state.retry[retrier]!, earlier, givens.random)
    recorder.move(
      { kind: 'sleeping', until: givens.now + delay },
      { retryCount: frame.retryCount + 1, retried: frame.retried.with(retrier, earlier + 1) },
    )
    return
  }
  const catcher = state.catch.find(({ errorEquals }) => matches(errorEquals, failure.error))
  if (catcher === undefined) return recorder.fail(failure)
  const errorOutput = { Error: failure.error, Cause: failure.cause }
  await orElse(
    async () => {
      const output = await outputOf(catcher.output, recorder, { errorOutput }, JSON.stringify(errorOutput))
      leave(recorder, 'Task', output, catcher.next)
    },
    (second) => recorder.fail(second),
  )
}

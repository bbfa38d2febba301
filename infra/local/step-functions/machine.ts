// Turns the text of a definition into something that can run, or says why it cannot, as AWS would.
import { createHash } from 'node:crypto'
import type * as z from 'zod'
import {
  type Catcher,
  type Choice,
  Definition,
  type Fail,
  type State,
  type Task,
  WAIT_FOR_TOKEN,
} from './asl.ts'
import { type CompiledTemplate, compileTemplate, type Template, TemplateError } from './expressions.ts'
import { type Json, parseJson } from './json.ts'
import { ServiceError } from './service-error.ts'

export type Machine = { startAt: string; states: ReadonlyMap<string, MachineState> }

export type MachineState = MachineChoice | MachineTask | MachineSucceed | MachineFail
export type MachineChoice = {
  type: 'Choice'
  choices: readonly { condition: Template; location: string; next: string; output: Template | undefined }[]
  otherwise: { next: string; output: Template | undefined }
}
export type MachineTask = {
  type: 'Task'
  waits: boolean
  arguments: Template
  output: Template | undefined
  retry: NonNullable<Task['Retry']>
  catch: readonly { errorEquals: readonly string[]; next: string; output: Template | undefined }[]
  timeoutSeconds: number | undefined
  heartbeatSeconds: number | undefined
  /** Undefined: the execution ends here. */
  next: string | undefined
}
export type MachineSucceed = { type: 'Succeed'; output: Template | undefined }
export type MachineFail = { type: 'Fail'; error: Template | undefined; cause: Template | undefined }

export function definitionId(definition: string): string {
  return createHash('sha256').update(definition).digest('base64url')
}

const compiled = new Map<string, Machine>()

/** Compiled once a process, by content: an engine that is made anew over the same store pays nothing. */
export function machineOf(id: string, definition: () => string): Machine {
  const known = compiled.get(id)
  if (known) return known
  const machine = compileMachine(definition())
  compiled.set(id, machine)
  return machine
}

/** Throws InvalidDefinition, naming the state, the field and what is wrong with it. */
export function compileMachine(text: string): Machine {
  const definition = readDefinition(text)
  const names = Object.keys(definition.States)
  refuseMissingTargets(definition)
  refuseUnreachable(definition, names)
  return {
    startAt: definition.StartAt,
    states: new Map(names.map((name) => [name, compileState(name, definition.States[name]!)])),
  }
}

function invalid(kind: string, message: string, path: string): ServiceError {
  return new ServiceError(
    'InvalidDefinition',
    `Invalid State Machine Definition: '${kind}: ${message} at ${path}'`,
  )
}

function readDefinition(text: string): Definition {
  let json: Json
  try {
    json = parseJson(text)
  } catch (error) {
    throw invalid('INVALID_JSON_DESCRIPTION', error instanceof Error ? error.message : String(error), '/')
  }
  const parsed = Definition.safeParse(json)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0] as z.core.$ZodIssue
  throw invalid('SCHEMA_VALIDATION_FAILED', issue.message, pathOf(issue.path))
}

function pathOf(path: readonly PropertyKey[]): string {
  return path.map((part) => (typeof part === 'number' ? `[${part}]` : `/${String(part)}`)).join('') || '/'
}

/** Every place that a state can go on to, with the field that says so. */
function targetsOf(state: State): [field: string, target: string][] {
  if (state.Type === 'Choice') {
    const chosen = state.Choices.map(({ Next }, i): [string, string] => [`Choices[${i}]/Next`, Next])
    return [...chosen, ['Default', state.Default]]
  }
  if (state.Type !== 'Task') return []
  const caught = (state.Catch ?? []).map(({ Next }, i): [string, string] => [`Catch[${i}]/Next`, Next])
  return state.Next === undefined ? caught : [['Next', state.Next], ...caught]
}

function refuseMissingTargets(definition: Definition): void {
  if (!Object.hasOwn(definition.States, definition.StartAt)) {
    throw invalid('MISSING_TRANSITION_TARGET', `Missing 'StartAt' target: ${definition.StartAt}`, '/StartAt')
  }
  for (const [name, state] of Object.entries(definition.States)) {
    for (const [field, target] of targetsOf(state)) {
      if (Object.hasOwn(definition.States, target)) continue
      const last = field.slice(field.lastIndexOf('/') + 1)
      throw invalid(
        'MISSING_TRANSITION_TARGET',
        `Missing '${last}' target: ${target}`,
        `/States/${name}/${field}`,
      )
    }
  }
}

function refuseUnreachable(definition: Definition, names: readonly string[]): void {
  const reached = new Set([definition.StartAt])
  for (const name of reached) {
    for (const [, target] of targetsOf(definition.States[name]!)) reached.add(target)
  }
  const lost = names.find((name) => !reached.has(name))
  if (lost !== undefined) {
    throw invalid('MISSING_TRANSITION_TARGET', `State "${lost}" is not reachable`, `/States/${lost}`)
  }
}

function compileState(name: string, state: State): MachineState {
  switch (state.Type) {
    case 'Choice':
      return compileChoice(name, state)
    case 'Task':
      return compileTask(name, state)
    case 'Succeed':
      return { type: 'Succeed', output: optional(name, state.Output, 'Output') }
    case 'Fail':
      return compileFail(name, state)
  }
}

function compileChoice(name: string, state: Choice): MachineChoice {
  return {
    type: 'Choice',
    choices: state.Choices.map((rule, index) => {
      const location = `Choices[${index}]/Condition`
      if (!rule.Condition.startsWith('{%')) {
        throw invalid(
          'SCHEMA_VALIDATION_FAILED',
          'must be a JSONata expression',
          `/States/${name}/${location}`,
        )
      }
      return {
        condition: template(name, rule.Condition, location).evaluate,
        location,
        next: rule.Next,
        output: optional(name, rule.Output, `Choices[${index}]/Output`),
      }
    }),
    otherwise: { next: state.Default, output: optional(name, state.Output, 'Output') },
  }
}

function compileTask(name: string, state: Task): MachineTask {
  const waits = state.Resource === WAIT_FOR_TOKEN
  const args = template(name, state.Arguments, 'Arguments')
  if (waits && !args.reads.has('context.Task.Token')) {
    throw invalid(
      'SCHEMA_VALIDATION_FAILED',
      'a task with .waitForTaskToken must pass $states.context.Task.Token',
      `/States/${name}/Arguments`,
    )
  }
  return {
    type: 'Task',
    waits,
    arguments: args.evaluate,
    output: optional(name, state.Output, 'Output'),
    retry: state.Retry ?? [],
    catch: (state.Catch ?? []).map((catcher: Catcher, index) => ({
      errorEquals: catcher.ErrorEquals,
      next: catcher.Next,
      output: optional(name, catcher.Output, `Catch[${index}]/Output`),
    })),
    timeoutSeconds: state.TimeoutSeconds,
    heartbeatSeconds: state.HeartbeatSeconds,
    next: state.Next,
  }
}

function compileFail(name: string, state: Fail): MachineFail {
  return {
    type: 'Fail',
    error: optional(name, state.Error, 'Error'),
    cause: optional(name, state.Cause, 'Cause'),
  }
}

function optional(state: string, value: Json | undefined, location: string): Template | undefined {
  return value === undefined ? undefined : template(state, value, location).evaluate
}

function template(state: string, value: Json, location: string): CompiledTemplate {
  try {
    return compileTemplate(value, location)
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error
    throw invalid('SCHEMA_VALIDATION_FAILED', error.message, `/States/${state}/${error.location}`)
  }
}

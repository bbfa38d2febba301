// Compiles JSONata templates once, and evaluates them against $states to plain JSON.
import jsonata from 'jsonata'
import type { Json } from './json.ts'
import { BUILT_IN_FUNCTIONS, parse } from './jsonata-functions.ts'

/** What `$states` offers to an expression; result and errorOutput only where AWS has them. */
export type States = {
  input: Json
  context: Json
  result?: Json
  errorOutput?: { Error: string; Cause: string }
}

/** Evaluates to plain JSON, or throws an EvaluationError. `location` is AWS's: `Arguments/Payload/wait`. */
export type Template = (states: States) => Promise<Json>

export class EvaluationError extends Error {
  readonly location: string

  constructor(location: string, message: string) {
    super(message)
    this.location = location
  }
}

/** A string that is no template although it looks like one, or an expression that does not compile. */
export class TemplateError extends Error {
  readonly location: string

  constructor(location: string, message: string) {
    super(message)
    this.location = location
  }
}

export type CompiledTemplate = {
  evaluate: Template
  /** The `$states` paths that the template reads, such as `context.Task.Token`. */
  reads: ReadonlySet<string>
}

type Evaluator = (states: States) => Json | Promise<Json>

export function compileTemplate(template: Json, location: string): CompiledTemplate {
  const reads = new Set<string>()
  const evaluator = compileNode(template, location, reads)
  return { evaluate: async (states) => evaluator(states), reads }
}

function compileNode(template: Json, location: string, reads: Set<string>): Evaluator {
  if (typeof template === 'string') return compileString(template, location, reads)
  if (template === null || typeof template !== 'object') return () => template
  if (Array.isArray(template)) {
    const items = template.map((item, index) => compileNode(item, `${location}[${index}]`, reads))
    return async (states) => {
      const values: Json[] = []
      for (const item of items) values.push(await item(states))
      return values
    }
  }
  const entries = Object.entries(template).map(
    ([key, value]) => [key, compileNode(value, `${location}/${key}`, reads)] as const,
  )
  return async (states) => {
    const values: [string, Json][] = []
    for (const [key, evaluator] of entries) {
      const value = evaluator(states)
      values.push([key, value instanceof Promise ? await value : value])
    }
    return Object.fromEntries(values)
  }
}

function compileString(text: string, location: string, reads: Set<string>): Evaluator {
  const opens = text.startsWith('{%')
  const closes = text.endsWith('%}') && text.length >= 4
  if (!opens && !closes) return () => text
  if (!opens || !closes) throw new TemplateError(location, `must start with {% and end with %}: ${text}`)
  return compileExpression(text.slice(2, -2).trim(), location, reads)
}

const known = new Map<string, jsonata.Expression>()

/** Once a process: the state machines of all definitions say nearly the same. */
function parsed(source: string): jsonata.Expression {
  const expression = known.get(source) ?? jsonata(source)
  known.set(source, expression)
  return expression
}

function compileExpression(source: string, location: string, reads: Set<string>): Evaluator {
  let expression: jsonata.Expression
  try {
    expression = parsed(source)
  } catch (error) {
    throw new TemplateError(location, `the expression '${source}' does not compile: ${messageOf(error)}`)
  }
  const ast = expression.ast() as unknown as Node
  refuseUnknownVariables(ast, source, location)
  collectReads(ast, reads)

  const said = `The JSONata expression '${source}' specified for the field '${location}'`
  const slow = async (states: States): Promise<Json> => {
    let value: unknown
    try {
      value = await expression.evaluate(undefined, { states, parse })
    } catch (error) {
      throw new EvaluationError(location, `${said} threw an error during evaluation. ${messageOf(error)}`)
    }
    if (value === undefined) throw new EvaluationError(location, `${said} returned nothing (undefined).`)
    const json = plainJson(value)
    if (json === undefined) {
      throw new EvaluationError(location, `${said} returned a value that is not JSON.`)
    }
    return json
  }
  const quick = shortcut(ast)
  return quick === undefined ? slow : (states) => quick(states) ?? slow(states)
}

type Node = { type: string; value?: unknown; steps?: Node[]; lhs?: Node; rhs?: Node; [key: string]: unknown }

function* nodesOf(tree: unknown, seen = new Set<unknown>()): Generator<Node> {
  if (tree === null || typeof tree !== 'object' || seen.has(tree)) return
  seen.add(tree)
  if ('type' in tree) yield tree as Node
  for (const child of Object.values(tree)) yield* nodesOf(child, seen)
}

function variableNames(nodes: unknown): string[] {
  return [...nodesOf(nodes)].filter((node) => node.type === 'variable').map((node) => String(node.value))
}

function refuseUnknownVariables(ast: Node, source: string, location: string): void {
  const nodes = [...nodesOf(ast)]
  const bound = nodes.flatMap((node) => {
    if (node.type === 'bind') return variableNames(node.lhs)
    if (node.type === 'lambda') return variableNames(node.arguments)
    return [node.focus, node.index].filter((name) => typeof name === 'string')
  })
  const known = new Set(['', 'states', 'parse', ...BUILT_IN_FUNCTIONS, ...bound])
  const unknown = variableNames(ast).find((name) => name === 'eval' || !known.has(name))
  if (unknown !== undefined) {
    throw new TemplateError(
      location,
      `the expression '${source}' uses $${unknown}, which does not exist here`,
    )
  }
}

function collectReads(ast: Node, reads: Set<string>): void {
  for (const node of nodesOf(ast)) {
    if (node.type !== 'path' || node.steps?.[0]?.value !== 'states') continue
    const names = node.steps.slice(1).map((step) => (step.type === 'name' ? String(step.value) : '*'))
    reads.add(names.join('.'))
  }
}

/**
 * A plain `$states.a.b` and a comparison of one with a literal are nearly all that our generator writes, and
 * cost JSONata 10 µs each. Undefined means: ask JSONata, which also decides about lists on the way and what is missing.
 */
function shortcut(ast: Node): ((states: States) => Json | undefined) | undefined {
  const path = plainPath(ast)
  if (path !== undefined) return (states) => follow(states, path)
  if (ast.type !== 'binary' || ast.value !== '=' || !ast.lhs || !ast.rhs) return undefined
  const left = plainPath(ast.lhs)
  const literal = ast.rhs.type === 'string' || ast.rhs.type === 'number' ? ast.rhs.value : undefined
  if (left === undefined || literal === undefined || Object.keys(ast.rhs).length > 3) return undefined
  return (states) => {
    const value = follow(states, left)
    return value === undefined || typeof value === 'object' ? undefined : value === literal
  }
}

function plainPath(node: Node): string[] | undefined {
  if (node.type !== 'path' || !node.steps || Object.keys(node).length > 2) return undefined
  const [first, ...names] = node.steps
  if (first?.type !== 'variable' || first.value !== 'states') return undefined
  const plain = names.every((step) => step.type === 'name' && Object.keys(step).length === 3)
  return plain && Object.keys(first).length === 3 ? names.map((step) => String(step.value)) : undefined
}

function follow(states: States, path: readonly string[]): Json | undefined {
  let value: unknown = states
  for (const name of path) {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined
    if (!Object.hasOwn(value, name)) return undefined
    value = (value as Record<string, unknown>)[name]
  }
  return value as Json | undefined
}

/** JSONata marks its arrays with properties of their own; undefined where a value is not JSON at all. */
function plainJson(value: unknown): Json | undefined {
  if (typeof value === 'function') return undefined
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (value === null || typeof value !== 'object') return value as Json | undefined
  if (Array.isArray(value)) {
    const items = value.map(plainJson)
    return items.includes(undefined) ? undefined : (items as Json[])
  }
  const entries: [string, Json][] = []
  for (const [key, item] of Object.entries(value)) {
    const json = plainJson(item)
    if (json === undefined) return undefined
    entries.push([key, json])
  }
  return Object.fromEntries(entries)
}

/** JSONata throws plain objects, not Errors. */
function messageOf(error: unknown): string {
  if (error === null || typeof error !== 'object') return String(error)
  const { code, message } = error as { code?: unknown; message?: unknown }
  return typeof code === 'string' ? `${code}: ${message}` : String(message)
}

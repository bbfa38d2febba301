// The synthesised templates, read for tests as one: references become names, so that ARNs can be compared as text.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Synthesised } from './synthesise.ts'

export const folder = new URL('../../../.aws/test/', import.meta.url).pathname

export interface Resource {
  readonly Type: string
  // biome-ignore lint/suspicious/noExplicitAny: a template is whatever CloudFormation says; tests look at what they know
  readonly Properties: any
  readonly DeletionPolicy?: string
  readonly UpdateReplacePolicy?: string
}

interface Template {
  readonly Resources: Readonly<Record<string, Resource>>
  readonly Parameters?: Readonly<Record<string, unknown>>
  readonly Outputs?: Readonly<Record<string, { readonly Value: unknown }>>
}

/** A template with those that are nested in it, by the logical ids that they have there. */
interface Stack extends Template {
  readonly nested: Readonly<Record<string, Stack>>
  /** What the stack that this one is nested in gives for a parameter. */
  readonly given: (parameter: string) => unknown
}

/** `stack` is the system; `every-trigger` a few functions, with the triggers that may not be used yet. */
export function readTemplate(which: 'stack' | 'every-trigger' = 'stack') {
  const main = readStack(which, 'quality-mark.template.json', () => undefined)
  const stacks = withNested(main)
  const all = stacks.flatMap((stack) =>
    Object.entries(stack.Resources).map(([id, resource]) => [id, resolve(resource, stack)] as const),
  )
  const resources = Object.fromEntries(all) as Record<string, Resource>
  if (Object.keys(resources).length < all.length) throw new Error('Two stacks have a logical id in common')
  const ofType = (type: string) => Object.values(resources).filter(({ Type }) => Type === `AWS::${type}`)
  return { main, stacks, resources, ofType, one: (type: string) => only(ofType(type), type) }
}

export function readSynthesised(): Synthesised {
  return JSON.parse(readFileSync(join(folder, 'synthesised.json'), 'utf8')) as Synthesised
}

function readStack(which: string, file: string, given: Stack['given']): Stack {
  const template = readJson<Template>(which, file)
  const nested: Record<string, Stack> = {}
  const stack = { ...template, nested, given }
  for (const [id, { Type, Properties }] of Object.entries(template.Resources)) {
    if (Type !== 'AWS::CloudFormation::Stack') continue
    const parameter = (name: string) => resolve(Properties.Parameters[name], stack)
    nested[id] = readStack(which, fileOf(which, Properties.TemplateURL), parameter)
  }
  return stack
}

/** A nested stack's template is uploaded under the hash of what is in it. */
function fileOf(which: string, templateUrl: unknown): string {
  const { files } = readJson<{ files: Record<string, { source: { path: string } }> }>(
    which,
    'quality-mark.assets.json',
  )
  const [, hash] = /([0-9a-f]{64})\.json/.exec(JSON.stringify(templateUrl))!
  return files[hash!]!.source.path
}

function readJson<T>(which: string, file: string): T {
  return JSON.parse(readFileSync(join(folder, which, file), 'utf8')) as T
}

function withNested(stack: Stack): readonly Stack[] {
  return [stack, ...Object.values(stack.nested).flatMap(withNested)]
}

function only<T>(all: readonly T[], what: string): T {
  if (all.length !== 1) throw new Error(`There are ${all.length} of ${what}, not one`)
  return all[0]!
}

const pseudo: Readonly<Record<string, string>> = {
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
  'AWS::NoValue': '',
}
const here = 'eu-west-2:000000000000'

/** The ARN that AWS would give a resource, as far as one can be told; a kind that is not known throws. */
function arnOf(id: string, { Type, Properties }: Resource): string {
  switch (Type) {
    case 'AWS::DynamoDB::Table':
      return `arn:aws:dynamodb:${here}:table/${id}`
    case 'AWS::S3::Bucket':
      return `arn:aws:s3:::${id}`
    case 'AWS::SQS::Queue':
      return `arn:aws:sqs:${here}:${id}`
    case 'AWS::Lambda::Function':
      return `arn:aws:lambda:${here}:function:${Properties.FunctionName}`
    case 'AWS::IAM::Role':
      return `arn:aws:iam::000000000000:role/${id}`
    case 'AWS::Logs::LogGroup':
      return `arn:aws:logs:${here}:log-group:${Properties.LogGroupName}:*`
    case 'AWS::CloudWatch::Alarm':
      return `arn:aws:cloudwatch:${here}:alarm:${Properties.AlarmName}`
    case 'AWS::Events::Rule':
      return `arn:aws:events:${here}:rule/${id}`
    default:
      throw new Error(`The ARN of ${Type} is not known here`)
  }
}

/** Throws on a function of CloudFormation that it does not know. */
function resolve(value: unknown, stack: Stack): unknown {
  if (Array.isArray(value)) return value.map((each) => resolve(each, stack))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  const [name, argument] = entries[0] ?? ['', undefined]
  if (entries.length !== 1 || !(name === 'Ref' || name.startsWith('Fn::'))) {
    return Object.fromEntries(entries.map(([key, each]) => [key, resolve(each, stack)]))
  }
  if (name === 'Ref') return referredTo(argument as string, stack)
  if (name === 'Fn::Join') {
    const [between, parts] = argument as [string, unknown[]]
    return parts.map((part) => resolve(part, stack)).join(between)
  }
  if (name === 'Fn::GetAtt') {
    const [id, attribute] = argument as [string, string]
    const nested = stack.nested[id]
    if (nested) return resolve(nested.Outputs![attribute.replace('Outputs.', '')]!.Value, nested)
    if (attribute === 'Arn') return arnOf(id, stack.Resources[id]!)
    if (attribute === 'StreamArn') return `${arnOf(id, stack.Resources[id]!)}/stream/2027-01-01T00:00:00.000`
    if (attribute === 'RegionalDomainName') return `${id}.s3.eu-west-2.amazonaws.com`
    return `${id}.${attribute}`
  }
  throw new Error(`${name} is not known here`)
}

function referredTo(id: string, stack: Stack): unknown {
  if (id in (stack.Parameters ?? {})) return stack.given(id)
  return pseudo[id] ?? stack.Resources[id]?.Properties?.FunctionName ?? id
}

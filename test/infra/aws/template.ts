// The synthesised template, read for tests: references become names, so that ARNs can be compared as text.
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

/** `stack` is the system; `every-trigger` a few functions, with the triggers that may not be used yet. */
export function readTemplate(which: 'stack' | 'every-trigger' = 'stack') {
  const file = join(folder, which, 'quality-mark.template.json')
  const { Resources } = JSON.parse(readFileSync(file, 'utf8')) as { Resources: Record<string, Resource> }
  const resources = resolve(Resources, Resources) as Record<string, Resource>
  const ofType = (type: string) => Object.values(resources).filter(({ Type }) => Type === `AWS::${type}`)
  return { resources, ofType, one: (type: string) => only(ofType(type), type) }
}

export function readSynthesised(): Synthesised {
  return JSON.parse(readFileSync(join(folder, 'synthesised.json'), 'utf8')) as Synthesised
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
function resolve(value: unknown, resources: Record<string, Resource>): unknown {
  if (Array.isArray(value)) return value.map((each) => resolve(each, resources))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  const [name, argument] = entries[0] ?? ['', undefined]
  if (entries.length !== 1 || !(name === 'Ref' || name.startsWith('Fn::'))) {
    return Object.fromEntries(entries.map(([key, each]) => [key, resolve(each, resources)]))
  }
  if (name === 'Ref') {
    return pseudo[argument as string] ?? resources[argument as string]?.Properties?.FunctionName ?? argument
  }
  if (name === 'Fn::Join') {
    const [between, parts] = argument as [string, unknown[]]
    return parts.map((part) => resolve(part, resources)).join(between)
  }
  if (name === 'Fn::GetAtt') {
    const [id, attribute] = argument as [string, string]
    if (attribute === 'Arn') return arnOf(id, resources[id]!)
    if (attribute === 'StreamArn') return `${arnOf(id, resources[id]!)}/stream/2027-01-01T00:00:00.000`
    if (attribute === 'RegionalDomainName') return `${id}.s3.eu-west-2.amazonaws.com`
    return `${id}.${attribute}`
  }
  throw new Error(`${name} is not known here`)
}

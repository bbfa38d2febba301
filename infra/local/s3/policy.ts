// The policy of a form upload: read, and held against the fields of the form.
import * as z from 'zod/mini'
import { S3Error } from './error.ts'

export type SizeRange = { minBytes: number; maxBytes: number }

const Condition = z.union([
  z.record(z.string(), z.string()),
  z.tuple([z.literal(['eq', 'starts-with']), z.string(), z.string()]),
  z.tuple([
    z.literal('content-length-range'),
    z.int().check(z.nonnegative()),
    z.int().check(z.nonnegative()),
  ]),
])
const Policy = z.strictObject({
  expiration: z.iso.datetime(),
  conditions: z.array(Condition),
})

/** What one put may be at most. */
const largestBytes = 5 * 1024 ** 3

/** Of these S3 wants no condition. */
const needsNoCondition = /^(policy|file|x-amz-signature|x-ignore-.*)$/

/**
 * Throws an S3Error unless the form keeps to its policy, now; gives how large the file may be. `fields` have their
 * names in small letters. Whether the policy is signed is another question.
 */
export function checkPolicy(base64: string, fields: ReadonlyMap<string, string>, bucket: string): SizeRange {
  const { expiration, conditions } = readPolicy(base64)
  if (new Date(expiration).getTime() <= Date.now()) throw against('Policy expired.')
  const values = new Map(fields).set('bucket', bucket)
  const range = { minBytes: 0, maxBytes: largestBytes }
  const covered = new Set<string>()
  if (fields.has('bucket') && fields.get('bucket') !== bucket) throw failed(['eq', '$bucket', bucket])
  for (const condition of conditions.map(asList)) {
    const [operation, field, operand] = condition
    if (operation === 'content-length-range') {
      range.minBytes = Math.max(range.minBytes, field)
      range.maxBytes = Math.min(range.maxBytes, operand)
      continue
    }
    const name = field.slice(1).toLowerCase()
    if (!field.startsWith('$') || !holds(operation, operand, name, values.get(name))) throw failed(condition)
    covered.add(name)
  }
  // The bucket is not a field of most forms, and a policy that does not name it would do for any.
  const extra = [...values.keys()].filter((name) => !covered.has(name) && !needsNoCondition.test(name))
  if (extra.length > 0) throw against(`Extra input fields: ${extra.join(', ')}`)
  return range
}

type ConditionList = ['eq' | 'starts-with', string, string] | ['content-length-range', number, number]

function readPolicy(base64: string): z.infer<typeof Policy> {
  const invalid = (message: string) => new S3Error('InvalidPolicyDocument', `Invalid Policy: ${message}`)
  let json: unknown
  try {
    json = JSON.parse(Buffer.from(base64, 'base64').toString('utf8'))
  } catch {
    throw invalid('Invalid JSON.')
  }
  const policy = Policy.safeParse(json)
  if (!policy.success) {
    const where = policy.error.issues.map(({ path }) => path.join('.') || 'the document')
    throw invalid(`Invalid '${where.join("', '")}' value.`)
  }
  if (policy.data.conditions.some((each) => !Array.isArray(each) && Object.keys(each).length !== 1)) {
    throw invalid('Invalid Simple-Condition: Simple-Conditions must have exactly one property specified.')
  }
  return policy.data
}

function asList(condition: z.infer<typeof Condition>): ConditionList {
  if (Array.isArray(condition)) return condition
  const [[name, value] = ['', '']] = Object.entries(condition)
  return ['eq', `$${name}`, value]
}

/** A field that is not in the form fails even a starts-with of nothing, as S3 does it. */
function holds(operation: 'eq' | 'starts-with', operand: string, name: string, value?: string): boolean {
  if (value === undefined) return false
  if (operation === 'eq') return value === operand
  const values = name === 'content-type' ? value.split(',') : [value]
  return values.every((each) => each.startsWith(operand))
}

function failed(condition: readonly unknown[]): S3Error {
  const inside = condition.map((each) => JSON.stringify(each)).join(', ')
  return against(`Policy Condition failed: [${inside}]`)
}

function against(message: string): S3Error {
  return new S3Error('AccessDenied', `Invalid according to Policy: ${message}`)
}

// Least privilege, against the synthesised policies: who may do what is a list that somebody has reviewed.
import { describe, expect, it } from 'vitest'
import { type FunctionName, inventory } from '../../../functions/inventory.ts'
import { usesOf } from '../../adapters/used-commands.ts'
import { type Ability, abilities, emails } from './abilities.ts'
import { isAllowed } from './policies.ts'
import { readTemplate } from './template.ts'

const { resources, ofType } = readTemplate()
const names = Object.keys(inventory) as FunctionName[]
const here = 'eu-west-2:000000000000'

/** Everything that a function's role is allowed; there is one place where it can be said. */
function statementsOf(name: string): readonly unknown[] {
  const { Properties } = ofType('Lambda::Function').find(
    (each) => each.Properties.FunctionName === `quality-mark-${name}`,
  )!
  const role = resources[Properties.Role.split('/')[1]]!.Properties
  if (role.ManagedPolicyArns || role.Policies.length !== 1) throw new Error(`${name} has other policies`)
  return role.Policies[0].PolicyDocument.Statement
}
const statements = Object.fromEntries(names.map((name) => [name, statementsOf(name)])) as Record<
  FunctionName,
  readonly unknown[]
>
const has = (name: FunctionName, ability: Ability) =>
  abilities[ability].some((request) => isAllowed(statements[name], request))
const whoMay = (ability: Ability) => names.filter((name) => has(name, ability))

/** Reviewed by hand: to stand here, a function needs a reason. The rest is in matrix.txt. */
const mayDo: Partial<Record<Ability, readonly FunctionName[]>> = {
  'read task tokens': ['relay', 'sweep'],
  'keep task tokens': ['open-step'],
  'resume a wait': ['relay', 'sweep'],
  'start or stop an execution': ['relay', 'sweep'],
  'send email': ['relay', 'sweep', 'send-team-digest'],
  'put awards': ['issue-award'],
  'put judgements': ['submit-judgement'],
  publish: ['publish-page', 'publish-idea', 'moderate-pledge', 'issue-award'],
  'take down': [
    'publish-page',
    'publish-idea',
    'moderate-pledge',
    'submit-section',
    'remove-file',
    'relay',
    'sweep',
  ],
  'read what people said': ['show-pledges', 'moderate-pledge'],
  'take what people said away': ['moderate-pledge'],
  'change or take away pledges': [],
  'read what linked pages said': ['show-capture'],
  'put what linked pages said': ['check-links'],
  'take what linked pages said away': ['check-links'],
  'change events, records, judgements or awards': [],
  'read asked-for codes': ['relay', 'sweep'],
  'write the email ledger': ['relay', 'sweep', 'send-team-digest', 'record-mail-event'],
  'write lists and due dates': ['relay', 'sweep'],
  'lift a suppression': ['write-again'],
  'read what is held of somebody': ['submit-code', 'show-held'],
  'read the whole table': [],
  'change the table itself': [],
  'read what is not checked': ['check-file'],
  upload: ['show-upload'],
  'read what may be served': ['open-file', 'open-public-file'],
  'put what may be served': ['check-file'],
  'delete files': ['remove-file', 'check-file'],
  'write tags': [],
  'have a page looked at': ['check-links'],
  'call another function': [],
  'take on a role': [],
  'change stored words': [],
}

describe('what functions must not do', () => {
  it.each(Object.keys(mayDo) as Ability[])('%s: those on the list, and nobody else', (ability) => {
    expect(whoMay(ability)).toEqual(mayDo[ability])
  })

  it.each(['somebody.else@mark.council.example', 'CCQM@mark.council.example', 'amina@school.example'])(
    'send email from %s, though any identity may be asked for',
    (fromAddress) => {
      const ofIdentities = emails(fromAddress).filter(({ resource }) => resource.includes(':identity/'))
      expect(ofIdentities.length).toBeGreaterThan(0)
      expect(
        names.filter((name) => ofIdentities.some((request) => isAllowed(statements[name], request))),
      ).toEqual([])
    },
  )

  it.each(['show-organisation', 'show-ideas', 'open-public-file', 'show-award'] as const)(
    'read more than what is public: %s',
    (name) => {
      expect(has(name, 'read what is not public')).toBe(false)
      const sayKeys = statements[name].map((each) => JSON.stringify(each)).join()
      const keys = [...sayKeys.matchAll(/"([A-Z-]+)#\*"/g)].map(([, partition]) => partition)
      const allowed = [
        'PUBLIC',
        'IDEAS',
        // What everybody reads in any case.
        'WORDS',
        'AWARD',
        'AWARD-NAME',
        ...(name === 'open-public-file' ? ['FILE'] : []),
      ]
      expect(keys.length).toBeGreaterThan(0)
      expect(keys.filter((partition) => !allowed.includes(partition!))).toEqual([])
      for (const ability of ['publish', 'take down'] as const) expect(has(name, ability)).toBe(false)
    },
  )

  it('is as the matrix says', async () => {
    const all = Object.keys(abilities) as Ability[]
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
    const legend = all.map((ability, at) => `${letters[at]} ${ability}`)
    const head = [...letters.slice(0, all.length)].join(' ')
    const width = Math.max(...names.map(({ length }) => length))
    const lines = names.map(
      (name) => `${name.padEnd(width)}  ${all.map((ability) => (has(name, ability) ? 'x' : '·')).join(' ')}`,
    )
    const matrix = [...legend, '', `${' '.repeat(width)}  ${head}`, ...lines, ''].join('\n')
    await expect(matrix).toMatchFileSnapshot('matrix.txt')
  })
})

describe('what functions must be able to do', () => {
  it.each(names)('%s may send every command of its ports', async (name) => {
    const denied: string[] = []
    for (const port of inventory[name].needs) {
      for (const use of await usesOf(port)) {
        const [service] = use.action.split(':')
        const requests =
          service === 'dynamodb'
            ? [
                {
                  action: use.action,
                  resource: `arn:aws:dynamodb:${here}:table/QualityMarkTable${use.index ? `/index/${use.index}` : ''}`,
                  leadingKeys: use.keys,
                },
              ]
            : service === 's3'
              ? use.keys.map((key) => ({
                  action: use.action,
                  resource: `arn:aws:s3:::EvidenceBucket/${key}`,
                }))
              : service === 'lambda'
                ? use.keys.map((key) => ({
                    action: use.action,
                    resource: `arn:aws:lambda:${here}:function:${key}`,
                  }))
                : otherRequests(use.action)
        for (const request of requests) {
          if (!isAllowed(statements[name], request)) denied.push(`${port}: ${JSON.stringify(request)}`)
        }
      }
    }
    expect(denied).toEqual([])
  })

  it('writes its log, and leaves what failed where the alarm sees it', () => {
    for (const name of names) {
      const log = {
        action: 'logs:PutLogEvents',
        resource: `arn:aws:logs:${here}:log-group:/aws/lambda/quality-mark-${name}:*`,
      }
      expect(isAllowed(statements[name], log), name).toBe(true)
    }
    const queue = Object.keys(resources).find((id) => resources[id]!.Type === 'AWS::SQS::Queue')
    const leave = { action: 'sqs:SendMessage', resource: `arn:aws:sqs:${here}:${queue}` }
    expect(names.filter((name) => isAllowed(statements[name], leave))).toEqual([
      'relay',
      'sweep',
      'send-team-digest',
      'check-links',
      'record-mail-event',
      'record-execution-end',
      'check-file',
    ])
  })

  it('fits: the policies of a role may be 10,240 characters long', () => {
    const longest = Math.max(...names.map((name) => JSON.stringify(statements[name]).length))
    expect(longest).toBeGreaterThan(500)
    expect(longest).toBeLessThan(9000)
  })
})

/** The machines and the identity that the laptop's commands stand for. */
function otherRequests(action: string) {
  const request = Object.values(abilities)
    .flat()
    .filter((each) => each.action === action && each.resource !== '*')
  if (request.length === 0) throw new Error(`No resource is known for ${action}`)
  return request
}

describe('the evaluator', () => {
  const statement = {
    Effect: 'Allow',
    Action: ['dynamodb:GetItem', 'dynamodb:Scan'],
    Resource: 'arn:aws:dynamodb:eu-west-2:000000000000:table/t',
    Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['AWARD#*', 'MAIL#?'] } },
  }
  const resource = statement.Resource
  const get = (...leadingKeys: string[]) => ({ action: 'dynamodb:GetItem', resource, leadingKeys })

  it('reads keys, resources and actions as IAM does', () => {
    expect(isAllowed([statement], get('AWARD#1'))).toBe(true)
    expect(isAllowed([statement], get('AWARD#1', 'AWARD#2', 'MAIL#1'))).toBe(true)
    expect(isAllowed([statement], get('AWARD#1', 'TASK#1'))).toBe(false)
    expect(isAllowed([statement], get('AWARD-NAME#1'))).toBe(false)
    expect(isAllowed([statement], get('MAIL#12'))).toBe(false)
    expect(isAllowed([statement], { ...get('AWARD#1'), action: 'dynamodb:PutItem' })).toBe(false)
    expect(isAllowed([statement], { ...get('AWARD#1'), resource: `${resource}2` })).toBe(false)
    expect(isAllowed([], get('AWARD#1'))).toBe(false)
  })

  it('knows that a request without keys passes a condition on all of them', () => {
    expect(isAllowed([statement], { action: 'dynamodb:Scan', resource })).toBe(true)
  })

  it('holds an email to its sender, to the letter', () => {
    const identity = 'arn:aws:ses:eu-west-2:000000000000:identity/mark.example'
    const mail = {
      Effect: 'Allow',
      Action: 'ses:SendRawEmail',
      Resource: identity.replace('mark.example', '*'),
      Condition: { StringEquals: { 'ses:FromAddress': 'a*@mark.example' } },
    }
    const send = { action: mail.Action, resource: identity }
    expect(isAllowed([mail], { ...send, fromAddress: 'a*@mark.example' })).toBe(true)
    expect(isAllowed([mail], { ...send, fromAddress: 'ab@mark.example' })).toBe(false)
    expect(isAllowed([mail], send)).toBe(false)
  })

  it('lets a denial win', () => {
    const denial = { Effect: 'Deny', Action: 'dynamodb:*', Resource: '*' }
    expect(isAllowed([statement, denial], get('AWARD#1'))).toBe(false)
  })

  it.each([
    { ...statement, NotAction: 'dynamodb:GetItem' },
    { Effect: 'Allow', NotAction: 'dynamodb:GetItem', Resource: '*' },
    { ...statement, NotResource: '*' },
    { ...statement, Principal: '*' },
    { ...statement, Effect: 'Perhaps' },
    { ...statement, Resource: { Ref: 'Table' } },
    { ...statement, Condition: { StringEquals: { 'dynamodb:LeadingKeys': 'AWARD#1' } } },
    { ...statement, Condition: { StringLike: { 'ses:FromAddress': '*' } } },
    { ...statement, Condition: { StringEquals: { 'ses:FromAddress': 'a', 'ses:Recipients': 'b' } } },
    { ...statement, Condition: { StringEquals: {} } },
    { ...statement, Condition: { 'ForAllValues:StringLike': { 'dynamodb:Attributes': ['a'] } } },
    { ...statement, Condition: { 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': ['A#*'] } } },
  ])('throws on what it does not know: %j', (unknown) => {
    expect(() => isAllowed([unknown], get('AWARD#1'))).toThrow('not known here')
  })
})

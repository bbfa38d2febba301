// What has to be guarded, in words, each with the requests to AWS by which it would be done.
import { released } from '../../../workflows/released/index.ts'
import { stateMachineName } from '../../../workflows/state-machine.ts'
import type { Request } from './policies.ts'

const here = 'eu-west-2:000000000000'
const table = `arn:aws:dynamodb:${here}:table/QualityMarkTable`
const bucket = 'arn:aws:s3:::EvidenceBucket'
const machine = `arn:aws:states:${here}:stateMachine:${stateMachineName(released.at(-1)!)}`

const reads = ['GetItem', 'BatchGetItem', 'Query', 'PartiQLSelect']
const puts = ['PutItem', 'BatchWriteItem', 'PartiQLInsert']
const changes = ['UpdateItem', 'DeleteItem', 'BatchWriteItem', 'PartiQLUpdate', 'PartiQLDelete']

const rows = (actions: readonly string[], ...partitions: readonly string[]): Request[] =>
  partitions.flatMap((partition) =>
    actions.map((action) => ({
      action: `dynamodb:${action}`,
      resource: table,
      leadingKeys: [`${partition}#k3j9x2`],
    })),
  )
const objects = (actions: readonly string[], prefix: string): Request[] =>
  actions.map((action) => ({ action: `s3:${action}`, resource: `${bucket}/${prefix}k3j9x2/7d2f` }))
const on = (service: string, actions: readonly string[], ...resources: readonly string[]): Request[] =>
  resources.flatMap((resource) => actions.map((action) => ({ action: `${service}:${action}`, resource })))

/** In the sandbox SES asks for the recipient's identity as well as the sender's. */
export function emails(fromAddress: string): Request[] {
  return on(
    'ses',
    ['SendRawEmail', 'SendEmail', 'SendTemplatedEmail', 'SendBulkTemplatedEmail', 'SendBulkEmail'],
    `arn:aws:ses:${here}:identity/mark.council.example`,
    `arn:aws:ses:${here}:identity/amina@school.example`,
    `arn:aws:ses:${here}:configuration-set/quality-mark`,
  ).map((request) => ({ ...request, fromAddress }))
}

/** A function has an ability if any one of its requests is allowed. */
export const abilities = {
  'read task tokens': rows(reads, 'TASK'),
  'keep task tokens': rows([...puts, ...changes], 'TASK'),
  'resume a wait': on('states', ['SendTaskSuccess', 'SendTaskFailure', 'SendTaskHeartbeat'], machine, '*'),
  'start or stop an execution': [
    ...on('states', ['StartExecution', 'StartSyncExecution', 'RedriveExecution'], machine),
    ...on(
      'states',
      ['StopExecution', 'RedriveExecution'],
      `${machine.replace('stateMachine', 'execution')}:k3j9x2-1`,
    ),
  ],
  'send email': emails('ccqm@mark.council.example'),
  'read events': rows(reads, 'EVENTS'),
  'put events': rows(puts, 'EVENTS'),
  'put records': rows(puts, 'RECORD'),
  'put judgements': rows(puts, 'JUDGEMENT'),
  'put awards': rows(puts, 'AWARD'),
  'change events, records, judgements or awards': rows(changes, 'EVENTS', 'RECORD', 'JUDGEMENT', 'AWARD'),
  'read what linked pages said': rows(reads, 'CAPTURE'),
  'put what linked pages said': rows(puts, 'CAPTURE'),
  'take what linked pages said away': rows(changes, 'CAPTURE'),
  publish: rows(puts, 'PUBLIC'),
  'take down': rows(changes, 'PUBLIC'),
  'read what is not public': rows(
    reads,
    'EVENTS',
    'PENDING',
    'SUMMARY',
    'DRAFT',
    'RECORD',
    'JUDGEMENT',
    'ASSIGNED',
    'PLEDGES',
    'SAID',
    'TASK',
    'SECRET',
    'PERSON',
    'ADDRESS',
    'MAIL',
    'SUPPRESSED',
    'LIMIT',
    'HELD',
    'CAPTURE',
    'LINKS',
  ),
  'read judgements': rows(reads, 'JUDGEMENT'),
  'read what people said': rows(reads, 'SAID'),
  'take what people said away': rows(changes, 'SAID'),
  'change or take away pledges': rows(changes, 'PLEDGES'),
  'read people': rows(reads, 'PERSON', 'ADDRESS'),
  'write people': rows([...puts, ...changes], 'PERSON', 'ADDRESS'),
  'read asked-for codes': rows(reads, 'PENDING'),
  'read sessions and links': rows(reads, 'SECRET'),
  'write sessions, codes and links': rows([...puts, ...changes], 'SECRET'),
  'read what is held of somebody': rows(reads, 'HELD'),
  'hold what somebody typed': rows([...puts, ...changes], 'HELD'),
  'write lists and due dates': rows([...puts, ...changes], 'SUMMARY'),
  'write the email ledger': rows([...puts, ...changes], 'MAIL'),
  'lift a suppression': rows(changes, 'SUPPRESSED'),
  'read the whole table': [
    ...on('dynamodb', ['Scan', 'PartiQLSelect', 'ExportTableToPointInTime'], table),
    ...on('dynamodb', ['Scan', 'PartiQLSelect'], `${table}/index/due`, `${table}/index/list`),
  ],
  'change the table itself': on(
    'dynamodb',
    [
      'DeleteTable',
      'UpdateTable',
      'UpdateTimeToLive',
      'UpdateContinuousBackups',
      'RestoreTableToPointInTime',
    ],
    table,
  ),
  'read what is not checked': objects(['GetObject', 'GetObjectTagging', 'GetObjectVersion'], 'quarantine/'),
  upload: objects(['PutObject'], 'quarantine/'),
  'read what may be served': objects(['GetObject', 'GetObjectVersion'], 'clean/'),
  'put what may be served': objects(['PutObject'], 'clean/'),
  'delete files': [...objects(['DeleteObject'], 'quarantine/'), ...objects(['DeleteObject'], 'clean/')],
  'write tags': [
    ...objects(['PutObjectTagging', 'PutObjectVersionTagging', 'DeleteObjectTagging'], 'quarantine/'),
    ...objects(['PutObjectTagging', 'PutObjectVersionTagging', 'DeleteObjectTagging'], 'clean/'),
  ],
  'have a page looked at': on(
    'lambda',
    ['InvokeFunction'],
    `arn:aws:lambda:${here}:function:quality-mark-fetch-page`,
  ),
  'call another function': on(
    'lambda',
    ['InvokeFunction'],
    `arn:aws:lambda:${here}:function:quality-mark-relay`,
  ),
  'take on a role': on('sts', ['AssumeRole'], `arn:aws:iam::000000000000:role/anyrole`),
  'read stored words': rows(reads, 'WORDS'),
  'change stored words': rows([...puts, ...changes], 'WORDS'),
} as const satisfies Readonly<Record<string, readonly Request[]>>

export type Ability = keyof typeof abilities

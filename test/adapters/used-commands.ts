// What each port's adapter really sends to AWS: everything it can do, once when every condition holds and once when none does.
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { LambdaClient } from '@aws-sdk/client-lambda'
import { S3Client } from '@aws-sdk/client-s3'
import { SESClient } from '@aws-sdk/client-ses'
import { SFNClient } from '@aws-sdk/client-sfn'
import {
  BatchGetCommand,
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb'
import { mockClient } from 'aws-sdk-client-mock'
import { vi } from 'vitest'
import { openTable } from '../../functions/adapters/dynamo.ts'
import { dynamoAwards, dynamoAwardWriter } from '../../functions/adapters/dynamo-awards.ts'
import {
  dynamoCaptureRemoval,
  dynamoCaptures,
  dynamoCaptureWriter,
} from '../../functions/adapters/dynamo-captures.ts'
import {
  dynamoAskForCode,
  dynamoCodeCheck,
  dynamoCodeRequests,
  dynamoCodeWriter,
} from '../../functions/adapters/dynamo-codes.ts'
import { dynamoDraftIndex, dynamoDrafts, dynamoDraftWriter } from '../../functions/adapters/dynamo-drafts.ts'
import { dynamoFiles, dynamoFileWriter } from '../../functions/adapters/dynamo-files.ts'
import { dynamoHeldForms, dynamoHeldFormWriter } from '../../functions/adapters/dynamo-held-forms.ts'
import { dynamoCommits, dynamoJourneys, dynamoPending } from '../../functions/adapters/dynamo-journeys.ts'
import { dynamoJudgements, dynamoJudgementWriter } from '../../functions/adapters/dynamo-judgements.ts'
import { dynamoLimits } from '../../functions/adapters/dynamo-limits.ts'
import { dynamoLinkChecks, dynamoLinks, dynamoLinkWriter } from '../../functions/adapters/dynamo-links.ts'
import { dynamoMailLedger, dynamoSentMail } from '../../functions/adapters/dynamo-mail-ledger.ts'
import { dynamoNamesakes, dynamoNamesakeWriter } from '../../functions/adapters/dynamo-namesakes.ts'
import { dynamoPeople, dynamoPeopleWriter } from '../../functions/adapters/dynamo-people.ts'
import {
  dynamoPledges,
  dynamoPledgeWriter,
  dynamoSaid,
  dynamoSaidRemoval,
} from '../../functions/adapters/dynamo-pledges.ts'
import {
  dynamoPublicationRemoval,
  dynamoPublications,
  dynamoPublicationWriter,
} from '../../functions/adapters/dynamo-publications.ts'
import { dynamoRecords, dynamoRecordWriter } from '../../functions/adapters/dynamo-records.ts'
import { dynamoSessions, dynamoSessionWriter } from '../../functions/adapters/dynamo-sessions.ts'
import { dynamoStopLinks, dynamoStopLinkWriter } from '../../functions/adapters/dynamo-stop-links.ts'
import { dynamoDue, dynamoSummaries, dynamoSummaryWriter } from '../../functions/adapters/dynamo-summaries.ts'
import {
  dynamoSuppressionLifter,
  dynamoSuppressions,
  dynamoSuppressionWriter,
} from '../../functions/adapters/dynamo-suppressions.ts'
import { dynamoTokens, dynamoTokenWriter } from '../../functions/adapters/dynamo-tokens.ts'
import { dynamoWords } from '../../functions/adapters/dynamo-words.ts'
import { guarddutyScanner } from '../../functions/adapters/guardduty-scanner.ts'
import { lambdaPageFetcher } from '../../functions/adapters/lambda-page-fetcher.ts'
import { publicWeb } from '../../functions/adapters/public-web.ts'
import { s3EvidenceObjects } from '../../functions/adapters/s3-evidence.ts'
import { s3Downloads, s3EvidenceRemoval, s3UploadForms } from '../../functions/adapters/s3-presigned.ts'
import { sesMail } from '../../functions/adapters/ses-mail.ts'
import { settings } from '../../functions/adapters/settings.ts'
import { sharpInspector } from '../../functions/adapters/sharp-inspector.ts'
import { stepFunctionsWorkflow } from '../../functions/adapters/step-functions-workflow.ts'
import { systemClock } from '../../functions/adapters/system-clock.ts'
import type { Ports, UploadForm } from '../../functions/app/ports.ts'

/** A command as IAM sees it. */
export interface Use {
  /** Such as `dynamodb:PutItem`. */
  readonly action: string
  readonly index?: string
  /** The partition keys of the table that it names, the key of the bucket, or a function; none for another service. */
  readonly keys: readonly string[]
  readonly condition?: string
}

const variables = {
  TABLE_NAME: 'the-table',
  BASE_URL: 'https://mark.example',
  STATE_MACHINE_ARN_PREFIX: 'arn:aws:states:eu-west-2:000000000000:stateMachine:',
  MAIL_FROM: 'CCQM <ccqm@example.org>',
  MAIL_CONFIGURATION_SET: 'quality-mark',
  TEAM_ADDRESSES: 'team@example.org',
  CONTACT_NAME: 'Example Name',
  CONTACT_ADDRESS: 'help@example.org',
  CONTACT_TELEPHONE: '0113 496 0000',
  CONTACT_HANDLE: '@theccqm',
  CONTACT_HASHTAGS: '#TheCCQM',
  VALIDATE_INDIVIDUALS: 'yes',
  PANEL_SIZE: '3',
  FETCH_PAGE_FUNCTION: 'quality-mark-fetch-page',
  EVIDENCE_BUCKET: 'the-bucket',
  EVIDENCE_URL: 'https://the-bucket.example',
  AWS_REGION: 'eu-west-2',
  AWS_ACCESS_KEY_ID: 'none',
  AWS_SECRET_ACCESS_KEY: 'none',
}
for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value)

const ddb = mockClient(DynamoDBDocumentClient)
const sfn = mockClient(SFNClient)
const ses = mockClient(SESClient)
const s3 = mockClient(S3Client)
const lambda = mockClient(LambdaClient)
const clients = [ddb, sfn, ses, s3, lambda]
/** What is asked for without the SDK, on a signature. */
const asked = vi.spyOn(globalThis, 'fetch')
const table = openTable()

const now = new Date('2027-01-04T10:00:00.000Z')
const at = now.toISOString()
const record = { id: 'i', journey: 'j', at, by: 'b', salt: 's', content: {} }
const summary = {
  journey: 'j',
  version: 1,
  organisationName: 'o',
  level: 'bronze',
  at: 'w',
  since: at,
  phase: 'foundation',
  dueAt: at,
  paused: false,
  unreachable: undefined,
  failed: false,
  postcode: undefined,
  panel: { members: 0, hasChair: false },
}
const said = {
  id: 'i',
  journey: 'j',
  at,
  group: 'staff',
  team: 't',
  name: 'n',
  words: 'w',
  forEverybody: true,
}
const draft = {
  journey: 'j',
  round: 1,
  step: 's',
  section: 's',
  entry: '',
  typed: {},
  revision: 1,
  by: 'p',
  at,
  begunAt: at,
}
const file = {
  id: 'f',
  journey: 'j',
  place: { round: 1, step: 's', section: 's', entry: '', field: 'f' },
  status: 'awaiting',
  name: 'n',
  by: 'p',
  at,
} as const
const link = { id: 'i', journey: 'j', submission: 's', url: 'https://page.example', dueAt: at }
const capture = {
  id: 'i',
  journey: 'j',
  url: 'u',
  finalUrl: 'u',
  at,
  status: 200,
  text: 't',
  hash: 'h',
}
const publishedBy = { journey: 'j', publishedAt: at, by: 'p', name: 'n', individual: false }
const code = { id: 'i', address: 'a@example.org', expiresAt: at, code: '123456' }
const email = { to: 'a@example.org', subject: 's', text: 't', html: 'h', tag: 'e' }
const execution = { journey: 'j', round: 1, executionSeq: 1, resumeAt: 'r' }
const workEvent = { kind: 'event', journey: 'j', number: 1, atUnmovedMs: 1 } as const
const workCode = { kind: 'code', id: 'i', atUnmovedMs: 1 } as const

type Calls<P> = { readonly [Method in keyof P]: (port: P) => readonly unknown[] }
type Exercise<P> = { readonly make: () => P; readonly calls: Calls<P> }
const of = <P>(make: () => P, calls: Calls<P>): Exercise<P> => ({ make, calls })

/** Every method of every port, by name: a new one does not compile until it is called here. */
const exercises: { readonly [P in keyof Ports]: Exercise<Ports[P]> } = {
  clock: of(() => systemClock, { now: (port) => [port.now()], unmovedMs: (port) => [port.unmovedMs()] }),
  settings: of(settings, {
    baseUrl: ({ baseUrl }) => [baseUrl],
    teamAddresses: ({ teamAddresses }) => [teamAddresses],
    contact: ({ contact }) => [contact],
    individualsValidated: ({ individualsValidated }) => [individualsValidated],
    panelSize: ({ panelSize }) => [panelSize],
  }),
  words: of(() => dynamoWords(table), { all: (port) => [port.all()] }),
  journeys: of(() => dynamoJourneys(table), {
    newest: (port) => [port.newest('j')],
    event: (port) => [port.event('j', 1)],
    all: (port) => [port.all('j')],
  }),
  commits: of(() => dynamoCommits(table), {
    noteWork: (port) => [port.noteWork({ journey: 'j', number: 1, atUnmovedMs: 1 })],
    append: (port) => [port.append({ journey: 'j', number: 1, body: '{}', previousHash: 'p', hash: 'h' })],
  }),
  pending: of(() => dynamoPending(table), {
    list: (port) => [port.list()],
    remove: (port) => [port.remove('j', 1)],
    removeUnchanged: (port) => [port.removeUnchanged(workEvent), port.removeUnchanged(workCode)],
  }),
  codeRequests: of(() => dynamoCodeRequests(table), {
    get: (port) => [port.get('i')],
    remove: (port) => [port.remove('i')],
  }),
  askForCode: of(() => dynamoAskForCode(table), { put: (port) => [port.put(code, 1)] }),
  summaries: of(() => dynamoSummaries(table), {
    inPhase: (port) => [port.inPhase('foundation')],
    of: (port) => [port.of(['j'])],
  }),
  summaryWriter: of(() => dynamoSummaryWriter(table), { put: (port) => [port.put(summary)] }),
  namesakes: of(() => dynamoNamesakes(table), { under: (port) => [port.under(['h'])] }),
  namesakeWriter: of(() => dynamoNamesakeWriter(table), { put: (port) => [port.put(['h'], 'j')] }),
  due: of(() => dynamoDue(table), { dueBy: (port) => [port.dueBy(at, 1)] }),
  records: of(() => dynamoRecords(table), { get: (port) => [port.get('j', 'i')] }),
  recordWriter: of(() => dynamoRecordWriter(table), { put: (port) => [port.put(record)] }),
  judgements: of(() => dynamoJudgements(table), { get: (port) => [port.get('j', 'i')] }),
  judgementWriter: of(() => dynamoJudgementWriter(table), { put: (port) => [port.put(record)] }),
  drafts: of(() => dynamoDrafts(table), { ofStep: (port) => [port.ofStep('j', 1, 's')] }),
  draftWriter: of(() => dynamoDraftWriter(table), {
    save: (port) => [port.save(draft), port.save({ ...draft, revision: 2 })],
    note: (port) => [port.note('j', 1, { 's#p': { status: 'done', missing: 0, entries: 0 } })],
  }),
  draftIndex: of(() => dynamoDraftIndex(table), { ofRound: (port) => [port.ofRound('j', 1)] }),
  files: of(() => dynamoFiles(table), {
    get: (port) => [port.get('j', 'f')],
    ofJourney: (port) => [port.ofJourney('j')],
  }),
  fileWriter: of(() => dynamoFileWriter(table), {
    add: (port) => [port.add(file)],
    move: (port) => [port.move('j', 'f', { status: 'removed' })],
  }),
  uploadForms: of(s3UploadForms, {
    formFor: (port) => [port.formFor('j', 'f', 'https://mark.example/', now)],
  }),
  downloads: of(s3Downloads, { linkTo: (port) => [port.linkTo('j', 'f', 'n.pdf', now)] }),
  evidenceObjects: of(s3EvidenceObjects, {
    readSent: (port) => [port.readSent('j', 'f', 't')],
    putClean: (port) => [port.putClean('j', 'f', new Uint8Array(1))],
  }),
  evidenceRemoval: of(s3EvidenceRemoval, {
    dropSent: (port) => [port.dropSent('j', 'f')],
    dropClean: (port) => [port.dropClean('j', 'f')],
  }),
  scanner: of(guarddutyScanner, { look: (port) => [port.look('j', 'f')] }),
  inspector: of(sharpInspector, { inspect: (port) => [port.inspect(new Uint8Array(1))] }),
  tokens: of(() => dynamoTokens(table), { get: (port) => [port.get('j', 'w', 1)] }),
  tokenWriter: of(() => dynamoTokenWriter(table), {
    put: (port) => [
      port.put({ journey: 'j', wait: 'w', executionSeq: 1, token: 't', enteredAt: at, retryCount: 0 }),
    ],
  }),
  workflow: of(stepFunctionsWorkflow, {
    start: (port) => [port.start('d', execution)],
    stop: (port) => [port.stop('d', 'j', 1)],
    succeed: (port) => [port.succeed('t')],
    reopen: (port) => [port.reopen('t', 'r')],
  }),
  mail: of(sesMail, { send: (port) => [port.send(email)] }),
  ledger: of(() => dynamoMailLedger(table), {
    claim: (port) => [port.claim('e', now)],
    release: (port) => [port.release('e')],
    markSent: (port) => [port.markSent('e', now)],
    markNotToGo: (port) => [port.markNotToGo('e', now)],
  }),
  sentMail: of(() => dynamoSentMail(table), { outcomes: (port) => [port.outcomes(['e'])] }),
  codes: of(() => dynamoCodeCheck(table), {
    countTry: (port) => [port.countTry('i', now)],
    useUp: (port) => [port.useUp('i', now)],
  }),
  codeWriter: of(() => dynamoCodeWriter(table), { put: (port) => [port.put(code)] }),
  sessions: of(() => dynamoSessions(table), { get: (port) => [port.get('i')] }),
  sessionWriter: of(() => dynamoSessionWriter(table), {
    put: (port) => [port.put({ id: 'i', person: 'p', addressHash: 'a', openedAt: at, usedAt: at })],
    touch: (port) => [port.touch('i', at)],
    remove: (port) => [port.remove('i')],
  }),
  heldForms: of(() => dynamoHeldForms(table), { get: (port) => [port.get('i', now)] }),
  heldFormWriter: of(() => dynamoHeldFormWriter(table), {
    put: (port) => [port.put({ session: 'i', person: 'p', to: 't', path: '/', form: {}, expiresAt: at })],
    remove: (port) => [port.remove('i')],
  }),
  people: of(() => dynamoPeople(table), {
    personOf: (port) => [port.personOf('a')],
    addressOf: (port) => [port.addressOf('p')],
    contact: (port) => [port.contact('p', 'j')],
    journeysOf: (port) => [port.journeysOf('a')],
  }),
  peopleWriter: of(() => dynamoPeopleWriter(table), {
    admit: (port) => [port.admit('a@example.org')],
    putContact: (port) => [
      port.putContact('p', 'a@example.org', 'j', { name: 'n', role: 'r', telephone: undefined }),
    ],
    removeContact: (port) => [port.removeContact('p', 'a@example.org', 'j')],
  }),
  limits: of(() => dynamoLimits(table), { take: (port) => [port.take('w', 1, 1, now)] }),
  awards: of(() => dynamoAwards(table), { get: (port) => [port.get('s')] }),
  awardWriter: of(() => dynamoAwardWriter(table), {
    put: (port) => [port.put({ serial: 's', level: 'bronze', journey: 'j', round: 1, awardedAt: at }, 'n')],
  }),
  publications: of(() => dynamoPublications(table), {
    of: (port) => [port.of('j')],
    page: (port) => [port.page('j')],
    nameOf: (port) => [port.nameOf('j')],
    ideas: (port) => [port.ideas({}, 1), port.ideas({ area: 'skills' }, 1, 'b')],
  }),
  publicationWriter: of(() => dynamoPublicationWriter(table), {
    putPage: (port) => [port.putPage({ ...publishedBy, shows: [], about: {}, copies: {} })],
    putIdea: (port) => [
      port.putIdea({
        ...publishedBy,
        entry: 'e',
        on: '2027-01-04',
        title: 't',
        what: undefined,
        changed: 'c',
        areas: ['skills'],
        topic: undefined,
        sectors: [],
        link: undefined,
        files: {},
      }),
    ],
    putName: (port) => [port.putName('j', 'n')],
    putPledge: (port) => [
      port.putPledge({ journey: 'j', id: 'i', words: 'w', name: 'n', saidAt: at, publishedAt: at, by: 'b' }),
    ],
  }),
  publicationRemoval: of(() => dynamoPublicationRemoval(table), {
    takeDown: (port) => [port.takeDown('j')],
    takeDownIdea: (port) => [port.takeDownIdea('j', 'e')],
    takeDownPledge: (port) => [port.takeDownPledge('j', 'i')],
    dropFile: (port) => [port.dropFile('j', 'f')],
    hideName: (port) => [port.hideName('j')],
  }),
  pledges: of(() => dynamoPledges(table, systemClock), {
    count: (port) => [port.count('j', 1)],
    byGroup: (port) => [port.byGroup('j', 1)],
  }),
  said: of(() => dynamoSaid(table), {
    page: (port) => [port.page('j', 1), port.page('j', 1, 'b')],
    get: (port) => [port.get('j', 'i')],
  }),
  saidRemoval: of(() => dynamoSaidRemoval(table), { remove: (port) => [port.remove('j', 'i')] }),
  pledgeWriter: of(() => dynamoPledgeWriter(table), {
    putSaid: (port) => [port.putSaid(said)],
    put: (port) => [port.put({ id: 'i', journey: 'j', round: 1, day: '2027-01-04', group: 'staff' })],
  }),
  suppressions: of(() => dynamoSuppressions(table), {
    has: (port) => [port.has('a')],
    why: (port) => [port.why('a')],
  }),
  suppressionWriter: of(() => dynamoSuppressionWriter(table), {
    put: (port) => [
      port.put({ addressHash: 'a', why: 'bounce', at }),
      port.put({ addressHash: 'a', why: 'complaint', at }),
    ],
  }),
  suppressionLifter: of(() => dynamoSuppressionLifter(table), { lift: (port) => [port.lift('a')] }),
  stopLinks: of(() => dynamoStopLinks(table), { get: (port) => [port.get('i', now)] }),
  stopLinkWriter: of(() => dynamoStopLinkWriter(table), {
    put: (port) => [port.put({ id: 'i', journey: 'j', person: 'p', expiresAt: at })],
  }),
  links: of(() => dynamoLinks(table), { ofJourney: (port) => [port.ofJourney('j')] }),
  linkWriter: of(() => dynamoLinkWriter(table), { note: (port) => [port.note(link)] }),
  linkChecks: of(() => dynamoLinkChecks(table), {
    dueBy: (port) => [port.dueBy(at, 1)],
    get: (port) => [port.get('j', 'i')],
    replace: (port) => [port.replace(link, link)],
  }),
  captures: of(() => dynamoCaptures(table), { get: (port) => [port.get('j', 'i')] }),
  captureWriter: of(() => dynamoCaptureWriter(table), { put: (port) => [port.put(capture)] }),
  captureRemoval: of(() => dynamoCaptureRemoval(table), { drop: (port) => [port.drop('j', 'i')] }),
  pageFetcher: of(lambdaPageFetcher, { fetch: (port) => [port.fetch('https://page.example')] }),
  // An address that is refused before anything is asked: that there is no command of AWS is what counts here.
  publicWeb: of(publicWeb, {
    get: (port) => [port.get(new URL('http://127.0.0.1'), new AbortController().signal)],
  }),
}

export const ports = Object.keys(exercises) as (keyof Ports)[]

const known = new Map<keyof Ports, readonly Use[]>()

export async function usesOf(port: keyof Ports): Promise<readonly Use[]> {
  const uses = known.get(port) ?? (await findUses(port))
  known.set(port, uses)
  return uses
}

async function findUses(port: keyof Ports): Promise<readonly Use[]> {
  const { make, calls } = exercises[port] as Exercise<unknown>
  const uses: Use[] = []
  for (const held of [true, false]) {
    answer(held)
    const made = make()
    for (const call of Object.values(calls) as ((port: unknown) => readonly unknown[])[]) {
      const settled = await Promise.allSettled(call(made))
      uses.push(...settled.flatMap((each) => (each.status === 'fulfilled' ? signedUses(each.value) : [])))
    }
    uses.push(...asked.mock.calls.map(([link, init]) => signedUse(String(link), init?.method)))
    for (const client of clients) uses.push(...client.calls().map(({ args: [command] }) => useOf(command)))
  }
  return uses
}

function signedUse(link: string, method = 'GET'): Use {
  const action = { GET: 's3:GetObject', DELETE: 's3:DeleteObject' }[method]
  if (!action) throw new Error(`What does ${method} mean to IAM?`)
  return { action, keys: [new URL(link).pathname.slice(1)] }
}

/** What a browser may do with what was signed for it. */
function signedUses(result: unknown): Use[] {
  if (typeof result === 'string' && result.includes('X-Amz-Signature=')) return [signedUse(result)]
  const fields = (result as Partial<UploadForm> | undefined)?.fields
  return fields ? [{ action: 's3:PutObject', keys: [fields.key!] }] : []
}

/** What is asked for is there, so that adapters read on; or nothing is, and every condition fails. */
function answer(held: boolean): void {
  for (const client of clients) client.reset()
  ddb.resolves({})
  sfn.resolves({})
  ses.resolves({ MessageId: 'm' })
  s3.resolves({ ETag: 't' })
  asked.mockReset().mockImplementation(async () => new Response(null, { status: 204 }))
  if (held) {
    ddb.on(GetCommand).resolves({ Item: { person: 'p' } })
    ddb.on(QueryCommand).resolves({ Items: [{ pk: 'SUMMARY#j', sk: '1', body: '{}', files: { f: {} } }] })
  } else {
    const failed = new ConditionalCheckFailedException({ message: 'The condition failed', $metadata: {} })
    ddb.on(PutCommand).rejects(failed).on(UpdateCommand).rejects(failed).on(DeleteCommand).rejects(failed)
  }
}

function useOf(command: { readonly input: object }): Use {
  const input = command.input as {
    Key?: { pk: string }
    Item?: { pk: string }
    KeyConditionExpression?: string
    ExpressionAttributeValues?: { ':pk': string }
    RequestItems?: Record<string, { Keys: { pk: string }[] }>
    IndexName?: string
    ConditionExpression?: string
  }
  const more = {
    ...(input.IndexName && { index: input.IndexName }),
    ...(input.ConditionExpression && { condition: input.ConditionExpression }),
  }
  const row = (action: string, keys: readonly string[]) => ({ action: `dynamodb:${action}`, keys, ...more })
  if (command instanceof GetCommand) return row('GetItem', [input.Key!.pk])
  if (command instanceof PutCommand) return row('PutItem', [input.Item!.pk])
  if (command instanceof UpdateCommand) return row('UpdateItem', [input.Key!.pk])
  if (command instanceof DeleteCommand) return row('DeleteItem', [input.Key!.pk])
  if (command instanceof BatchGetCommand) {
    return row(
      'BatchGetItem',
      Object.values(input.RequestItems!).flatMap(({ Keys }) => Keys.map(({ pk }) => pk)),
    )
  }
  if (command instanceof QueryCommand && /^#?pk = :pk( AND |$)/.test(input.KeyConditionExpression ?? '')) {
    return row('Query', [input.ExpressionAttributeValues![':pk']])
  }
  const name = command.constructor.name.replace(/Command$/, '')
  if (/^(StartExecution|StopExecution|SendTask)/.test(name)) return { action: `states:${name}`, keys: [] }
  if (name === 'Invoke') {
    return {
      action: 'lambda:InvokeFunction',
      keys: [(command.input as { FunctionName: string }).FunctionName],
    }
  }
  if (name === 'SendRawEmail') return { action: `ses:${name}`, keys: [] }
  const action = files[name]
  if (action) return { action: `s3:${action}`, keys: [(command.input as { Key: string }).Key] }
  throw new Error(`What does ${name} mean to IAM?`)
}

/** To ask for a file's head is to read it. */
const files: Readonly<Record<string, string>> = {
  GetObject: 'GetObject',
  HeadObject: 'GetObject',
  GetObjectTagging: 'GetObjectTagging',
  PutObject: 'PutObject',
}

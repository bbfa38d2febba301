// What the handlers' tests stand on: their environment, the samples, one journey at any place, and the SDK's clients mocked.
import { readFileSync } from 'node:fs'
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { LambdaClient } from '@aws-sdk/client-lambda'
import { S3Client } from '@aws-sdk/client-s3'
import { SESClient } from '@aws-sdk/client-ses'
import { SFNClient } from '@aws-sdk/client-sfn'
import {
  BatchGetCommand,
  type DeleteCommandInput,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  type PutCommandInput,
  QueryCommand,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb'
import { mockClient } from 'aws-sdk-client-mock'
import { afterEach, beforeEach, vi } from 'vitest'
import { type CommitmentWords, type Signatory, sealed } from '../../functions/app/commitment.ts'
import { sha256 } from '../../functions/app/secrets.ts'
import { formToken } from '../../functions/app/sign-in.ts'
import type { FunctionName } from '../../functions/inventory.ts'
import { readEvent, type StoredEvent, storeEvent } from '../../workflows/journey-events.ts'
import type { Command, JourneyState } from '../../workflows/journey-state.ts'
import { decide } from '../../workflows/progress.ts'
import { newest as definition } from '../../workflows/released/index.ts'

export const environment = {
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
  CONTACT_HASHTAGS: '#TheCCQM #CulturalCohesion',
  VALIDATE_INDIVIDUALS: 'yes',
  PANEL_SIZE: '3',
  FETCH_PAGE_FUNCTION: 'the-page-fetcher',
  EVIDENCE_BUCKET: 'quality-mark-evidence',
  EVIDENCE_URL: 'https://quality-mark-evidence.s3.eu-west-2.amazonaws.com',
  AWS_REGION: 'eu-west-2',
  AWS_ACCESS_KEY_ID: 'none',
  AWS_SECRET_ACCESS_KEY: 'none',
}
for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)

/** The moment of every test: a Monday. */
export const now = '2027-01-04T10:00:00.000Z'

export const ddb = mockClient(DynamoDBDocumentClient)
export const sfn = mockClient(SFNClient)
export const ses = mockClient(SESClient)
export const s3 = mockClient(S3Client)
export const lambda = mockClient(LambdaClient)
/** The lines that went into the log. */
export const log: string[] = []

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) })
  // The bucket, to whoever takes a file away on a signature.
  vi.spyOn(globalThis, 'fetch').mockImplementation(async () => new Response(null, { status: 204 }))
  vi.spyOn(console, 'error').mockImplementation((line) => void log.push(String(line)))
  log.length = 0
  for (const client of [ddb, sfn, ses, s3, lambda]) client.reset()
  ddb.resolves({})
  sfn.resolves({})
  ses.resolves({ MessageId: 'a-message' })
  s3.resolves({})
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

// --- The samples

export interface WebAnswer {
  readonly statusCode: number
  readonly headers: Record<string, string>
  readonly cookies: string[]
  readonly body: string
}

/** The parts of an HTTP API event that tests change. */
export interface WebEvent {
  routeKey: string
  headers: Record<string, string>
  cookies?: string[]
  pathParameters?: Record<string, string>
  queryStringParameters?: Record<string, string>
  body?: string
  isBase64Encoded: boolean
  requestContext: { http: { method: string; sourceIp: string } }
}

export function sample<T = WebEvent>(name: FunctionName): NoInfer<T> {
  return JSON.parse(readFileSync(new URL(`../../events/samples/${name}.json`, import.meta.url), 'utf8')) as T
}

export function formOf(event: WebEvent): URLSearchParams {
  return new URLSearchParams(Buffer.from(event.body ?? '', 'base64').toString())
}

/** The sample with another body; `change` is given the fields that it has. */
export function withForm(event: WebEvent, change: (form: URLSearchParams) => void): WebEvent {
  const form = formOf(event)
  change(form)
  return withBody(event, form.toString())
}

export function withBody(event: WebEvent, body: string | Buffer): WebEvent {
  return { ...event, body: Buffer.from(body).toString('base64'), isBase64Encoded: true }
}

export function withHeaders(event: WebEvent, headers: Record<string, string | undefined>): WebEvent {
  const all = Object.entries({ ...event.headers, ...headers }).filter((each) => each[1] !== undefined)
  return { ...event, headers: Object.fromEntries(all) as Record<string, string> }
}

type Handler<A> = (event: unknown) => Promise<A>

/** Loaded only when asked for, so that the environment is there before. */
export async function load<A = WebAnswer>(name: FunctionName): Promise<Handler<A>> {
  const module = (await import(`../../functions/${name}.ts`)) as { handler: Handler<A> }
  return module.handler
}

export async function call<A = WebAnswer>(name: FunctionName, event: unknown = sample(name)): Promise<A> {
  return (await load<A>(name))(event)
}

// --- One journey, its people and their rows

export const journey = 'h3k9w2m7x5p4t8q1'
export const lead = 'c7n2v8d4r6s1z9e5'
export const leadAddress = 'amina.hussain@example.org'
export const teamPerson = 't2b6y4g8k1m3w5q7'
export const teamAddress = environment.TEAM_ADDRESSES
export const colleague = 'n4w8c2k6z0t5r9qm'
/** The panel's chair, and everybody on it. */
export const chair = 'v4h8q2k6m9c3x7r1'
export const chairAddress = 'grace.okafor@example.org'
export const validators = [chair, 'v5j1s3l7n2d4y8t6', 'v6k2w4p8b3f5z9y7'] as const
const validatorAddresses = [chairAddress, 'li.wei@example.org', 'ruth.adler@example.org']
const validatorNames = ['Grace Okafor', 'Li Wei', 'Ruth Adler']
export const serial = 'K7Q2-9FXM'
export const organisationName = 'Harehills & Friends'

const cookieIn = (name: FunctionName) => sample(name).cookies![0]!.split('=')[1]!
export const leadSecret = cookieIn('show-hub')
export const teamSecret = cookieIn('show-team')
export const chairSecret = cookieIn('show-validation')
export const signatorySecret = cookieIn('show-commitment')
export const askedSecret = cookieIn('submit-code')

export type Row = Record<string, unknown>

export function sessionRow(secret: string, person: string, address: string): Row {
  const id = sha256(secret)
  return {
    pk: `SECRET#${id}`,
    sk: 'SECRET',
    kind: 'session',
    id,
    person,
    addressHash: sha256(address),
    openedAt: '2027-01-04T08:00:00.000Z',
    usedAt: '2027-01-04T09:30:00.000Z',
  }
}

/** Everything but the journey's events: four sessions, the lead, the panel and its views, what was registered and said. */
export function everyday(): Row[] {
  const record = (id: string, content: Row) => ({
    pk: `RECORD#${journey}`,
    sk: id,
    id,
    journey,
    at: '2027-01-04T09:00:00.000Z',
    by: lead,
    salt: 'salt',
    content,
  })
  return [
    sessionRow(leadSecret, lead, leadAddress),
    sessionRow(teamSecret, teamPerson, teamAddress),
    sessionRow(chairSecret, chair, chairAddress),
    sessionRow(signatorySecret, signatory, whoSigns.address),
    ...validators.flatMap((person, at): Row[] => [
      { pk: `ADDRESS#${sha256(validatorAddresses[at]!)}`, sk: 'PERSON', person },
      { pk: `PERSON#${person}`, sk: 'PERSON', address: validatorAddresses[at] },
      { pk: `PERSON#${person}`, sk: `JOURNEY#${journey}`, name: validatorNames[at], role: 'health' },
      {
        pk: `JUDGEMENT#${journey}`,
        sk: `ROUND#1#${person}#0123456789abcdef`,
        at: '2027-01-04T09:30:00.000Z',
        by: person,
        content: { viewStrengths: 'Everybody knows.', viewNextSteps: 'Ask on.', recommendation: 'awarded' },
      },
    ]),
    { pk: `ADDRESS#${sha256(leadAddress)}`, sk: 'PERSON', person: lead },
    { pk: `ADDRESS#${sha256(leadAddress)}`, sk: `JOURNEY#${journey}` },
    { pk: `PERSON#${lead}`, sk: 'PERSON', address: leadAddress },
    { pk: `PERSON#${lead}`, sk: `JOURNEY#${journey}`, name: 'Amina Hussain', role: 'Volunteer' },
    record(submissionId, {
      answers: {
        organisationName,
        applyingAs: 'group',
        organisationType: 'community-group',
        sectors: ['education', 'third-sector'],
        postcode: 'LS8 5HS',
        peopleInScope: 1200,
        webPresence: 'none',
      },
    }),
    // What step 1 asks of the contact: it stays a draft, whatever is handed in.
    {
      pk: `DRAFT#${journey}`,
      sk: 'ROUND#0#registration#contacts#',
      ...{ journey, round: 0, step: 'registration', section: 'contacts', entry: '', by: lead, at: now },
      ...{ begunAt: now, revision: 1, typed: { contactRole: ['Volunteer'] } },
    },
    record(reasonsId, { comment: 'The panel is convinced.' }),
    record(commentId, { comment: 'Thank you!\nPlease count the volunteers too.' }),
  ]
}

/** Who is asked to sign the commitment, and what it says. */
export const signatory = 's3g7n1t5r9y2k6m4'
export const whoSigns: Signatory = {
  name: 'Ines Duarte',
  address: 'ines.duarte@example.org',
  role: 'Chair',
  second: undefined,
}
export const committedWords: CommitmentWords = {
  organisationName,
  pledge: 'We stand together.',
  decidingBody: 'committee',
  decidedOn: '2026-12-14',
}
const commitmentId = 'ROUND#1#commitment#0123456789abcdef'

/** Everything that step 3 asks before the signature; `way` is how it is to be signed. */
export function commitmentDrafts(way = 'emailed-link', change: Record<string, string[]> = {}): Row[] {
  const typed: Record<string, Record<string, string[]>> = {
    pledge: { pledgeWording: [committedWords.pledge], commitmentDeclared: ['yes'] },
    decision: { decidingBody: ['committee'], decidedOn: ['14 12 2026'] },
    signature: {
      signatureWay: [way],
      signatoryName: [whoSigns.name],
      signatoryRole: [whoSigns.role!],
      signatoryEmail: [whoSigns.address],
      secondSignatoryName: [],
    },
    proof: { pledgeMethods: ['paper'], proofLink: ['https://www.example.org/proof'] },
    teams: {},
  }
  return Object.entries(typed).map(([section, answers]) => {
    const round = section === 'signature' ? 0 : 1
    const changed = Object.entries(change).filter(([id]) => id.replace(/-because$/, '') in answers)
    const own = { journey, round, step: 'commitment-and-pledge', section, entry: '', revision: 1, by: lead }
    return {
      pk: `DRAFT#${journey}`,
      sk: `ROUND#${round}#commitment-and-pledge#${section}`,
      ...own,
      at: now,
      begunAt: now,
      typed: { ...answers, ...Object.fromEntries(changed) },
    }
  })
}

/** Somebody was asked to sign: what is known of them, and the document. */
export function signatoryRows(): Row[] {
  return [
    { pk: `ADDRESS#${sha256(whoSigns.address)}`, sk: 'PERSON', person: signatory },
    { pk: `ADDRESS#${sha256(whoSigns.address)}`, sk: `JOURNEY#${journey}` },
    { pk: `PERSON#${signatory}`, sk: 'PERSON', address: whoSigns.address },
    { pk: `PERSON#${signatory}`, sk: `JOURNEY#${journey}`, name: whoSigns.name, role: whoSigns.role },
    {
      pk: `RECORD#${journey}`,
      sk: commitmentId,
      id: commitmentId,
      journey,
      at: now,
      by: lead,
      salt: 'salt',
      content: { commitment: sealed(committedWords, whoSigns) },
    },
  ]
}

/** At step 3, where the signature was asked for. */
export function eventsUntilAsked(): StoredEvent[] {
  const document = { id: commitmentId, hash }
  return add(eventsUntil('commitment-and-pledge'), {
    kind: 'ask-for-signature',
    person: signatory,
    document,
  })
}

/** What the samples of the files' pages name. */
const { file, ...placeOfFile } = {
  ...sample('open-file').pathParameters!,
  ...sample('add-file').pathParameters!,
} as Record<'file' | 'journey' | 'step' | 'section' | 'entry' | 'field', string>

export { file, placeOfFile }

/** One entry of the diary with one file, which is as far as `change` says. */
export function entryWithFile(change: Row = {}, files: readonly string[] = [file]): Row[] {
  const { step, section, entry, field } = placeOfFile
  const own = { journey, round: 0, step, section, entry, by: lead, at: now, begunAt: now, revision: 1 }
  const typed = {
    evidenceOn: ['1 9 2026'],
    evidenceTitle: ['An assembly'],
    evidenceAreas: ['attitudes'],
    evidenceChanged: ['Everybody listens.'],
    ...(files.length > 0 && { [field]: files }),
  }
  return [
    { pk: `DRAFT#${journey}`, sk: `ROUND#0#${step}#${section}#${entry}`, ...own, typed },
    {
      pk: `FILE#${journey}`,
      sk: `FILE#${file}`,
      id: file,
      journey,
      place: { round: 1, step, section, entry, field },
      status: 'awaiting',
      name: 'Our assembly <b>in May</b>',
      by: lead,
      at: now,
      ...change,
    },
  ]
}

/** A link of the registration that was looked at, and what it said; under the id that the sample of its page names. */
const { capture: captureId } = sample('show-capture').pathParameters as { capture: string }
const linked = { id: captureId, journey, url: 'https://harehills.uk/' }
export const capturedLink: Row[] = [
  {
    pk: `LINKS#${journey}`,
    sk: `LINK#${captureId}`,
    ...linked,
    submission: 'ROUND#1#registration#0123456789abcdef',
    seen: { result: 'works', at: '2027-01-03T10:00:00.000Z', since: '2027-01-03T10:00:00.000Z', status: 200 },
    capturedAt: '2027-01-03T10:00:00.000Z',
  },
  {
    pk: `CAPTURE#${journey}`,
    sk: `CAPTURE#${captureId}`,
    ...linked,
    finalUrl: 'https://www.harehills.uk/',
    at: '2027-01-03T10:00:00.000Z',
    status: 200,
    text: 'Harehills <b>together</b>\nWe listen.',
    hash: 'f'.repeat(64),
  },
]

export const submissionId = 'ROUND#1#registration#0123456789abcdef'
const commentId = 'ROUND#1#foundation-check#fedcba9876543210'
const reasonsId = 'ROUND#1#validation#fedcba9876543210'
const hash = 'f'.repeat(64)

/** The commands of a round up to the first time that the journey is at `place`. */
export function eventsUntil(place: string): readonly StoredEvent[] {
  let events: StoredEvent[] = add([], {
    kind: 'register',
    individual: false,
    lead,
    submission: { id: submissionId, hash },
  })
  while (stateOf(events).position.at !== place) events = add(events, nextCommand(stateOf(events)))
  return events
}

/** The journey of which the team has just returned the registration. */
export function eventsUntilReturned(): readonly StoredEvent[] {
  const events = eventsUntil('foundation-check')
  const { at: wait, visit } = stateOf(events).position
  return add(events, {
    kind: 'return',
    wait,
    visit,
    to: 'registration',
    comment: { id: commentId, hash },
  })
}

function nextCommand(state: JourneyState): Command {
  const {
    position: { at, visit },
    execution,
  } = state
  const submission = { id: `ROUND#1#${at}#0123456789abcdef`, hash }
  if (at === 'confirmation') return { kind: 'confirm-address' }
  if (at === 'validation') return nextOnPanel(state)
  if (at.endsWith('-check')) return { kind: 'accept', wait: at, visit }
  if (at === 'issue-award') return { kind: 'award', executionSeq: execution.seq }
  if (at === 'complete') throw new Error('There is no such place')
  return { kind: 'submit', step: at, visit, submission }
}

const panelSize = Number(environment.PANEL_SIZE)

/** What a panel of three still has to do: all are invited, all declare, all judge, then the chair decides. */
function nextOnPanel({ panel, position: { visit } }: JourneyState): Command {
  const member = (which: (each: JourneyState['panel'][number]) => boolean) => panel.find(which)?.person
  const invited = validators.find((person) => !member((each) => each.person === person))
  if (invited) return { kind: 'invite-validator', person: invited, chair: invited === chair }
  const undeclared = member(({ declared }) => declared === null)
  if (undeclared) return { kind: 'declare', person: undeclared, visit, panelSize, conflict: false }
  const unjudged = member(({ judgement }) => judgement === null)
  if (unjudged) {
    const id = `ROUND#1#${unjudged}#0123456789abcdef`
    return { kind: 'judge', person: unjudged, visit, panelSize, judgement: { id, hash } }
  }
  const reasons = { id: reasonsId, hash }
  return { kind: 'conclude', person: chair, visit, panelSize, outcome: 'awarded', reasons, serial }
}

/** At the validation, when everybody on the panel has judged and only the decision is missing. */
export function eventsUntilJudged(): readonly StoredEvent[] {
  let events = eventsUntil('validation')
  while (nextCommand(stateOf(events)).kind !== 'conclude') events = add(events, nextCommand(stateOf(events)))
  return events
}

export function add(events: readonly StoredEvent[], command: Command): StoredEvent[] {
  const previous = events.at(-1)
  const number = events.length + 1
  const moment = { at: new Date(Date.parse(now) - 3_600_000 + number * 60_000).toISOString(), number }
  const decision = decide(definition, previous && readEvent(previous).state, command, moment)
  if (decision.kind === 'refused') throw new Error(`${command.kind} was refused: ${decision.reason}`)
  const { state, effects } = decision
  return [...events, storeEvent({ journey, ...moment, actor: lead, command, state, effects }, previous)]
}

export function stateOf(events: readonly StoredEvent[]): JourneyState {
  return readEvent(events.at(-1)!).state
}

/** The same events, as if they were those of another journey. */
export function asOf(other: string, events: readonly StoredEvent[]): StoredEvent[] {
  let previous: StoredEvent | undefined
  return events.map((stored) => {
    const { hash: _, ...event } = readEvent(stored)
    previous = storeEvent({ ...event, journey: other }, previous)
    return previous
  })
}

export function eventRows(events: readonly StoredEvent[]): Row[] {
  return events.map((event) => ({
    pk: `EVENTS#${event.journey}`,
    sk: String(event.number).padStart(6, '0'),
    ...event,
  }))
}

export function tokenFor(form: FunctionName, secret: string = leadSecret): string {
  return formToken(secret, form)
}

// --- The table: reads answer with these rows, writes are noted and change nothing

export function given(...rows: readonly Row[]): void {
  const at = (key: Row | undefined) => rows.find(({ pk, sk }) => pk === key?.pk && sk === key?.sk)
  ddb.on(GetCommand).callsFake(({ Key }: { Key: Row }) => ({ Item: at(Key) }))
  ddb
    .on(BatchGetCommand)
    .callsFake(({ RequestItems }: { RequestItems: Record<string, { Keys: Row[] }> }) => ({
      Responses: Object.fromEntries(
        Object.entries(RequestItems).map(([name, { Keys }]) => [name, Keys.flatMap((key) => at(key) ?? [])]),
      ),
    }))
  ddb.on(QueryCommand).callsFake((query: Query) => {
    const values = query.ExpressionAttributeValues
    const key = query.ExpressionAttributeNames?.['#pk'] ?? 'pk'
    const found = rows
      .filter((row) => row[key] === values[':pk'])
      .filter(({ sk }) => String(sk).startsWith(values[':journey'] ?? ''))
      .filter(({ dueSk }) => values[':by'] === undefined || String(dueSk) <= values[':by'])
      .toSorted((a, b) => (String(a.sk) < String(b.sk) ? -1 : 1))
    const inOrder = query.ScanIndexForward === false ? found.toReversed() : found
    return { Items: inOrder.slice(0, query.Limit ?? found.length) }
  })
}

interface Query {
  readonly ExpressionAttributeValues: Record<string, string>
  readonly ExpressionAttributeNames?: Record<string, string>
  readonly ScanIndexForward?: boolean
  readonly Limit?: number
}

export interface Write {
  readonly kind: 'put' | 'update' | 'delete'
  /** `pk|sk` */
  readonly key: string
  readonly pk: string
  readonly sk: string
  readonly condition: string | undefined
  readonly input: Partial<PutCommandInput & UpdateCommandInput & DeleteCommandInput>
}

/** What was asked of the table, without the stored words, which a process reads once a minute. */
export function calls() {
  return ddb.calls().filter(({ args: [{ input }] }) => !JSON.stringify(input).includes('"WORDS#'))
}

/** What was written to the table, in its order. */
export function writes(): Write[] {
  const kinds = { PutCommand: 'put', UpdateCommand: 'update', DeleteCommand: 'delete' } as const
  return ddb.calls().flatMap(({ args: [command] }) => {
    const kind = kinds[command.constructor.name as keyof typeof kinds]
    if (!kind) return []
    const input = command.input as Write['input']
    const { pk, sk } = (input.Item ?? input.Key) as { pk: string; sk: string }
    if (input.TableName !== environment.TABLE_NAME) throw new Error(`Another table: ${input.TableName}`)
    return [{ kind, key: `${pk}|${sk}`, pk, sk, condition: input.ConditionExpression, input }]
  })
}

/** The same without the note that a session was used. */
export function changes(): Write[] {
  return writes().filter(({ input }) => input.ConditionExpression !== 'kind = :session')
}

/** The event that was committed; fails when there was none, or more than one. */
export function committed() {
  const events = writes().filter(({ pk }) => pk.startsWith('EVENTS#'))
  if (events.length !== 1) throw new Error(`${events.length} events were committed`)
  const [{ input, condition, key }] = events as [Write]
  if (condition !== 'attribute_not_exists(pk)') throw new Error('An event was put without its condition')
  return { key, ...readEvent(input.Item as unknown as StoredEvent) }
}

/** As if the row with this beginning of its key were there already when it is put. */
export function alreadyThere(pk: string, times = Number.POSITIVE_INFINITY): void {
  let left = times
  ddb.on(PutCommand).callsFake(({ Item }: { Item: { pk: string } }) => {
    if (Item.pk.startsWith(pk) && left-- > 0) throw conditionFailed()
    return {}
  })
}

export function conditionFailed(): ConditionalCheckFailedException {
  return new ConditionalCheckFailedException({ message: 'The condition failed', $metadata: {} })
}

// The table's errors: a condition that did not hold becomes a value where the domain has a word for it; every other throws.
import { readdirSync } from 'node:fs'
import {
  ConditionalCheckFailedException,
  InternalServerError,
  ProvisionedThroughputExceededException,
  ResourceNotFoundException,
} from '@aws-sdk/client-dynamodb'
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
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { held, openTable, putIfAbsent, type Table, ttl } from '../../functions/adapters/dynamo.ts'
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
import type { EvidenceFile } from '../../workflows/evidence-file.ts'

vi.stubEnv('TABLE_NAME', 'the-table')
vi.stubEnv('AWS_REGION', 'eu-west-2')
const ddb = mockClient(DynamoDBDocumentClient)
const table: Table = openTable()
const now = new Date('2027-01-04T10:00:00.000Z')
const iso = now.toISOString()

const failed = new ConditionalCheckFailedException({ message: 'The condition failed', $metadata: {} })
const others = [
  new ProvisionedThroughputExceededException({ message: 'too much', $metadata: {} }),
  new InternalServerError({ message: 'later', $metadata: {} }),
  new ResourceNotFoundException({ message: 'no table', $metadata: {} }),
  new Error('socket hang up'),
  // A name alone does not make it the table's own word.
  Object.assign(new Error('looks like it'), { name: 'ConditionalCheckFailedException' }),
]

beforeEach(() => {
  ddb.reset()
  ddb.resolves({})
})

const event = { journey: 'j', number: 1, body: '{}', previousHash: 'p', hash: 'h' }
const record = { id: 'ROUND#1#x', journey: 'j', at: iso, by: 'b', salt: 's', content: {} }
const token = { journey: 'j', wait: 'w', executionSeq: 1, token: 't', enteredAt: iso, retryCount: 0 }
const session = { id: 'i', person: 'p', addressHash: 'a', openedAt: iso, usedAt: iso }
const heldForm = { session: 'i', person: 'p', to: 't', path: '/', form: {}, expiresAt: iso }
const award = { serial: 's', level: 'bronze', journey: 'j', round: 1, awardedAt: iso }
const file: EvidenceFile = {
  id: 'f',
  journey: 'j',
  place: { round: 1, step: 's', section: 's', entry: 'e', field: 'f' },
  status: 'awaiting',
  name: 'n',
  by: 'p',
  at: iso,
}
const link = { id: 'i', journey: 'j', submission: 's', url: 'https://page.example', dueAt: iso }
const capture = { id: 'i', journey: 'j', url: 'u', finalUrl: 'u', at: iso, status: 200, text: 't', hash: 'h' }
const said = {
  id: 'i',
  journey: 'j',
  at: iso,
  group: undefined,
  team: undefined,
  name: undefined,
  words: 'w',
  forEverybody: true,
}
const published = { journey: 'j', publishedAt: iso, by: 'p', name: 'n', individual: false }
const idea = {
  ...published,
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
}
const contact = { name: 'n', role: 'r', telephone: undefined }
const code = { id: 'i', code: '418302', address: 'a@example.org', expiresAt: iso }
const summary = {
  journey: 'j',
  version: 1,
  organisationName: 'o',
  level: 'bronze',
  at: 'w',
  since: iso,
  phase: 'foundation',
  dueAt: iso,
  paused: false,
  postcode: 'LS1 1UR',
  panel: { members: 0, hasChair: false },
  unreachable: undefined,
  failed: false,
}
const draft = {
  journey: 'j',
  round: 1,
  step: 's',
  section: 'p',
  entry: '',
  typed: {},
  revision: 2,
  by: 'b',
  at: iso,
  begunAt: iso,
}
const clock = { now: () => now, unmovedMs: () => 0 }

/** Every method of every port that the table answers. */
const methods: Record<string, () => Promise<unknown>> = {
  'journeys.newest': () => dynamoJourneys(table).newest('j'),
  'journeys.event': () => dynamoJourneys(table).event('j', 1),
  'journeys.all': () => dynamoJourneys(table).all('j'),
  'commits.noteWork': () => dynamoCommits(table).noteWork({ journey: 'j', number: 1, atUnmovedMs: 1 }),
  'commits.append': () => dynamoCommits(table).append(event),
  'pending.list': () => dynamoPending(table).list(),
  'pending.remove': () => dynamoPending(table).remove('j', 1),
  'pending.removeUnchanged': () =>
    dynamoPending(table).removeUnchanged({ kind: 'event', journey: 'j', number: 1, atUnmovedMs: 1 }),
  'records.get': () => dynamoRecords(table).get('j', 'i'),
  'recordWriter.put': () => dynamoRecordWriter(table).put(record),
  'judgements.get': () => dynamoJudgements(table).get('j', 'i'),
  'judgementWriter.put': () => dynamoJudgementWriter(table).put(record),
  'drafts.ofStep': () => dynamoDrafts(table).ofStep('j', 1, 's'),
  'draftWriter.save': () => dynamoDraftWriter(table).save(draft),
  'draftWriter.note': () =>
    dynamoDraftWriter(table).note('j', 1, { 's#p': { status: 'done', missing: 0, entries: 0 } }),
  'draftIndex.ofRound': () => dynamoDraftIndex(table).ofRound('j', 1),
  'links.ofJourney': () => dynamoLinks(table).ofJourney('j'),
  'linkWriter.note': () => dynamoLinkWriter(table).note(link),
  'linkChecks.dueBy': () => dynamoLinkChecks(table).dueBy(iso, 1),
  'linkChecks.get': () => dynamoLinkChecks(table).get('j', 'i'),
  'linkChecks.replace': () => dynamoLinkChecks(table).replace(link, link),
  'captures.get': () => dynamoCaptures(table).get('j', 'i'),
  'captureWriter.put': () => dynamoCaptureWriter(table).put(capture),
  'captureRemoval.drop': () => dynamoCaptureRemoval(table).drop('j', 'i'),
  'awards.get': () => dynamoAwards(table).get('s'),
  'awardWriter.put': () => dynamoAwardWriter(table).put(award, 'name'),
  'publications.of': () => dynamoPublications(table).of('j'),
  'publications.page': () => dynamoPublications(table).page('j'),
  'publications.nameOf': () => dynamoPublications(table).nameOf('j'),
  'publications.ideas': () => dynamoPublications(table).ideas({}, 1),
  'publicationWriter.putPage': () =>
    dynamoPublicationWriter(table).putPage({ ...published, shows: [], about: {}, copies: {} }),
  'publicationWriter.putIdea': () => dynamoPublicationWriter(table).putIdea(idea),
  'publicationWriter.putName': () => dynamoPublicationWriter(table).putName('j', 'n'),
  'publicationWriter.putPledge': () =>
    dynamoPublicationWriter(table).putPledge({
      ...{ journey: 'j', id: 'i', words: 'w', name: 'n' },
      ...{ saidAt: iso, publishedAt: iso, by: 'p' },
    }),
  'publicationRemoval.takeDown': () => dynamoPublicationRemoval(table).takeDown('j'),
  'publicationRemoval.takeDownIdea': () => dynamoPublicationRemoval(table).takeDownIdea('j', 'e'),
  'publicationRemoval.takeDownPledge': () => dynamoPublicationRemoval(table).takeDownPledge('j', 'i'),
  'publicationRemoval.dropFile': () => dynamoPublicationRemoval(table).dropFile('j', 'f'),
  'publicationRemoval.hideName': () => dynamoPublicationRemoval(table).hideName('j'),
  'askForCode.put': () => dynamoAskForCode(table).put({ id: 'i', address: 'a', expiresAt: iso }, 1),
  'codeRequests.get': () => dynamoCodeRequests(table).get('i'),
  'codeRequests.remove': () => dynamoCodeRequests(table).remove('i'),
  'codeWriter.put': () => dynamoCodeWriter(table).put(code),
  'codes.countTry': () => dynamoCodeCheck(table).countTry('i', now),
  'codes.useUp': () => dynamoCodeCheck(table).useUp('i', now),
  'sessions.get': () => dynamoSessions(table).get('i'),
  'sessionWriter.put': () => dynamoSessionWriter(table).put(session),
  'sessionWriter.touch': () => dynamoSessionWriter(table).touch('i', iso),
  'sessionWriter.remove': () => dynamoSessionWriter(table).remove('i'),
  'heldForms.get': () => dynamoHeldForms(table).get('i', now),
  'heldFormWriter.put': () => dynamoHeldFormWriter(table).put(heldForm),
  'heldFormWriter.remove': () => dynamoHeldFormWriter(table).remove('i'),
  'limits.take': () => dynamoLimits(table).take('what', 1, 900, now),
  'people.personOf': () => dynamoPeople(table).personOf('a'),
  'people.addressOf': () => dynamoPeople(table).addressOf('p'),
  'people.contact': () => dynamoPeople(table).contact('p', 'j'),
  'people.journeysOf': () => dynamoPeople(table).journeysOf('a'),
  'peopleWriter.admit': () => dynamoPeopleWriter(table).admit('a@example.org'),
  'peopleWriter.putContact': () => dynamoPeopleWriter(table).putContact('p', 'a', 'j', contact),
  'peopleWriter.removeContact': () => dynamoPeopleWriter(table).removeContact('p', 'a', 'j'),
  'tokens.get': () => dynamoTokens(table).get('j', 'w', 1),
  'tokenWriter.put': () => dynamoTokenWriter(table).put(token),
  'summaries.inPhase': () => dynamoSummaries(table).inPhase('foundation'),
  'summaries.of': () => dynamoSummaries(table).of(['j']),
  'summaryWriter.put': () => dynamoSummaryWriter(table).put(summary),
  'due.dueBy': () => dynamoDue(table).dueBy(iso, 10),
  'ledger.claim': () => dynamoMailLedger(table).claim('i', now),
  'ledger.release': () => dynamoMailLedger(table).release('i'),
  'ledger.markSent': () => dynamoMailLedger(table).markSent('i', now),
  'ledger.markNotToGo': () => dynamoMailLedger(table).markNotToGo('i', now),
  'sentMail.outcomes': () => dynamoSentMail(table).outcomes(['i']),
  'namesakes.under': () => dynamoNamesakes(table).under(['h']),
  'namesakeWriter.put': () => dynamoNamesakeWriter(table).put(['h'], 'j'),
  'words.all': () => dynamoWords(table).all(),
  'pledges.count': () => dynamoPledges(table, clock).count('j', 1),
  'pledges.byGroup': () => dynamoPledges(table, clock).byGroup('j', 1),
  'said.page': () => dynamoSaid(table).page('j', 1),
  'said.get': () => dynamoSaid(table).get('j', 'i'),
  'saidRemoval.remove': () => dynamoSaidRemoval(table).remove('j', 'i'),
  'pledgeWriter.putSaid': () => dynamoPledgeWriter(table).putSaid(said),
  'pledgeWriter.put': () =>
    dynamoPledgeWriter(table).put({ id: 'i', journey: 'j', round: 1, day: '2027-01-04' }),
  'files.get': () => dynamoFiles(table).get('j', 'f'),
  'files.ofJourney': () => dynamoFiles(table).ofJourney('j'),
  'fileWriter.add': () => dynamoFileWriter(table).add(file),
  'fileWriter.move': () => dynamoFileWriter(table).move('j', 'f', { status: 'arrived' }),
  'stopLinks.get': () => dynamoStopLinks(table).get('i', now),
  'stopLinkWriter.put': () =>
    dynamoStopLinkWriter(table).put({ id: 'i', journey: 'j', person: 'p', expiresAt: iso }),
  'suppressions.has': () => dynamoSuppressions(table).has('h'),
  'suppressions.why': () => dynamoSuppressions(table).why('h'),
  'suppressionLifter.lift': () => dynamoSuppressionLifter(table).lift('h'),
  'suppressionWriter.put': () =>
    dynamoSuppressionWriter(table).put({ addressHash: 'h', why: 'bounce', at: iso }),
}

/** What a condition that did not hold means; any other method asks for none, or cannot go on. */
const meanings: Record<string, unknown> = {
  'commits.append': false,
  'pending.removeUnchanged': undefined,
  'draftWriter.save': false,
  'linkWriter.note': undefined,
  'linkChecks.replace': false,
  'captureWriter.put': undefined,
  'awardWriter.put': undefined,
  'codes.countTry': undefined,
  'codes.useUp': false,
  'sessionWriter.touch': undefined,
  'limits.take': false,
  'peopleWriter.admit': undefined,
  'tokenWriter.put': undefined,
  'summaryWriter.put': undefined,
  'ledger.claim': 'waiting',
  'ledger.release': undefined,
  'ledger.markSent': undefined,
  'ledger.markNotToGo': undefined,
  'saidRemoval.remove': undefined,
  'pledgeWriter.putSaid': undefined,
  'pledgeWriter.put': undefined,
  'suppressionWriter.put': undefined,
  'fileWriter.add': false,
  'fileWriter.move': false,
}

/** A random id that is taken cannot be anybody's. */
const refusals: Record<string, string> = {
  'recordWriter.put': 'A record with this random id exists already',
  'judgementWriter.put': 'A judgement with this random id exists already',
}

/** Nothing is decided by these: a public page, a hint of which each is compared again, a count, and words. */
const mayBeBehind = ['awards.get', 'namesakes.under', 'pledges.byGroup', 'pledges.count', 'words.all']

describe.each(Object.keys(methods))('%s', (name) => {
  it('throws whatever the table throws', async () => {
    for (const error of others) {
      ddb.reset()
      ddb.rejects(error)
      await expect(methods[name]!()).rejects.toBe(error)
      expect(ddb.calls()).toHaveLength(1)
    }
  })

  it('names the table, and reads consistently what it decides by', async () => {
    await methods[name]!().catch(() => undefined)
    expect(ddb.calls().length).toBeGreaterThan(0)
    for (const { args } of ddb.calls()) {
      const { constructor: kind, input } = args[0]
      if (kind === BatchGetCommand) {
        expect(input).toMatchObject({ RequestItems: { 'the-table': { ConsistentRead: true } } })
        continue
      }
      expect(input).toMatchObject({ TableName: 'the-table' })
      const read = kind === GetCommand || (kind === QueryCommand && !('IndexName' in input))
      if (read && !mayBeBehind.includes(name)) expect(input).toMatchObject({ ConsistentRead: true })
    }
  })

  it('makes a value only of a condition of its own', async () => {
    ddb.on(PutCommand).rejects(failed).on(UpdateCommand).rejects(failed).on(DeleteCommand).rejects(failed)
    // The award that is there already is this one.
    if (name === 'awardWriter.put') ddb.on(GetCommand).resolves({ Item: award })
    const writes = () => ddb.calls().filter(({ args }) => 'ConditionExpression' in args[0].input)
    const outcome = await methods[name]!().catch((error) => error)
    if (name in meanings) {
      expect(outcome).toEqual(meanings[name])
      expect(writes().length).toBeGreaterThan(0)
    } else if (name in refusals) {
      expect(outcome).toMatchObject({ message: refusals[name] })
    } else {
      expect(writes()).toEqual([])
      const written = ddb.calls().some(({ args }) => !/^(Get|Query|BatchGet)/.test(args[0].constructor.name))
      expect(outcome === failed).toBe(written)
    }
  })
})

it('covers every port that is built over a table', async () => {
  const folder = new URL('../../functions/adapters/', import.meta.url)
  const files = readdirSync(folder).filter(
    (file) => /^dynamo-.*\.ts$/.test(file) && !file.endsWith('.grants.ts'),
  )
  const modules = await Promise.all(
    files.map((file) => import(new URL(file, folder).href) as Promise<object>),
  )
  const ports = modules.flatMap((module) =>
    Object.entries(module).filter(([name]) => name.startsWith('dynamo')),
  )
  const count = ports.flatMap(([, build]) => Object.keys((build as (table: Table) => object)(table))).length
  expect(ports.length).toBeGreaterThan(30)
  expect(Object.keys(methods)).toHaveLength(count)
})

describe('what adapters ask of the table again and again', () => {
  it('held: true, false for a condition, and every other error thrown', async () => {
    expect(await held(Promise.resolve('anything'))).toBe(true)
    expect(await held(Promise.reject(failed))).toBe(false)
    for (const error of others) await expect(held(Promise.reject(error))).rejects.toBe(error)
  })

  it('putIfAbsent asks for the row not to be there', async () => {
    expect(await putIfAbsent(table, { pk: 'A', sk: 'B', c: 1 })).toBe(true)
    expect(ddb.commandCalls(PutCommand)[0]!.args[0].input).toEqual({
      TableName: 'the-table',
      Item: { pk: 'A', sk: 'B', c: 1 },
      ConditionExpression: 'attribute_not_exists(pk)',
    })
  })

  it('ttl is in whole seconds, never early', () => {
    expect(ttl('2027-01-04T10:00:00.001Z')).toBe(Date.parse('2027-01-04T10:00:01Z') / 1000)
    expect(ttl(now, 2)).toBe(now.getTime() / 1000 + 2 * 86_400)
  })
})

describe('a code', () => {
  it('is told with what it has to be compared with, when the try counts', async () => {
    const Attributes = { salt: 's', codeHash: 'h', address: 'a@example.org', journey: 'j' }
    ddb.on(UpdateCommand).resolves({ Attributes })
    expect(await methods['codes.countTry']!()).toEqual(Attributes)
    expect(await methods['codes.useUp']!()).toBe(true)
  })
})

describe('an award', () => {
  it('throws when its serial belongs to another, and names nothing', async () => {
    ddb.on(PutCommand).rejects(failed)
    ddb.on(GetCommand).resolves({ Item: { ...award, journey: 'k' } })
    await expect(methods['awardWriter.put']!()).rejects.toThrow('This serial belongs to another award')
    expect(ddb.commandCalls(PutCommand)).toHaveLength(1)
  })
})

describe('a list', () => {
  const keys = (...journeys: string[]) =>
    journeys.map((journey) => ({ pk: `SUMMARY#${journey}`, sk: 'SUMMARY' }))
  const full = (journey: string) => ({ ...summary, journey })

  it('goes on where an answer of the index ends, and asks again for what was not processed', async () => {
    ddb
      .on(QueryCommand)
      .resolvesOnce({ Items: keys('a', 'b'), LastEvaluatedKey: { pk: 'last' } })
      .resolvesOnce({ Items: keys('c') })
    ddb
      .on(BatchGetCommand)
      .resolvesOnce({
        Responses: { 'the-table': [full('c'), full('a')] },
        UnprocessedKeys: { 'the-table': { Keys: keys('b') } },
      })
      .resolvesOnce({ Responses: { 'the-table': [full('b')] } })
    const listed = await dynamoSummaries(table).inPhase('foundation')
    expect(listed.map(({ journey }) => journey)).toEqual(['a', 'b', 'c'])
    expect(ddb.commandCalls(QueryCommand)[1]!.args[0].input.ExclusiveStartKey).toEqual({ pk: 'last' })
    expect(ddb.commandCalls(BatchGetCommand).map(({ args: [{ input }] }) => input.RequestItems)).toEqual([
      { 'the-table': { Keys: keys('a', 'b', 'c'), ConsistentRead: true } },
      { 'the-table': { Keys: keys('b'), ConsistentRead: true } },
    ])
  })

  it('shows nothing for a key whose journey is gone, or is in another phase now', async () => {
    ddb.on(QueryCommand).resolves({ Items: keys('a', 'b', 'c') })
    ddb
      .on(BatchGetCommand)
      .resolves({ Responses: { 'the-table': [full('a'), { ...full('b'), phase: 'achieving' }] } })
    expect((await dynamoSummaries(table).inPhase('foundation')).map(({ journey }) => journey)).toEqual(['a'])
  })

  it('of what is due stops when there are enough', async () => {
    ddb.on(QueryCommand).resolves({ Items: keys('a', 'b'), LastEvaluatedKey: { pk: 'more' } })
    expect(await dynamoDue(table).dueBy(iso, 2)).toEqual(['a', 'b'])
    expect(ddb.commandCalls(QueryCommand)).toHaveLength(1)
  })
})

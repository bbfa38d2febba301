// All events of a journey, summaries by journey, namesakes, and what became of emails: in the table as in memory.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dynamoCommits, dynamoJourneys } from '../../functions/adapters/dynamo-journeys.ts'
import { dynamoMailLedger, dynamoSentMail } from '../../functions/adapters/dynamo-mail-ledger.ts'
import { dynamoNamesakes, dynamoNamesakeWriter } from '../../functions/adapters/dynamo-namesakes.ts'
import { dynamoSummaries, dynamoSummaryWriter } from '../../functions/adapters/dynamo-summaries.ts'
import type { Ports, Summary } from '../../functions/app/ports.ts'
import { type StoredEvent, storeEvent } from '../../workflows/journey-events.ts'
import { embeddedTable } from '../support/embedded-table.ts'
import { emptyMemory, memoryPorts } from '../support/memory-ports.ts'
import { confirm, play, register } from '../support/play.ts'

const now = new Date('2027-01-04T12:00:00.000Z')

type Tested = Pick<
  Ports,
  | 'journeys'
  | 'commits'
  | 'summaries'
  | 'summaryWriter'
  | 'namesakes'
  | 'namesakeWriter'
  | 'ledger'
  | 'sentMail'
>

let embedded: Awaited<ReturnType<typeof embeddedTable>>
beforeAll(async () => {
  embedded = await embeddedTable()
})
afterAll(() => embedded.stop())

const kinds: Readonly<Record<string, () => Tested>> = {
  'in memory': () => memoryPorts(emptyMemory(), { now: () => now.getTime() }),
  'in the table': () => {
    const { table } = embedded
    return {
      journeys: dynamoJourneys(table),
      commits: dynamoCommits(table),
      summaries: dynamoSummaries(table),
      summaryWriter: dynamoSummaryWriter(table),
      namesakes: dynamoNamesakes(table),
      namesakeWriter: dynamoNamesakeWriter(table),
      ledger: dynamoMailLedger(table),
      sentMail: dynamoSentMail(table),
    }
  },
}

const summary = (journey: string): Summary => ({
  journey,
  version: 1,
  organisationName: 'Invented Primary School',
  level: 'bronze',
  at: 'raising-awareness',
  since: now.toISOString(),
  phase: 'foundation',
  dueAt: undefined,
  paused: true,
  postcode: 'LS1 1UR',
  panel: { members: 2, hasChair: true },
  unreachable: undefined,
  failed: false,
})

describe.each(Object.keys(kinds))('%s', (kind) => {
  let ports: Tested
  beforeAll(() => {
    ports = kinds[kind]!()
  })

  it('all events come in order, also when they do not fit one page', async () => {
    const first = play([register, confirm])
    const padding = 'x'.repeat(300_000)
    const events = Array.from({ length: 6 }).reduce<readonly StoredEvent[]>((before) => {
      const previous = before.at(-1)!
      const body = { ...JSON.parse(previous.body), number: previous.number + 1, actor: padding }
      return [...before, storeEvent(body, previous)]
    }, first)
    for (const event of events) expect(await ports.commits.append(event)).toBe(true)
    const all = await ports.journeys.all('the-journey')
    expect(all.map(({ number }) => number)).toEqual(events.map(({ number }) => number))
    expect(all.map(({ hash }) => hash)).toEqual(events.map(({ hash }) => hash))
    expect(await ports.journeys.all('another')).toEqual([])
  })

  it('summaries are read by journey, more than a hundred too, and none for one that has none', async () => {
    const journeys = Array.from({ length: 130 }, (_, at) => `journey-${at}`)
    for (const journey of journeys) await ports.summaryWriter.put(summary(journey))
    const found = await ports.summaries.of([...journeys, 'nobody'])
    expect(found.map(({ journey }) => journey).toSorted()).toEqual(journeys.toSorted())
    expect(found[0]).toMatchObject({
      paused: true,
      postcode: 'LS1 1UR',
      panel: { members: 2, hasChair: true },
    })
    expect(await ports.summaries.of([])).toEqual([])
  })

  it('namesakes are found under any of the hashes, each once, and put twice they are there once', async () => {
    for (const journey of ['one', 'two', 'one']) await ports.namesakeWriter.put(['name', 'postcode'], journey)
    await ports.namesakeWriter.put(['other'], 'three')
    expect((await ports.namesakes.under(['name', 'postcode'])).toSorted()).toEqual(['one', 'two'])
    expect(await ports.namesakes.under(['nothing'])).toEqual([])
    expect(await ports.namesakes.under([])).toEqual([])
  })

  it('an email counts as sent when it went, and not when it is only claimed', async () => {
    const ids = Array.from({ length: 110 }, (_, at) => `email-${at}`)
    for (const id of ids) await ports.ledger.claim(id, now)
    for (const id of ids.slice(1)) await ports.ledger.markSent(id, now)
    const outcomes = await ports.sentMail.outcomes([...ids, 'never-asked-for'])
    expect(outcomes.size).toBe(109)
    expect(outcomes.get('email-109')).toEqual({ kind: 'sent', at: now.toISOString() })
    expect(await ports.sentMail.outcomes([])).toEqual(new Map())
  })
})

it('the table tells an email that is not to go from one that went', async () => {
  const { table } = embedded
  await dynamoMailLedger(table).claim('suppressed', now)
  await dynamoMailLedger(table).markNotToGo('suppressed', now)
  const outcomes = await dynamoSentMail(table).outcomes(['suppressed'])
  expect(outcomes.get('suppressed')).toEqual({ kind: 'not-to-go', at: now.toISOString() })
})

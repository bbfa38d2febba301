// What the relay and the sweep keep on the embedded table: task tokens, summaries with their index keys, the email ledger.
import { describe, expect, it } from 'vitest'
import { dynamoMailLedger } from '../../functions/adapters/dynamo-mail-ledger.ts'
import { dynamoDue, dynamoSummaries, dynamoSummaryWriter } from '../../functions/adapters/dynamo-summaries.ts'
import { dynamoTokens, dynamoTokenWriter } from '../../functions/adapters/dynamo-tokens.ts'
import type { Summary } from '../../functions/app/ports.ts'
import { mintId } from '../../functions/app/secrets.ts'
import { at, atOnce, embeddedTable, stored } from './support.ts'

const table = embeddedTable()

describe('task tokens', () => {
  const tokens = dynamoTokens(table)
  const writer = dynamoTokenWriter(table)
  const task = (journey: string, change: object) => ({
    journey,
    wait: 'registration',
    executionSeq: 1,
    token: 'first',
    enteredAt: '2027-01-04T10:00:00.000Z',
    retryCount: 0,
    ...change,
  })
  async function afterBoth(first: object, second: object): Promise<string | undefined> {
    const journey = mintId()
    await writer.put(task(journey, first))
    await writer.put(task(journey, { token: 'second', ...second }))
    return tokens.get(journey, 'registration', 1)
  }
  const earlier = { enteredAt: '2027-01-04T09:59:59.999Z' }
  const later = { enteredAt: '2027-01-04T10:00:00.001Z' }

  it('are replaced by those of a later entry, or of a later retry of the same one', async () => {
    expect(await afterBoth({}, later)).toBe('second')
    expect(await afterBoth({}, { retryCount: 1 })).toBe('second')
    // A step that is reopened comes again with RetryCount 0.
    expect(await afterBoth({ retryCount: 3 }, { ...later, retryCount: 0 })).toBe('second')
  })

  it('are not replaced by those of an earlier entry or retry, nor by the same', async () => {
    expect(await afterBoth({}, earlier)).toBe('first')
    expect(await afterBoth({}, { ...earlier, retryCount: 5 })).toBe('first')
    expect(await afterBoth({ retryCount: 2 }, { retryCount: 1 })).toBe('first')
    expect(await afterBoth({}, {})).toBe('first')
  })

  it('end up the latest, in whatever order they come at once', async () => {
    const journey = mintId()
    await atOnce(8, (retry) =>
      writer.put(task(journey, { token: `retry ${(retry * 5) % 8}`, retryCount: (retry * 5) % 8 })),
    )
    expect(await tokens.get(journey, 'registration', 1)).toBe('retry 7')
  })

  it('are kept for each wait and execution by itself', async () => {
    const journey = mintId()
    await writer.put(task(journey, { executionSeq: 2, token: 'of 2' }))
    await writer.put(task(journey, { wait: 'validation', token: 'of validation' }))
    expect(await tokens.get(journey, 'registration', 2)).toBe('of 2')
    expect(await tokens.get(journey, 'validation', 1)).toBe('of validation')
    expect(await tokens.get(journey, 'registration', 1)).toBeUndefined()
    expect(await tokens.get(mintId(), 'registration', 2)).toBeUndefined()
  })
})

describe('summaries', () => {
  const summaries = dynamoSummaries(table)
  const writer = dynamoSummaryWriter(table)
  const due = dynamoDue(table)
  const summary = (change: Partial<Summary>): Summary => ({
    journey: mintId(),
    version: 1,
    organisationName: 'Harehills & Friends',
    level: 'bronze',
    at: 'raising-awareness',
    since: '2027-01-04T10:00:00.000Z',
    phase: 'foundation',
    dueAt: undefined,
    paused: false,
    postcode: undefined,
    panel: { members: 0, hasChair: false },
    unreachable: undefined,
    failed: false,
    ...change,
  })
  /** A phase and a time of their own, so that tests do not meet in an index. */
  const aPhase = () => `phase-${mintId()}`
  const journeysIn = async (phase: string) => (await summaries.inPhase(phase)).map(({ journey }) => journey)

  it('are listed in their phase with everything, oldest first', async () => {
    const phase = aPhase()
    const young = summary({ phase })
    const old = summary({
      phase,
      since: '2026-12-01T10:00:00.000Z',
      paused: true,
      postcode: 'LS1 1UR',
      panel: { members: 2, hasChair: true },
      unreachable: 'lead',
      failed: true,
    })
    await writer.put(young)
    await writer.put(old)
    expect(await journeysIn(phase)).toEqual([old.journey, young.journey])
    const { dueAt: _, ...kept } = old
    expect((await summaries.inPhase(phase))[0]).toMatchObject(kept)
    expect(await journeysIn(aPhase())).toEqual([])
  })

  it('are replaced by a newer version, never by an older or the same', async () => {
    const phase = aPhase()
    const one = summary({ phase, version: 5, at: 'five' })
    await writer.put(one)
    for (const [version, then] of [
      [4, 'five'],
      [5, 'five'],
      [6, 'six'],
      [10, 'ten'],
      [9, 'ten'],
    ] as const) {
      await writer.put({ ...one, version, at: version === 6 ? 'six' : version === 10 ? 'ten' : 'wrong' })
      expect((await summaries.inPhase(phase))[0]).toMatchObject({ at: then })
    }
  })

  it('end up the newest, in whatever order they come at once', async () => {
    const phase = aPhase()
    const one = summary({ phase })
    await atOnce(8, (turn) => writer.put({ ...one, version: 1 + ((turn * 5) % 8) }))
    expect(await summaries.inPhase(phase)).toMatchObject([{ version: 8 }])
  })

  it('move from list to list, and leave the lists with their phase', async () => {
    const [first, second] = [aPhase(), aPhase()]
    const one = summary({ phase: first })
    await writer.put({ ...one, phase: undefined })
    expect(await stored(table, `SUMMARY#${one.journey}`, 'SUMMARY')).not.toHaveProperty('listPk')
    await writer.put({ ...one, version: 2 })
    expect(await journeysIn(first)).toEqual([one.journey])
    await writer.put({ ...one, version: 3, phase: second })
    expect(await journeysIn(first)).toEqual([])
    expect(await journeysIn(second)).toEqual([one.journey])
    await writer.put({ ...one, version: 4, phase: undefined })
    expect(await journeysIn(second)).toEqual([])
  })

  it('are due by their moment, the longest first, at most so many, until they are not', async () => {
    const moments = ['2020-01-01T00:00:00.000Z', '2020-01-02T00:00:00.000Z', '2020-01-03T00:00:00.000Z']
    const all = moments.map((dueAt) => summary({ dueAt }))
    for (const each of all.toReversed()) await writer.put(each)
    const journeys = all.map(({ journey }) => journey)
    expect(await due.dueBy('2019-12-31T23:59:59.999Z', 10)).toEqual([])
    expect(await due.dueBy(moments[1]!, 10)).toEqual(journeys.slice(0, 2))
    expect(await due.dueBy('2020-01-02T00:00:00.001Z', 10)).toEqual(journeys.slice(0, 2))
    expect(await due.dueBy(moments[2]!, 2)).toEqual(journeys.slice(0, 2))
    await writer.put({ ...all[0]!, version: 2, dueAt: undefined })
    expect(await due.dueBy(moments[2]!, 10)).toEqual(journeys.slice(1))
    expect(await stored(table, `SUMMARY#${journeys[0]}`, 'SUMMARY')).not.toHaveProperty('duePk')
  })

  it('are read again beyond the hundred that one request takes', async () => {
    const phase = aPhase()
    await atOnce(105, () => writer.put(summary({ phase })))
    expect(new Set(await journeysIn(phase)).size).toBe(105)
  })
})

describe('the email ledger', () => {
  const ledger = dynamoMailLedger(table)
  const now = at('2027-01-04T10:00:00.000Z')
  const minutes = (later: number) => new Date(now.getTime() + later * 60_000)

  it('lets one claim an email; the others wait', async () => {
    const id = mintId()
    const claims = await atOnce(6, () => ledger.claim(id, now))
    expect(claims.toSorted()).toEqual(['claimed', ...Array(5).fill('waiting')])
    expect(await ledger.claim(mintId(), now)).toBe('claimed')
  })

  it('says that it was sent, for good', async () => {
    const id = mintId()
    await ledger.claim(id, now)
    await ledger.markSent(id, minutes(1))
    expect(await ledger.claim(id, minutes(2))).toBe('settled')
    expect(await ledger.claim(id, minutes(60 * 24))).toBe('settled')
    await ledger.markSent(id, minutes(5))
    expect((await stored(table, `MAIL#${id}`, 'MAIL'))!.sentAt).toBe(minutes(1).toISOString())
  })

  it('ends a claim of which nothing came after 15 minutes, for one', async () => {
    const id = mintId()
    await ledger.claim(id, now)
    expect(await ledger.claim(id, new Date(minutes(15).getTime() - 1))).toBe('waiting')
    const claims = await atOnce(4, () => ledger.claim(id, minutes(15)))
    expect(claims.toSorted()).toEqual(['claimed', 'waiting', 'waiting', 'waiting'])
    expect(await ledger.claim(id, minutes(29))).toBe('waiting')
    expect(await ledger.claim(id, minutes(30))).toBe('claimed')
  })

  it('hears that it was sent after the claim ended', async () => {
    const id = mintId()
    await ledger.claim(id, now)
    await ledger.markSent(id, minutes(20))
    expect(await ledger.claim(id, minutes(21))).toBe('settled')
  })

  it('can be given back at once, unless it was sent', async () => {
    const id = mintId()
    await ledger.claim(id, now)
    await ledger.release(id)
    await ledger.release(id)
    expect(await ledger.claim(id, now)).toBe('claimed')
    await ledger.markSent(id, now)
    await ledger.release(id)
    expect(await ledger.claim(id, minutes(60))).toBe('settled')
  })

  it('says that it is not to go, for good, and one that went stays one that went', async () => {
    const [unsent, sent] = [mintId(), mintId()]
    for (const id of [unsent, sent]) await ledger.claim(id, now)
    await ledger.markSent(sent, minutes(1))
    for (const id of [unsent, sent]) await ledger.markNotToGo(id, minutes(2))
    await ledger.markSent(unsent, minutes(3))
    await ledger.release(unsent)
    for (const id of [unsent, sent]) expect(await ledger.claim(id, minutes(60))).toBe('settled')
    expect(await stored(table, `MAIL#${unsent}`, 'MAIL')).toMatchObject({
      notToGoAt: minutes(2).toISOString(),
    })
    expect(await stored(table, `MAIL#${unsent}`, 'MAIL')).not.toHaveProperty('sentAt')
    expect(await stored(table, `MAIL#${sent}`, 'MAIL')).not.toHaveProperty('notToGoAt')
  })

  it('has no row for what was never claimed, such as a code', async () => {
    const id = mintId()
    await ledger.markSent(id, now)
    await ledger.markNotToGo(id, now)
    expect(await stored(table, `MAIL#${id}`, 'MAIL')).toBeUndefined()
  })

  it('keeps an entry for two years', async () => {
    const id = mintId()
    await ledger.claim(id, now)
    expect((await stored(table, `MAIL#${id}`, 'MAIL'))!.ttl).toBe(now.getTime() / 1000 + 730 * 86_400)
  })
})

// Drafts on the embedded table: of two who save at once one wins, entries keep apart, and what was taken away stays taken away.
import { describe, expect, it } from 'vitest'
import { dynamoDraftIndex, dynamoDrafts, dynamoDraftWriter } from '../../functions/adapters/dynamo-drafts.ts'
import type { Draft } from '../../functions/app/ports.ts'
import { mintId } from '../../functions/app/secrets.ts'
import { atOnce, embeddedTable, partition } from './support.ts'

const table = embeddedTable()
const drafts = dynamoDrafts(table)
const writer = dynamoDraftWriter(table)

const draft = (change: Partial<Draft>): Draft => ({
  journey: mintId(),
  round: 1,
  step: 'raising-awareness',
  section: 'events',
  entry: '',
  typed: { what: ['A day of stories'], sectors: ['education', 'health'] },
  revision: 1,
  by: 'somebody',
  at: '2027-01-04T10:00:00.000Z',
  begunAt: '2027-01-04T09:00:00.000Z',
  ...change,
})
const ofStep = ({ journey, round, step }: Draft) => drafts.ofStep(journey, round, step)

describe('a draft', () => {
  it('is kept as it was typed', async () => {
    const one = draft({})
    expect(await ofStep(one)).toEqual([])
    expect(await writer.save(one)).toBe(true)
    expect(await ofStep(one)).toMatchObject([one])
  })

  it('is replaced by the revision after it, and by no other', async () => {
    const one = draft({})
    // The first cannot be a later revision.
    for (const revision of [2, 3]) expect(await writer.save({ ...one, revision })).toBe(false)
    expect(await ofStep(one)).toEqual([])
    await writer.save(one)
    const wrong = { what: ['Lost'] }
    for (const revision of [1, 3]) expect(await writer.save({ ...one, revision, typed: wrong })).toBe(false)
    expect(await ofStep(one)).toMatchObject([one])
    const next = { ...one, revision: 2, typed: { what: ['Two days'] }, by: 'a-colleague' }
    expect(await writer.save(next)).toBe(true)
    expect(await writer.save({ ...next, typed: wrong })).toBe(false)
    const [kept, ...more] = await ofStep(one)
    expect(more).toEqual([])
    expect(kept).toMatchObject(next)
    expect(kept!.typed).toEqual(next.typed)
  })

  it.each([1, 2])('of several who save revision %i at once one wins, and it is theirs', async (revision) => {
    const one = draft({})
    if (revision === 2) await writer.save(one)
    const saved = await atOnce(8, (at) =>
      writer.save({ ...one, revision, by: `person ${at}`, typed: { what: [`of ${at}`] } }),
    )
    const winner = saved.indexOf(true)
    expect(saved.filter(Boolean)).toHaveLength(1)
    expect(await ofStep(one)).toMatchObject([
      { revision, by: `person ${winner}`, typed: { what: [`of ${winner}`] } },
    ])
    // Whoever lost can save after it.
    expect(await writer.save({ ...one, revision: revision + 1 })).toBe(true)
  })

  it('is kept for each journey, round, step, section and entry by itself', async () => {
    const one = draft({})
    const others: Draft[] = [
      draft({}),
      { ...one, round: 2 },
      // Its name begins like the other's.
      { ...one, round: 11 },
      { ...one, step: 'raising-awareness-more' },
      { ...one, step: 'positive-action' },
    ]
    const section = { ...one, section: 'policies' }
    for (const each of [one, ...others, section]) expect(await writer.save(each)).toBe(true)
    expect((await ofStep(one)).map((each) => each.section)).toEqual(['events', 'policies'])
    for (const other of others) expect(await ofStep(other)).toMatchObject([other])
  })
})

describe('entries', () => {
  it('are drafts of their own, each with its revisions', async () => {
    const one = draft({ entry: mintId(), begunAt: '2027-01-02T09:00:00.000Z' })
    const two = { ...one, entry: mintId(), begunAt: '2027-01-01T09:00:00.000Z' }
    for (const each of [one, two]) expect(await writer.save(each)).toBe(true)
    expect(await writer.save({ ...one, revision: 2 })).toBe(true)
    const revisions = new Map((await ofStep(one)).map(({ entry, revision }) => [entry, revision]))
    expect(revisions).toEqual(
      new Map([
        [one.entry, 2],
        [two.entry, 1],
      ]),
    )
  })

  it('that were taken away leave a row, so that an earlier page cannot bring them back', async () => {
    const one = draft({ entry: mintId() })
    await writer.save(one)
    const removed = { ...one, revision: 2, typed: {}, removed: true }
    expect(await writer.save(removed)).toBe(true)
    for (const revision of [1, 2]) expect(await writer.save({ ...one, revision })).toBe(false)
    expect(await ofStep(one)).toMatchObject([{ entry: one.entry, revision: 2, typed: {}, removed: true }])
    expect(await partition(table, `DRAFT#${one.journey}`)).toHaveLength(1)
  })

  it('are all found, beyond what one answer of the table takes', async () => {
    const one = draft({})
    // An answer ends at 1 MB; a draft here has about 100 KB.
    const typed = { what: ['x'.repeat(100_000)] }
    for (let entry = 0; entry < 12; entry++) await writer.save({ ...one, entry: mintId(), typed })
    expect(await ofStep(one)).toHaveLength(12)
  })
})

describe('the index of the drafts of a round', () => {
  const index = dynamoDraftIndex(table)
  const begun = { status: 'begun', missing: 2, entries: 0 } as const
  const done = { status: 'done', missing: 0, entries: 3 } as const

  it('has each part as it was noted last, beside the others, and is no draft', async () => {
    const journey = mintId()
    expect(await index.ofRound(journey, 1)).toEqual({})
    await writer.note(journey, 1, { 'positive-action#diary': begun })
    await writer.note(journey, 1, { 'registration#web': begun, 'registration#place': done })
    await writer.note(journey, 1, { 'positive-action#diary': done })
    expect(await index.ofRound(journey, 1)).toEqual({
      'positive-action#diary': done,
      'registration#web': begun,
      'registration#place': done,
    })
    expect(await index.ofRound(journey, 2)).toEqual({})
    expect(await drafts.ofStep(journey, 1, 'positive-action')).toEqual([])
  })

  it('keeps what several note at once', async () => {
    const journey = mintId()
    await atOnce(8, (at) => writer.note(journey, 1, { [`step#part-${at}`]: done }))
    expect(Object.keys(await index.ofRound(journey, 1))).toHaveLength(8)
  })
})

// Public copies on the embedded table: lists by area that cost what they show, copies that go as a whole, and a kill between any two writes.
import { BatchGetCommand, DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { describe, expect, it, vi } from 'vitest'
import { dynamoAwardWriter } from '../../functions/adapters/dynamo-awards.ts'
import {
  dynamoPublicationRemoval,
  dynamoPublications,
  dynamoPublicationWriter,
} from '../../functions/adapters/dynamo-publications.ts'
import type { IdeaFilter, PublishedIdea, PublishedPage } from '../../functions/app/ports.ts'
import { mintId } from '../../functions/app/secrets.ts'
import { atOnce, embeddedTable, partition } from './support.ts'

const table = embeddedTable()
const publications = dynamoPublications(table)
const writer = dynamoPublicationWriter(table)
const removal = dynamoPublicationRemoval(table)

const whose = (journey: string) => ({
  journey,
  publishedAt: '2027-01-04T10:00:00.000Z',
  by: 'somebody',
  name: 'Harehills & Friends',
  individual: false,
})
const page = (change: Partial<PublishedPage> = {}): PublishedPage => ({
  ...whose(mintId()),
  shows: ['plan', 'awards'],
  about: { sectors: ['education'] },
  copies: { plan: { action: [{ actionWhat: 'Ask the families' }] } },
  ...change,
})
const idea = (change: Partial<PublishedIdea> = {}): PublishedIdea => ({
  ...whose(mintId()),
  entry: mintId(),
  on: '2027-01-04',
  title: 'A day of stories',
  what: 'We told each other stories.',
  changed: 'Everybody listens.',
  areas: ['attitudes', 'skills'],
  topic: 'religion',
  sectors: ['education', 'housing'],
  link: 'https://www.school.example/',
  files: { w5q2n8x4k7m3t9c6: { caption: 'Our hall', kind: 'jpg', bytes: 1200 } },
  ...change,
})
const titles = async (filter: IdeaFilter, limit = 100, before?: string) =>
  (await publications.ideas(filter, limit, before)).ideas.map((each) => each.idea.title)
/** Only what this test has published; others share the table. */
const mine = (own: readonly PublishedIdea[], filter: IdeaFilter) =>
  titles(filter).then((all) => all.filter((title) => own.some((each) => each.title === title)))

describe('a page', () => {
  it('is as it was published last, and gone when it is taken down, except for awards', async () => {
    const one = page()
    const award = { serial: mintId(), level: 'bronze', round: 1, awardedAt: one.publishedAt }
    await dynamoAwardWriter(table).put({ ...award, journey: one.journey }, 'Harehills & Friends')
    await writer.putPage(page({ journey: one.journey, shows: ['goals'] }))
    await writer.putPage(one)
    await writer.putIdea(idea({ journey: one.journey }))
    await writer.putName(one.journey, 'Amina Example')
    const { serial, level, awardedAt } = award
    expect(await publications.of(one.journey)).toMatchObject({
      page: one,
      awards: [{ serial, level, awardedAt }],
      name: 'Amina Example',
    })
    expect(await publications.page(one.journey)).toMatchObject(one)
    await removal.takeDown(one.journey)
    await removal.takeDown(one.journey)
    expect(await publications.of(one.journey)).toMatchObject({
      page: undefined,
      ideas: [],
      awards: [{ serial }],
      name: 'Amina Example',
    })
    expect(await publications.nameOf(one.journey)).toBe('Amina Example')
    await removal.hideName(one.journey)
    expect(await publications.nameOf(one.journey)).toBeUndefined()
    expect((await partition(table, `PUBLIC#${one.journey}`)).map(({ sk }) => sk)).toEqual([`AWARD#${serial}`])
  })
})

describe('what somebody said in a pledge', () => {
  it('is among what is public of its journey, the newest first, and gone with everything or alone', async () => {
    const journey = mintId()
    const said = (id: string, day: number) => ({
      ...{ journey, id, words: `Words of ${id}`, name: 'N.', saidAt: `2027-01-0${day}T10:00:00.000Z` },
      ...{ publishedAt: '2027-01-09T10:00:00.000Z', by: 'somebody' },
    })
    for (const each of [said('a', 1), said('c', 3), said('b', 2), said('b', 2)]) await writer.putPledge(each)
    const left = async () => (await publications.of(journey)).pledges.map(({ id }) => id)
    expect(await left()).toEqual(['c', 'b', 'a'])
    const [row] = await partition(table, `PUBLIC#${journey}`)
    expect(row!.ttl).toBe(Date.parse('2028-12-31T10:00:00.000Z') / 1000)
    await removal.takeDownPledge(journey, 'b')
    await removal.takeDownPledge(journey, 'b')
    expect(await left()).toEqual(['c', 'a'])
    await removal.takeDown(journey)
    expect(await left()).toEqual([])
  })
})

describe('an idea', () => {
  it('stands in the list of each of its areas, for its sectors and its topic, and in no other', async () => {
    const one = idea({ title: mintId() })
    await writer.putIdea(one)
    for (const fits of [{}, { area: 'attitudes' }, { area: 'skills', sector: 'housing', topic: 'religion' }])
      expect(await mine([one], fits)).toEqual([one.title])
    for (const other of [{ area: 'innovation' }, { sector: 'health' }, { area: 'skills', topic: 'race' }])
      expect(await mine([one], other)).toEqual([])
    await writer.putIdea({ ...one, areas: ['innovation'], topic: undefined, sectors: [] })
    expect(await mine([one], { area: 'innovation' })).toEqual([one.title])
    for (const past of [{ area: 'attitudes' }, { topic: 'religion' }, { sector: 'housing' }])
      expect(await mine([one], past)).toEqual([])
    await removal.takeDownIdea(one.journey, one.entry)
    expect(await mine([one], {})).toEqual([])
    expect(await partition(table, `PUBLIC#${one.journey}`)).toEqual([])
  })

  it('says whose it is: whether there is a page, and the name that an individual wants shown', async () => {
    const one = idea({ individual: true, name: undefined, title: mintId() })
    await writer.putIdea(one)
    const listed = async () =>
      (await publications.ideas({}, 100)).ideas.find((each) => each.idea.entry === one.entry)
    expect(await listed()).toMatchObject({ name: undefined, hasPage: false })
    await writer.putName(one.journey, 'Amina Example')
    await writer.putPage(page({ journey: one.journey }))
    expect(await listed()).toMatchObject({ name: 'Amina Example', hasPage: true })
  })

  it('loses a file that is taken away, also two at once, and does not come back by that', async () => {
    const files = Object.fromEntries(
      ['a', 'b', 'c'].map((id) => [id, { caption: id, kind: 'pdf' as const, bytes: 1 }]),
    )
    const one = idea({ files })
    await writer.putIdea(one)
    await Promise.all(['a', 'b', 'a'].map((id) => removal.dropFile(one.journey, id)))
    const left = async () => (await publications.of(one.journey)).ideas.map((each) => Object.keys(each.files))
    expect(await left()).toEqual([['c']])
    await removal.takeDownIdea(one.journey, one.entry)
    await removal.dropFile(one.journey, 'c')
    expect(await partition(table, `PUBLIC#${one.journey}`)).toEqual([])
  })

  it('has nothing in its keys that somebody typed', async () => {
    const typed = { title: 'Typed A', what: 'Typed B', changed: 'Typed C', link: 'https://typed.example/' }
    const files = { w5q2n8x4k7m3t9c6: { caption: 'Typed D', kind: 'jpg' as const, bytes: 1 } }
    const one = idea({ ...typed, files, name: 'Typed E' })
    await writer.putIdea(one)
    const rows = await partition(table, `PUBLIC#${one.journey}`)
    expect(JSON.stringify(rows)).toContain('Typed E')
    const keys = rows.flatMap(({ pk, sk, listPk, listSk }) => [pk, sk, listPk, listSk])
    expect(keys).toHaveLength(12)
    expect(JSON.stringify(keys)).not.toMatch(/typed/i)
  })

  it('is the same put twice, and by many at once', async () => {
    const one = idea({})
    await writer.putIdea(one)
    const rows = await partition(table, `PUBLIC#${one.journey}`)
    await atOnce(4, () => writer.putIdea(one))
    expect(await partition(table, `PUBLIC#${one.journey}`)).toEqual(rows)
    expect(rows).toHaveLength(3)
  })

  it.each([0, 1, 2, 3, 4, 5])(
    'is whole in every list, or in none, when it is killed after %i writes',
    async (writes) => {
      const one = idea({ title: mintId(), areas: ['skills', 'practices'] })
      await killedAfter(writes, () => writer.putIdea(one))
      const inAll = await mine([one], {})
      for (const area of one.areas) expect(await mine([one], { area })).toEqual(inAll)
      await writer.putIdea(one)
      expect(await mine([one], { area: 'skills' })).toEqual([one.title])
      // The other way: nobody sees it any more from the first on, and the next press finishes it.
      await killedAfter(writes, () => removal.takeDownIdea(one.journey, one.entry))
      const seen = writes === 0 ? [one.title] : []
      for (const filter of [{}, { area: 'skills' }, { area: 'practices' }])
        expect(await mine([one], filter)).toEqual(seen)
      await removal.takeDownIdea(one.journey, one.entry)
      expect(await partition(table, `PUBLIC#${one.journey}`)).toEqual([])
    },
  )
})

describe('a list', () => {
  it('goes on where it stopped, the newest first, and reads the rows of what it shows alone', async () => {
    const own = Array.from({ length: 25 }, (_, at) =>
      idea({
        areas: ['participation'],
        topic: at % 5 === 0 ? 'age' : 'class',
        on: `2030-01-${String(at + 1).padStart(2, '0')}`,
        title: `Idea ${at}`,
      }),
    )
    for (const each of own) await writer.putIdea(each)
    const send = vi.spyOn(table.client, 'send')
    const first = await publications.ideas({ area: 'participation', topic: 'class' }, 8)
    const asked = send.mock.calls.map(([command]) => command)
    send.mockRestore()
    const reads = asked.filter((command) => command instanceof BatchGetCommand)
    expect(reads.flatMap(({ input }) => input.RequestItems![table.name]!.Keys!)).toHaveLength(8 * 3)
    const all = [...first.ideas]
    for (let { more } = first; more; ) {
      const next = await publications.ideas({ area: 'participation', topic: 'class' }, 8, more)
      all.push(...next.ideas)
      more = next.more
    }
    expect(all.map(({ idea }) => idea.title)).toEqual(
      own
        .filter(({ topic }) => topic === 'class')
        .map(({ title }) => title)
        .toReversed(),
    )
  })
})

/** As if the process ended there: what it would still write is never written. */
async function killedAfter(writes: number, work: () => Promise<unknown>): Promise<void> {
  const { client } = table
  const real = client.send.bind(client)
  let done = 0
  const send = vi.spyOn(client, 'send').mockImplementation(((command: Parameters<typeof real>[0]) => {
    const isWrite = command instanceof PutCommand || command instanceof DeleteCommand
    if (isWrite && done++ >= writes) throw new Error('Killed')
    return real(command)
  }) as never)
  await work().catch((error: Error) => expect(error.message).toBe('Killed'))
  send.mockRestore()
}

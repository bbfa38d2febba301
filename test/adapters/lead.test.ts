// Pledges, suppressions, stop links, colleagues and the ledger: the table's adapters and the ports in memory keep the same promises.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dynamoMailLedger } from '../../functions/adapters/dynamo-mail-ledger.ts'
import { dynamoPeople, dynamoPeopleWriter } from '../../functions/adapters/dynamo-people.ts'
import {
  dynamoPledges,
  dynamoPledgeWriter,
  dynamoSaid,
  dynamoSaidRemoval,
} from '../../functions/adapters/dynamo-pledges.ts'
import { dynamoStopLinks, dynamoStopLinkWriter } from '../../functions/adapters/dynamo-stop-links.ts'
import {
  dynamoSuppressionLifter,
  dynamoSuppressions,
  dynamoSuppressionWriter,
} from '../../functions/adapters/dynamo-suppressions.ts'
import type { Ports } from '../../functions/app/ports.ts'
import { sha256 } from '../../functions/app/secrets.ts'
import { embeddedTable } from '../support/embedded-table.ts'
import { emptyMemory, memoryPorts } from '../support/memory-ports.ts'

const now = new Date('2027-01-04T12:00:00.000Z')
const later = (ms: number) => new Date(now.getTime() + ms)

type Tested = Pick<
  Ports,
  | 'pledges'
  | 'pledgeWriter'
  | 'said'
  | 'saidRemoval'
  | 'suppressions'
  | 'suppressionWriter'
  | 'suppressionLifter'
  | 'stopLinks'
  | 'stopLinkWriter'
  | 'people'
  | 'peopleWriter'
  | 'ledger'
>

let embedded: Awaited<ReturnType<typeof embeddedTable>>
let unmovedMs = 0
const clock = { now: () => now, unmovedMs: () => unmovedMs }

beforeAll(async () => {
  embedded = await embeddedTable()
})
afterAll(() => embedded.stop())

const kinds: Readonly<Record<string, () => Tested>> = {
  'in memory': () => memoryPorts(emptyMemory(), { now: () => now.getTime() }),
  'in the table': () => {
    const { table } = embedded
    return {
      pledges: dynamoPledges(table, clock),
      pledgeWriter: dynamoPledgeWriter(table),
      said: dynamoSaid(table),
      saidRemoval: dynamoSaidRemoval(table),
      suppressions: dynamoSuppressions(table),
      suppressionWriter: dynamoSuppressionWriter(table),
      suppressionLifter: dynamoSuppressionLifter(table),
      stopLinks: dynamoStopLinks(table),
      stopLinkWriter: dynamoStopLinkWriter(table),
      people: dynamoPeople(table),
      peopleWriter: dynamoPeopleWriter(table),
      ledger: dynamoMailLedger(table),
    }
  },
}

describe.each(Object.keys(kinds))('%s', (kind) => {
  let ports: Tested
  beforeAll(() => {
    ports = kinds[kind]!()
  })

  it('a pledge sent twice counts once, and only in its journey and round', async () => {
    const pledge = { id: 'a'.repeat(16), journey: 'one', round: 1, day: '2027-01-04' }
    for (const each of [pledge, pledge, { ...pledge, id: 'b'.repeat(16) }, { ...pledge, round: 2 }])
      await ports.pledgeWriter.put(each)
    expect(await ports.pledges.count('one', 1)).toBe(2)
    expect(await ports.pledges.count('one', 2)).toBe(1)
    expect(await ports.pledges.count('other', 1)).toBe(0)
  })

  it('pledges are counted by group, of those who said one', async () => {
    for (const [at, group] of ['staff', 'staff', 'members', undefined].entries())
      await ports.pledgeWriter.put({ id: `g${at}`, journey: 'grouped', round: 1, day: '2027-01-04', group })
    await ports.pledgeWriter.put({ id: 'g', journey: 'grouped', round: 2, day: '2027-01-04', group: 'staff' })
    expect(await ports.pledges.byGroup('grouped', 1)).toEqual({ staff: 2, members: 1 })
    expect(await ports.pledges.count('grouped', 1)).toBe(4)
  })

  it('what people said is read newest first, a page at a time, kept as it came first, and removed alone', async () => {
    const said = (id: string, minutes: number) => ({
      ...{ id, journey: 'saying', at: later(minutes * 60_000).toISOString() },
      ...{ group: undefined, team: 'Year 4', name: undefined, words: `Words of ${id}`, forEverybody: true },
    })
    for (const [at, id] of ['aa', 'bb', 'cc', 'dd', 'ee'].entries())
      await ports.pledgeWriter.putSaid(said(id, at))
    await ports.pledgeWriter.putSaid({ ...said('aa', 60), words: 'Sent again' })
    await ports.pledgeWriter.putSaid({ ...said('zz', 1), journey: 'another' })
    const first = await ports.said.page('saying', 2)
    expect(first.said.map(({ id }) => id)).toEqual(['ee', 'dd'])
    await ports.saidRemoval.remove('saying', 'cc')
    await ports.saidRemoval.remove('saying', 'cc')
    const second = await ports.said.page('saying', 2, first.more)
    expect(second).toMatchObject({
      said: [{ id: 'bb' }, { id: 'aa', words: 'Words of aa', team: 'Year 4', forEverybody: true }],
      more: undefined,
    })
    expect(await ports.said.get('saying', 'bb')).toMatchObject({ words: 'Words of bb' })
    expect(await ports.said.get('saying', 'cc')).toBeUndefined()
    await ports.pledgeWriter.putSaid(said('cc', 2))
    expect(await ports.said.get('saying', 'cc')).toBeUndefined()
    expect((await ports.said.page('saying', 9)).said.map(({ id }) => id)).toEqual(['ee', 'dd', 'bb', 'aa'])
  })

  it('an address is suppressed until that is lifted; a complaint counts for more than a bounce', async () => {
    const addressHash = sha256('gone@school.example')
    const put = (why: 'bounce' | 'complaint') =>
      ports.suppressionWriter.put({ addressHash, why, at: now.toISOString() })
    expect(await ports.suppressions.has(addressHash)).toBe(false)
    await put('bounce')
    expect(await ports.suppressions.why(addressHash)).toBe('bounce')
    for (const why of ['complaint', 'complaint', 'bounce'] as const) await put(why)
    expect(await ports.suppressions.why(addressHash)).toBe('complaint')
    expect(await ports.suppressions.has(addressHash)).toBe(true)
    for (let time = 0; time < 2; time++) await ports.suppressionLifter.lift(addressHash)
    expect(await ports.suppressions.why(addressHash)).toBeUndefined()
    await put('bounce')
    expect(await ports.suppressions.why(addressHash)).toBe('bounce')
    expect(await ports.suppressions.has(sha256('other@school.example'))).toBe(false)
  })

  it('a stop link is found until it expires, whatever the table’s TTL does', async () => {
    const link = { id: sha256('secret'), journey: 'one', person: 'p', expiresAt: later(1000).toISOString() }
    await ports.stopLinkWriter.put(link)
    expect(await ports.stopLinks.get(link.id, now)).toMatchObject(link)
    expect(await ports.stopLinks.get(link.id, later(1000))).toBeUndefined()
    expect(await ports.stopLinks.get(sha256('another'), now)).toBeUndefined()
  })

  it('a contact that is removed is forgotten in that journey alone', async () => {
    const address = 'colleague@school.example'
    const person = await ports.peopleWriter.admit(address)
    const contact = { name: 'Somebody', role: 'Colleague', telephone: undefined }
    for (const journey of ['one', 'two'])
      await ports.peopleWriter.putContact(person, address, journey, contact)
    await ports.peopleWriter.removeContact(person, address, 'one')
    await ports.peopleWriter.removeContact(person, address, 'one')
    expect(await ports.people.contact(person, 'one')).toBeUndefined()
    expect(await ports.people.contact(person, 'two')).toMatchObject({ name: 'Somebody' })
    expect(await ports.people.journeysOf(sha256(address))).toEqual(['two'])
    expect(await ports.people.personOf(sha256(address))).toBe(person)
  })

  it('an email that is not to go is settled, and is never claimed again', async () => {
    expect(await ports.ledger.claim('one-1-0', now)).toBe('claimed')
    await ports.ledger.markNotToGo('one-1-0', now)
    await ports.ledger.release('one-2-0')
    expect(await ports.ledger.claim('one-1-0', later(60 * 60_000))).toBe('settled')
    expect(await ports.ledger.claim('one-2-0', now)).toBe('claimed')
    await ports.ledger.markSent('one-2-0', now)
    expect(await ports.ledger.claim('one-2-0', later(60 * 60_000))).toBe('settled')
  })
})

describe('many pledges', () => {
  it('are counted exactly, from a thousand on at most a minute late', async () => {
    const { table } = embedded
    const writer = dynamoPledgeWriter(table)
    const reader = dynamoPledges(table, clock)
    const put = (from: number, to: number) =>
      Promise.all(
        Array.from({ length: to - from }, (_, at) =>
          writer.put({ id: `pledge${from + at}`, journey: 'many', round: 1, day: '2027-01-04' }),
        ),
      )
    await put(0, 999)
    expect(await reader.count('many', 1)).toBe(999)
    await put(999, 1000)
    expect(await reader.count('many', 1)).toBe(1000)
    await put(1000, 1001)
    unmovedMs = 59_999
    expect(await reader.count('many', 1)).toBe(1000)
    unmovedMs = 60_000
    expect(await reader.count('many', 1)).toBe(1001)
  })
})

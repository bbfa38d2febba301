// People, and what opens their pages, on the embedded table: one person an address, codes, sessions, limits.
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { describe, expect, it } from 'vitest'
import {
  dynamoAskForCode,
  dynamoCodeCheck,
  dynamoCodeRequests,
  dynamoCodeWriter,
} from '../../functions/adapters/dynamo-codes.ts'
import { dynamoLimits } from '../../functions/adapters/dynamo-limits.ts'
import { dynamoPeople, dynamoPeopleWriter } from '../../functions/adapters/dynamo-people.ts'
import { dynamoSessions, dynamoSessionWriter } from '../../functions/adapters/dynamo-sessions.ts'
import { mintId, sha256 } from '../../functions/app/secrets.ts'
import { at, atOnce, embeddedTable, partition, stored } from './support.ts'

const table = embeddedTable()
const people = dynamoPeople(table)
const writer = dynamoPeopleWriter(table)
const anAddress = () => `${mintId()}@example.org`
const now = at('2027-01-04T10:00:00.000Z')
const expiresAt = '2027-01-04T10:10:00.000Z'
const address = 'amina.hussain@example.org'

describe('people', () => {
  it('are admitted once, under a random id that says nothing of them', async () => {
    const address = anAddress()
    const person = await writer.admit(address)
    expect(person).toMatch(/^[0-9a-hjkmnp-tv-z]{16}$/)
    expect(await writer.admit(address)).toBe(person)
    expect(await people.personOf(sha256(address))).toBe(person)
    expect(await people.addressOf(person)).toBe(address)
    expect(JSON.stringify(await partition(table, `ADDRESS#${sha256(address)}`))).not.toContain(address)
    expect(await writer.admit(anAddress())).not.toBe(person)
  })

  it('get one id when they are admitted many times at once', async () => {
    const address = anAddress()
    const ids = await atOnce(8, () => writer.admit(address))
    expect(new Set(ids).size).toBe(1)
    expect(await people.personOf(sha256(address))).toBe(ids[0])
    expect(await people.addressOf(ids[0]!)).toBe(address)
  })

  it('are admitted all the same when the process ended between the person and the address', async () => {
    const address = anAddress()
    const orphan = { pk: `PERSON#${mintId()}`, sk: 'PERSON', address }
    await table.client.send(new PutCommand({ TableName: table.name, Item: orphan }))
    const person = await writer.admit(address)
    expect(`PERSON#${person}`).not.toBe(orphan.pk)
    expect(await people.personOf(sha256(address))).toBe(person)
    expect(await people.addressOf(person)).toBe(address)
  })

  it('are unknown before', async () => {
    expect(await people.personOf(sha256(anAddress()))).toBeUndefined()
    expect(await people.addressOf(mintId())).toBeUndefined()
    expect(await people.contact(mintId(), mintId())).toBeUndefined()
    expect(await people.journeysOf(sha256(anAddress()))).toEqual([])
  })

  it('are contacts of journeys: their own words for each, the newest counts', async () => {
    const address = anAddress()
    const person = await writer.admit(address)
    const [first, second] = ['0000000000000001', '0000000000000002']
    const contact = { name: 'Amina Hussain', role: 'Volunteer', telephone: '0113 496 0001' }
    await writer.putContact(person, address, second, { ...contact, telephone: undefined })
    await writer.putContact(person, address, first, { ...contact, name: 'A. Hussain' })
    await writer.putContact(person, address, first, contact)
    expect(await people.contact(person, first)).toMatchObject(contact)
    expect((await people.contact(person, second))!.telephone).toBeUndefined()
    expect(await people.contact(person, '0000000000000003')).toBeUndefined()
    expect(await people.journeysOf(sha256(address))).toEqual([first, second])
    expect(await people.journeysOf(sha256(anAddress()))).toEqual([])
  })
})

describe('codes', () => {
  const writer = dynamoCodeWriter(table)
  const codes = dynamoCodeCheck(table)
  /** As signing in does it: count the try, compare, use up. */
  const check = {
    async tryCode(id: string, code: string, at: Date) {
      const row = await codes.countTry(id, at)
      if (!row || row.codeHash !== sha256(row.salt, code)) return 'wrong'
      return (await codes.useUp(id, at)) ? { address: row.address } : 'used'
    },
  }
  async function given(code = '418302', expires = expiresAt): Promise<string> {
    const id = mintId(32)
    await writer.put({ id, code, address, expiresAt: expires })
    return id
  }

  it('keep the registration that they are to confirm, if there is one', async () => {
    const [confirming, without] = [mintId(32), await given()]
    const journey = 'h3k9w2m7x5p4t8q1'
    await writer.put({ id: confirming, code: '418302', address, journey, expiresAt })
    expect(await codes.countTry(confirming, now)).toMatchObject({ address, journey })
    expect(await codes.countTry(without, now)).not.toHaveProperty('journey')
    // One that is asked for later in the same browser, at sign-in, confirms none.
    await writer.put({ id: confirming, code: '418302', address, expiresAt })
    expect(await codes.countTry(confirming, now)).not.toHaveProperty('journey')
  })

  it('that never were cannot be used up', async () => {
    expect(await codes.useUp(mintId(32), now)).toBe(false)
  })

  it('prove their address once', async () => {
    const id = await given()
    expect(await check.tryCode(id, '418302', now)).toEqual({ address })
    expect(await check.tryCode(id, '418302', now)).toBe('used')
  })

  it('are stored salted, each with a salt of its own, and go by themselves', async () => {
    const rows = await Promise.all([1, 2].map(async () => stored(table, `SECRET#${await given()}`, 'SECRET')))
    for (const row of rows) {
      expect(JSON.stringify(row)).not.toContain('418302')
      expect(row!.codeHash).toBe(sha256(String(row!.salt), '418302'))
      expect(row!.ttl).toBe(Date.parse(expiresAt) / 1000)
    }
    expect(rows[0]!.salt).not.toBe(rows[1]!.salt)
  })

  it('are wrong for another code, another browser, and when there is none', async () => {
    const id = await given()
    expect(await check.tryCode(id, '418303', now)).toBe('wrong')
    expect(await check.tryCode(await given('000000'), '418302', now)).toBe('wrong')
    expect(await check.tryCode(mintId(32), '418302', now)).toBe('wrong')
    expect(await check.tryCode(id, '418302', now)).toEqual({ address })
  })

  it('are right at the fifth try, and wrong after five however right', async () => {
    const [fifth, sixth] = [await given(), await given()]
    for (let tries = 0; tries < 4; tries++) expect(await check.tryCode(fifth, '000000', now)).toBe('wrong')
    expect(await check.tryCode(fifth, '418302', now)).toEqual({ address })
    for (let tries = 0; tries < 5; tries++) expect(await check.tryCode(sixth, '000000', now)).toBe('wrong')
    expect(await check.tryCode(sixth, '418302', now)).toBe('wrong')
  })

  it('count tries made at once', async () => {
    const id = await given()
    await atOnce(12, () => check.tryCode(id, '000000', now))
    expect((await stored(table, `SECRET#${id}`, 'SECRET'))!.tries).toBe(5)
    expect(await check.tryCode(id, '418302', now)).toBe('wrong')
  })

  it('are wrong from the moment that they expire', async () => {
    const id = await given()
    expect(await check.tryCode(id, '418302', at(expiresAt))).toBe('wrong')
    expect(await check.tryCode(id, '418302', at('2027-01-04T10:09:59.999Z'))).toEqual({ address })
  })

  it('open one session when tried twice at once', async () => {
    const id = await given()
    const tried = await atOnce(5, () => check.tryCode(id, '418302', now))
    expect(tried.filter((each) => typeof each === 'object')).toEqual([{ address }])
    expect(tried.filter((each) => each === 'used')).toHaveLength(4)
  })

  it('replace an older one of the same browser, with its tries and its use', async () => {
    const id = await given('111111')
    for (let tries = 0; tries < 5; tries++) await check.tryCode(id, '000000', now)
    await writer.put({ id, code: '222222', address, expiresAt })
    expect(await check.tryCode(id, '111111', now)).toBe('wrong')
    expect(await check.tryCode(id, '222222', now)).toEqual({ address })
  })

  it('are no session, and a session is no code', async () => {
    const id = await given()
    expect(await dynamoSessions(table).get(id)).toBeUndefined()
    const session = mintId(32)
    await dynamoSessionWriter(table).put({
      id: session,
      person: 'p',
      addressHash: 'a',
      openedAt: expiresAt,
      usedAt: expiresAt,
    })
    expect(await check.tryCode(session, '418302', now)).toBe('wrong')
    expect(await stored(table, `SECRET#${session}`, 'SECRET')).not.toHaveProperty('tries')
  })
})

describe('requests for a code', () => {
  it('keep the registration that the code is to confirm', async () => {
    const request = { id: mintId(32), address, journey: 'h3k9w2m7x5p4t8q1', expiresAt }
    await dynamoAskForCode(table).put(request, 1234)
    expect(await dynamoCodeRequests(table).get(request.id)).toMatchObject(request)
  })

  it('are there until they are removed', async () => {
    const requests = dynamoCodeRequests(table)
    const request = { id: mintId(32), address, expiresAt }
    await dynamoAskForCode(table).put(request, 1234)
    expect(await requests.get(request.id)).toMatchObject(request)
    expect(await stored(table, 'PENDING#0', `code#${request.id}`)).toMatchObject({
      atUnmovedMs: 1234,
      ttl: Date.parse(expiresAt) / 1000,
    })
    await requests.remove(request.id)
    await requests.remove(request.id)
    expect(await requests.get(request.id)).toBeUndefined()
  })
})

describe('sessions', () => {
  const reader = dynamoSessions(table)
  const writer = dynamoSessionWriter(table)
  const session = () => ({
    id: mintId(32),
    person: 'somebody',
    addressHash: sha256(address),
    openedAt: '2027-01-04T10:00:00.000Z',
    usedAt: '2027-01-04T10:00:00.000Z',
  })

  it('are there from their putting to their removal', async () => {
    const one = session()
    expect(await reader.get(one.id)).toBeUndefined()
    await writer.put(one)
    expect(await reader.get(one.id)).toMatchObject(one)
    expect((await stored(table, `SECRET#${one.id}`, 'SECRET'))!.ttl).toBe(
      Date.parse('2027-01-05T10:00:00Z') / 1000,
    )
    await writer.remove(one.id)
    await writer.remove(one.id)
    expect(await reader.get(one.id)).toBeUndefined()
  })

  it('are touched, which changes nothing else', async () => {
    const one = session()
    await writer.put(one)
    await writer.touch(one.id, '2027-01-04T11:00:00.000Z')
    expect(await reader.get(one.id)).toMatchObject({ ...one, usedAt: '2027-01-04T11:00:00.000Z' })
  })

  it('that have ended do not come back by a touch', async () => {
    const one = session()
    await writer.put(one)
    await writer.remove(one.id)
    await writer.touch(one.id, '2027-01-04T11:00:00.000Z')
    expect(await stored(table, `SECRET#${one.id}`, 'SECRET')).toBeUndefined()
  })
})

describe('limits', () => {
  const limits = dynamoLimits(table)

  it('hold within a window, for each thing by itself, and begin again with the next', async () => {
    const what = mintId()
    const take = (moment: string, of = what) => limits.take(of, 3, 900, at(moment))
    expect(await Promise.all([take('2027-01-04T10:00:00Z'), take('2027-01-04T10:07:00Z')])).toEqual([
      true,
      true,
    ])
    expect(await take('2027-01-04T10:14:59.999Z')).toBe(true)
    expect(await take('2027-01-04T10:14:59.999Z')).toBe(false)
    expect(await take('2027-01-04T10:14:59.999Z', mintId())).toBe(true)
    expect(await take('2027-01-04T10:15:00Z')).toBe(true)
  })

  it('let no more through when all come at once', async () => {
    const what = mintId()
    const taken = await atOnce(12, () => limits.take(what, 5, 900, now))
    expect(taken.filter(Boolean)).toHaveLength(5)
  })

  it('keep a hash of what they count, and go when the window is over', async () => {
    const what = `address ${mintId()}@example.org`
    await limits.take(what, 3, 900, now)
    const window = Math.floor(now.getTime() / 900_000)
    const row = await stored(table, `LIMIT#${sha256(what)}#${window}`, 'LIMIT')
    expect(row).toMatchObject({ uses: 1 })
    expect(Number(row!.ttl)).toBeGreaterThanOrEqual((window + 1) * 900)
    expect(JSON.stringify(row)).not.toContain('example.org')
  })
})

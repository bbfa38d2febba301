// Signing in and out: the same answer for known and unknown addresses, what a code opens, and how a session ends.
import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { describe, expect, it, vi } from 'vitest'
import { sha256 } from '../../functions/app/secrets.ts'
import {
  add,
  askedSecret,
  asOf,
  call,
  calls,
  committed,
  conditionFailed,
  ddb,
  environment,
  eventRows,
  eventsUntil,
  everyday,
  given,
  journey,
  lead,
  leadAddress,
  leadSecret,
  now,
  type Row,
  sample,
  teamAddress,
  teamPerson,
  type WebAnswer,
  type WebEvent,
  withForm,
  withHeaders,
  writes,
} from './support.ts'

const requestId = sha256(askedSecret)
const salt = 'a-salt'
const code = '418302'

describe('asking for a code', () => {
  const asking = (email: string): WebEvent =>
    withForm(sample('submit-sign-in'), (form) => form.set('email', email))

  it('answers byte for byte the same for a known, an unknown and the team’s address, and does the same', async () => {
    const seen: { answer: string; calls: unknown }[] = []
    for (const email of [leadAddress, 'nobody.at.all@example.org', teamAddress]) {
      ddb.resetHistory()
      given(...everyday())
      const answer = await call('submit-sign-in', asking(email))
      const secret = /=([\w-]{43});/.exec(answer.cookies[0]!)![1]!
      const asked = calls().map(({ args: [command] }) => [command.constructor.name, shapeOf(command.input)])
      seen.push({ answer: JSON.stringify(answer).replace(secret, '<secret>'), calls: asked })
    }
    expect(seen[1]).toEqual(seen[0])
    expect(seen[2]).toEqual(seen[0])
    expect(JSON.parse(seen[0]!.answer)).toMatchObject({
      statusCode: 303,
      headers: { location: '/sign-in/code' },
      cookies: ['__Host-sign-in=<secret>; Path=/; HttpOnly; SameSite=Lax; Max-Age=3600; Secure'],
    })
  })

  /** The keys and conditions of a command, what depends on the address left out. */
  function shapeOf(input: object): string {
    return JSON.stringify(input, (_, value) =>
      typeof value === 'string' && /^[^ ]*$/.test(value)
        ? value.replace(/[0-9a-f]{64}|[\w.]+@[\w.]+/g, '…')
        : typeof value === 'number'
          ? 0
          : value,
    )
  }

  it('looks nobody up: it counts three times, and leaves a row for the relay', async () => {
    given(...everyday())
    await call('submit-sign-in', asking('  Amina.HUSSAIN@Example.org '))
    expect(calls()).toHaveLength(4)
    const [client, both, address, request] = writes()
    const [hour, quarter] = [3600, 900].map((seconds) => Math.floor(Date.parse(now) / 1000 / seconds))
    expect(client).toMatchObject({
      key: `LIMIT#${sha256('client 192.0.2.17')}#${hour}|LIMIT`,
      condition: 'attribute_not_exists(uses) OR uses < :max',
      input: { ExpressionAttributeValues: { ':max': 60 } },
    })
    expect(both).toMatchObject({
      key: `LIMIT#${sha256(`client 192.0.2.17 ${leadAddress}`)}#${quarter}|LIMIT`,
      condition: 'attribute_not_exists(uses) OR uses < :max',
      input: { ExpressionAttributeValues: { ':max': 5 } },
    })
    expect(address).toMatchObject({
      key: `LIMIT#${sha256(`sent ${leadAddress}`)}#${hour}|LIMIT`,
      condition: 'attribute_not_exists(uses) OR uses < :max',
      input: { ExpressionAttributeValues: { ':max': 30 } },
    })
    expect(request).toMatchObject({
      kind: 'put',
      pk: 'PENDING#0',
      input: { Item: { address: leadAddress, expiresAt: '2027-01-04T11:00:00.000Z' } },
    })
    // What is asked for here confirms no registration, whatever waits under the address.
    expect(request!.input.Item!.journey).toBeUndefined()
  })

  it('mints another secret each time', async () => {
    given()
    const first = await call('submit-sign-in')
    const second = await call('submit-sign-in')
    expect(first.cookies[0]).not.toBe(second.cookies[0])
  })

  it.each([
    '',
    'amina',
    'example.org',
    'amina@',
    '@example.org',
    'amina@example',
    'a b@example.org',
    'a@example.org\r\nBcc: b@example.org',
  ])('keeps %j and says what is the matter with it', async (email) => {
    given()
    const { statusCode, body, cookies } = await call('submit-sign-in', asking(email))
    expect(statusCode).toBe(422)
    expect(body).toContain('<title>Error: Sign in – ')
    expect(body).toContain('There is a problem')
    expect(body).toContain('<li><a href="#email">Enter an email address in the correct format')
    expect(body).toContain(`id="email" name="email" value="${email}"`)
    expect(cookies).toEqual([])
    expect(calls()).toEqual([])
  })

  it('refuses one too many, for the client and for the client with the address', async () => {
    for (const which of [0, 1]) {
      ddb.reset()
      given()
      ddb.on(UpdateCommand).resolves({})
      const limited = ddb.on(UpdateCommand)
      for (let before = 0; before < which; before++) limited.resolvesOnce({})
      limited.rejectsOnce(conditionFailed())
      const { statusCode, body, cookies } = await call('submit-sign-in')
      expect(statusCode).toBe(429)
      expect(body).toContain('Too many codes were asked for')
      expect(cookies).toEqual([])
      expect(writes().map(({ kind }) => kind)).toEqual(which === 0 ? ['update'] : ['update', 'update'])
    }
  })

  const from = (sourceIp: string, email = leadAddress): WebEvent => {
    const event = asking(email)
    event.requestContext.http.sourceIp = sourceIp
    return event
  }
  const left = () => writes().filter(({ pk }) => pk === 'PENDING#0').length

  it('goes on for somebody whom another has tried to lock out from elsewhere', async () => {
    given(...everyday())
    countLimits()
    const statuses = []
    for (let n = 0; n < 7; n++) statuses.push((await call('submit-sign-in', from('203.0.113.9'))).statusCode)
    expect(statuses).toEqual([303, 303, 303, 303, 303, 429, 429])
    ddb.resetHistory()
    expect((await call('submit-sign-in', from('192.0.2.17'))).statusCode).toBe(303)
    expect(left()).toBe(1)
    // The one who is stopped can still ask for another address, and again after a quarter of an hour.
    expect((await call('submit-sign-in', from('203.0.113.9', 'b@example.org'))).statusCode).toBe(303)
    vi.setSystemTime(new Date('2027-01-04T10:15:00.000Z'))
    expect((await call('submit-sign-in', from('203.0.113.9'))).statusCode).toBe(303)
  })

  it('stops a client after 60 in an hour, whichever addresses it asks for', async () => {
    given()
    countLimits()
    for (let n = 0; n < 60; n++) {
      expect((await call('submit-sign-in', from('203.0.113.9', `a${n}@example.org`))).statusCode).toBe(303)
    }
    expect((await call('submit-sign-in', from('203.0.113.9', 'b@example.org'))).statusCode).toBe(429)
    expect((await call('submit-sign-in', from('192.0.2.17', 'b@example.org'))).statusCode).toBe(303)
  })

  it('answers the 31st for an address in an hour as every other, and leaves no row for it', async () => {
    given(...everyday())
    countLimits()
    const seen = new Set<string>()
    for (let n = 0; n < 31; n++) {
      const answer = await call('submit-sign-in', from(`203.0.113.${n}`))
      const secret = /=([\w-]{43});/.exec(answer.cookies[0]!)![1]!
      seen.add(JSON.stringify(answer).replace(secret, '<secret>'))
    }
    expect([...seen]).toHaveLength(1)
    expect(left()).toBe(30)
    await call('submit-sign-in', from('192.0.2.17', teamAddress))
    expect(left()).toBe(31)
    vi.setSystemTime(new Date('2027-01-04T11:00:00.000Z'))
    await call('submit-sign-in', from('192.0.2.17'))
    expect(left()).toBe(32)
  })
})

/** The limits as the table counts them; every other update holds. */
function countLimits(): void {
  const uses = new Map<string, number>()
  ddb.on(UpdateCommand, { UpdateExpression: 'SET #ttl = :ttl ADD uses :one' }).callsFake((input) => {
    const { pk } = input.Key as { pk: string }
    const before = uses.get(pk) ?? 0
    if (before >= input.ExpressionAttributeValues[':max']) throw conditionFailed()
    uses.set(pk, before + 1)
    return {}
  })
}

describe('a code', () => {
  const typing = (typed: string): WebEvent =>
    withForm(sample('submit-code'), (form) => form.set('code', typed))

  /** The table counts the try and gives the row back, as it does when the condition holds. */
  function codeOf(address: string, ...rows: readonly Row[]): void {
    codeFor({ address }, ...rows)
  }
  /** `journey`: it was asked for by registering. */
  function codeFor(of: { address: string; journey?: string }, ...rows: readonly Row[]): void {
    given(...rows)
    const Attributes = { salt, codeHash: sha256(salt, code), ...of }
    ddb.on(UpdateCommand, { ReturnValues: 'ALL_NEW' }).resolves({ Attributes })
  }

  it('opens a session for the address that it proves, and ends the cookie that asked', async () => {
    codeOf(leadAddress, ...everyday(), ...eventRows(eventsUntil('raising-awareness')))
    const answer = await call('submit-code')
    expect(answer).toMatchObject({ statusCode: 303, headers: { location: '/journeys' } })
    const [session, ended] = answer.cookies
    expect(session).toMatch(
      /^__Host-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=86400; Secure$/,
    )
    expect(ended).toBe('__Host-sign-in=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0; Secure')
    const secret = session!.slice('__Host-session='.length).split(';')[0]!
    const [count, tries, use, put] = writes()
    expect(count).toMatchObject({
      key: `SECRET#${requestId}|SECRET`,
      condition: 'kind = :code AND tries < :five AND expiresAt > :now',
      input: { ExpressionAttributeValues: { ':code': 'code', ':five': 5, ':now': now, ':one': 1 } },
    })
    expect(tries).toMatchObject({
      key: `LIMIT#${sha256(`tries ${leadAddress}`)}#${Math.floor(Date.parse(now) / 86_400_000)}|LIMIT`,
      condition: 'attribute_not_exists(uses) OR uses < :max',
      input: { ExpressionAttributeValues: { ':max': 50 } },
    })
    expect(use).toMatchObject({
      key: `SECRET#${requestId}|SECRET`,
      condition: 'attribute_exists(pk) AND attribute_not_exists(usedAt)',
    })
    expect(put!.input.Item).toEqual({
      pk: `SECRET#${sha256(secret)}`,
      sk: 'SECRET',
      kind: 'session',
      id: sha256(secret),
      person: lead,
      addressHash: sha256(leadAddress),
      openedAt: now,
      usedAt: now,
      ttl: Date.parse('2027-01-05T10:00:00Z') / 1000,
    })
    expect(writes()).toHaveLength(4)
  })

  it('confirms the registration that it was asked for, and nothing else', async () => {
    const other = '0000000000000002'
    codeFor(
      { address: leadAddress, journey },
      ...everyday(),
      { pk: `ADDRESS#${sha256(leadAddress)}`, sk: `JOURNEY#${other}`, role: 'lead' },
      ...eventRows(eventsUntil('confirmation')),
      ...eventRows(asOf(other, eventsUntil('confirmation'))),
    )
    expect((await call('submit-code')).statusCode).toBe(303)
    const event = committed()
    expect(event).toMatchObject({
      key: `EVENTS#${journey}|000002`,
      actor: lead,
      command: { kind: 'confirm-address' },
    })
    expect(event.effects).toEqual([
      { kind: 'start-execution', executionSeq: 1, round: 1, resumeAt: 'registration' },
      { kind: 'send-email', email: 'acknowledgement', to: lead, about: {} },
    ])
    const order = writes().map(({ pk, sk }) => `${pk.split('#')[0]} ${sk}`)
    expect(order.indexOf('EVENTS 000002')).toBe(order.indexOf(`PENDING ${journey}#000002`) + 1)
  })

  // Anybody can register with anybody's address.
  it('asked for at sign-in confirms nothing that a stranger registered under the address', async () => {
    codeOf(leadAddress, ...everyday(), ...eventRows(eventsUntil('confirmation')))
    const answer = await call('submit-code')
    expect(answer).toMatchObject({ statusCode: 303, headers: { location: '/journeys' } })
    expect(answer.cookies[0]).toMatch(/^__Host-session=[\w-]{43};/)
    expect(writes().some(({ pk }) => /^(EVENTS|PENDING)#/.test(pk))).toBe(false)
  })

  it('confirms no registration of somebody else, even if it was asked for it', async () => {
    const events = add([], {
      kind: 'register',
      individual: false,
      lead: 'somebody-else',
      submission: { id: 'x', hash: 'y' },
    })
    codeFor({ address: leadAddress, journey }, ...everyday(), ...eventRows(events))
    expect((await call('submit-code')).statusCode).toBe(303)
    expect(writes().some(({ pk }) => /^(EVENTS|PENDING)#/.test(pk))).toBe(false)
  })

  it('signs in when its registration was confirmed meanwhile, or is gone', async () => {
    for (const rows of [eventRows(eventsUntil('raising-awareness')), []]) {
      ddb.resetHistory()
      codeFor({ address: leadAddress, journey }, ...everyday(), ...rows)
      const answer = await call('submit-code')
      expect(answer.cookies[0]).toMatch(/^__Host-session=[\w-]{43};/)
      expect(writes().some(({ pk }) => /^(EVENTS|PENDING)#/.test(pk))).toBe(false)
    }
  })

  it('that is wrong, or used already, confirms nothing', async () => {
    const rows = [...everyday(), ...eventRows(eventsUntil('confirmation'))]
    codeFor({ address: leadAddress, journey }, ...rows)
    await call('submit-code', typing('418303'))
    ddb.on(UpdateCommand, { UpdateExpression: 'SET usedAt = :now' }).rejects(conditionFailed())
    await call('submit-code')
    expect(writes().some(({ pk }) => /^(EVENTS|PENDING)#/.test(pk))).toBe(false)
  })

  it('is wrong at the 51st try of a day for its address, however right', async () => {
    codeOf(leadAddress, ...everyday())
    countLimits()
    for (let n = 0; n < 50; n++) expect((await call('submit-code', typing('418303'))).statusCode).toBe(422)
    ddb.resetHistory()
    const { statusCode, body, cookies } = await call('submit-code')
    expect(statusCode).toBe(422)
    expect(body).toContain('This code is not right, or it has expired.')
    expect(cookies).toEqual([])
    // Neither used up nor a session.
    expect(writes().map(({ pk }) => pk.split('#')[0])).toEqual(['SECRET', 'LIMIT'])
    // Another address is not touched by that.
    const Attributes = { salt, codeHash: sha256(salt, code), address: teamAddress }
    ddb.on(UpdateCommand, { ReturnValues: 'ALL_NEW' }).resolves({ Attributes })
    expect((await call('submit-code')).statusCode).toBe(303)
  })

  it('is right at the 50th try of a day, and after the 51st again the next day', async () => {
    codeOf(leadAddress, ...everyday())
    countLimits()
    for (let n = 0; n < 49; n++) await call('submit-code', typing('418303'))
    expect((await call('submit-code')).statusCode).toBe(303)
    expect((await call('submit-code')).statusCode).toBe(422)
    vi.setSystemTime(new Date('2027-01-05T00:00:00.000Z'))
    expect((await call('submit-code')).statusCode).toBe(303)
  })

  it('counts for its address only when there was such a code, with a try left', async () => {
    given(...everyday())
    ddb.on(UpdateCommand, { ReturnValues: 'ALL_NEW' }).rejects(conditionFailed())
    await call('submit-code')
    expect(writes().some(({ pk }) => pk.startsWith('LIMIT#'))).toBe(false)
  })

  it('leads the team to its list, and admits a member who comes for the first time', async () => {
    codeOf(teamAddress)
    const answer = await call('submit-code')
    expect(answer.headers.location).toBe('/team')
    const [person] = writes().filter(({ pk, sk }) => pk.startsWith('PERSON#') && sk === 'PERSON')
    expect(person).toMatchObject({
      condition: 'attribute_not_exists(pk)',
      input: { Item: { address: teamAddress } },
    })
    const session = writes().find(({ pk, kind }) => pk.startsWith('SECRET#') && kind === 'put')
    expect(session!.input.Item!.person).toBe(person!.pk.slice('PERSON#'.length))
    expect(session!.input.Item!.person).not.toBe(teamPerson)
  })

  const refusals: [string, () => Promise<WebAnswer>, string][] = [
    ['that is missing', () => call('submit-code', typing('')), 'Enter the code of six digits'],
    ['of five digits', () => call('submit-code', typing('41830')), 'Enter the code of six digits'],
    ['of letters', () => call('submit-code', typing('abcdef')), 'Enter the code of six digits'],
    [
      'that is wrong',
      () => call('submit-code', typing('418303')),
      'This code is not right, or it has expired.',
    ],
    [
      'in another browser',
      () => call('submit-code', { ...sample('submit-code'), cookies: [`__Host-session=${leadSecret}`] }),
      'This code is not right, or it has expired.',
    ],
  ]
  it.each(refusals)('%s opens nothing', async (_, send, message) => {
    codeOf(leadAddress, ...everyday())
    const { statusCode, body, cookies } = await send()
    expect(statusCode).toBe(422)
    expect(body).toContain('<title>Error: Enter your code – ')
    expect(body).toContain(`<li><a href="#code">${message}`)
    expect(cookies).toEqual([])
    expect(writes().filter(({ kind }) => kind === 'put')).toEqual([])
  })

  it('that expired, was tried five times, or never was opens nothing', async () => {
    given(...everyday())
    ddb.on(UpdateCommand, { ReturnValues: 'ALL_NEW' }).rejects(conditionFailed())
    const { statusCode, body } = await call('submit-code')
    expect(statusCode).toBe(422)
    expect(body).toContain('This code is not right, or it has expired.')
    expect(writes()).toHaveLength(1)
  })

  it('that was used opens nothing, and says so', async () => {
    codeOf(leadAddress, ...everyday())
    ddb.on(UpdateCommand, { UpdateExpression: 'SET usedAt = :now' }).rejects(conditionFailed())
    const { statusCode, body, cookies } = await call('submit-code')
    expect(statusCode).toBe(422)
    expect(body).toContain('This code has already been used.')
    expect(cookies).toEqual([])
    expect(writes().filter(({ kind }) => kind === 'put')).toEqual([])
  })

  it('is not shown again on the page', async () => {
    codeOf(leadAddress, ...everyday())
    expect((await call('submit-code', typing('418303'))).body).not.toContain('418303')
  })
})

describe('signing out', () => {
  it('ends the session in the table and in the browser', async () => {
    given(...everyday())
    const answer = await call('submit-sign-out')
    expect(answer).toMatchObject({ statusCode: 303, headers: { location: '/' } })
    expect(answer.cookies).toEqual(['__Host-session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0; Secure'])
    const removed = writes().filter(({ kind }) => kind === 'delete')
    expect(removed.map(({ key }) => key)).toEqual([`SECRET#${sha256(leadSecret)}|SECRET`])
  })

  it('cannot bring a session back that has ended meanwhile', async () => {
    given(...everyday())
    await call('submit-sign-out')
    const touched = writes().filter(({ kind }) => kind === 'update')
    expect(touched).toMatchObject([
      { key: `SECRET#${sha256(leadSecret)}|SECRET`, condition: 'kind = :session' },
    ])
  })
})

describe('on a laptop, whose pages come by http', () => {
  it('cookies are neither Secure nor __Host-, which Safari would drop', async () => {
    vi.resetModules()
    vi.stubEnv('BASE_URL', 'http://127.0.0.1:3000/')
    given()
    const { cookies } = await call('submit-sign-in')
    expect(cookies).toEqual([
      expect.stringMatching(/^sign-in=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=3600$/),
    ])
    const older = { 'sec-fetch-site': undefined, origin: 'http://127.0.0.1:3000' }
    expect((await call('submit-sign-in', withHeaders(sample('submit-sign-in'), older))).statusCode).toBe(303)
    vi.stubEnv('BASE_URL', environment.BASE_URL)
    vi.resetModules()
  })
})

describe('where somebody wanted to go', () => {
  const pages = [
    `/journeys/${journey}`,
    `/journeys/${journey}/steps/registration`,
    `/team/journeys/${journey}`,
    `/cases/${journey}`,
  ]
  const others = [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    `/journeys/${journey}@evil.example`,
    `/journeys/${journey}/../../sign-out`,
    `/journeys/${journey}/withdraw`,
    ` /journeys/${journey}`,
    `/journeys/${journey}\n`,
    '/',
    '',
  ]
  const asked = (name: 'show-sign-in' | 'show-code', next: string) => ({
    ...sample(name),
    queryStringParameters: { next },
  })
  const sentWith = (name: 'submit-sign-in' | 'submit-code', next: string) =>
    withForm(sample(name), (form) => form.set('next', next))

  it.each(pages)('%s is kept from page to page, and through a mistake', async (next) => {
    given()
    const field = `name="next" value="${next}"`
    const codePath = `/sign-in/code?next=${encodeURIComponent(next)}`
    expect((await call('show-sign-in', asked('show-sign-in', next))).body).toContain(field)
    expect((await call('show-code', asked('show-code', next))).body).toContain(field)
    expect((await call('submit-sign-in', sentWith('submit-sign-in', next))).headers.location).toBe(codePath)
    const wrong = await call('submit-code', sentWith('submit-code', next))
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain(field)
  })

  it('is where the right code leads', async () => {
    given(...everyday())
    const Attributes = { salt, codeHash: sha256(salt, code), address: leadAddress }
    ddb.on(UpdateCommand, { ReturnValues: 'ALL_NEW' }).resolves({ Attributes })
    for (const next of pages) {
      const answer = await call('submit-code', sentWith('submit-code', next))
      expect(answer).toMatchObject({ statusCode: 303, headers: { location: next } })
    }
  })

  it.each(others)('%j is no page to come back to', async (next) => {
    given()
    for (const name of ['show-sign-in', 'show-code'] as const)
      expect((await call(name, asked(name, next))).statusCode).toBe(404)
    for (const name of ['submit-sign-in', 'submit-code'] as const)
      expect((await call(name, sentWith(name, next))).statusCode).toBe(400)
    expect(writes()).toEqual([])
  })
})

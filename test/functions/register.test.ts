// Registering: what is kept where, the code that is asked for, and every way in which it is refused.
import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { describe, expect, it } from 'vitest'
import { sha256 } from '../../functions/app/secrets.ts'
import {
  alreadyThere,
  asOf,
  call,
  committed,
  conditionFailed,
  ddb,
  eventRows,
  eventsUntil,
  formOf,
  given,
  lead,
  leadAddress,
  log,
  now,
  type Row,
  sample,
  withForm,
  writes,
} from './support.ts'

const pointer = { pk: `ADDRESS#${sha256(leadAddress)}`, sk: 'PERSON', person: lead }
const itemsOf = (prefix: string) =>
  writes().flatMap(({ pk, sk, input }) => (`${pk}|${sk}`.startsWith(prefix) ? [input.Item as Row] : []))
/** The journey that this form makes for this address. */
async function journeyOfSample(): Promise<string> {
  given(pointer)
  await call('submit-register')
  const { journey } = committed()
  ddb.resetHistory()
  return journey
}

describe('a registration', () => {
  it('is kept as person, contact, submission and event, each by its own key and condition', async () => {
    given()
    const answer = await call('submit-register')
    expect(answer).toMatchObject({ statusCode: 303, headers: { location: '/sign-in/code' } })

    const event = committed()
    const { state, journey } = event
    expect(journey).toMatch(/^[0-9a-hjkmnp-tv-z]{16}$/)
    expect(event).toMatchObject({ key: `EVENTS#${journey}|000001`, number: 1, at: now, effects: [] })
    expect(event.actor).toBe(state.lead)
    expect(state.position.at).toBe('confirmation')

    expect(itemsOf('PERSON#')).toEqual([
      { pk: `PERSON#${state.lead}`, sk: 'PERSON', address: leadAddress },
      {
        pk: `PERSON#${state.lead}`,
        sk: `JOURNEY#${journey}`,
        name: 'Amina Hussain',
      },
    ])
    expect(itemsOf('ADDRESS#')).toEqual([
      { ...pointer, person: state.lead },
      { pk: pointer.pk, sk: `JOURNEY#${journey}` },
    ])
    const [record] = itemsOf('RECORD#')
    expect(record).toMatchObject({ pk: `RECORD#${journey}`, at: now, by: state.lead })
    expect(record!.content).toEqual({
      answers: {
        organisationName: 'Harehills & Friends “Together”',
        applyingAs: 'group',
      },
    })
    expect(state.submissions.registration).toEqual({
      id: record!.id,
      hash: sha256(String(record!.salt), JSON.stringify(record!.content)),
      at: now,
    })
    expect(record!.id).toMatch(/^ROUND#1#registration#[0-9a-z]{16}$/)
    const conditions = writes().flatMap(({ pk, sk, condition }) =>
      /^(PERSON|ADDRESS)#/.test(pk) && sk !== 'PERSON' ? [] : pk.startsWith('PENDING#') ? [] : [condition],
    )
    expect(new Set(conditions)).toEqual(
      new Set(['attribute_not_exists(pk)', 'attribute_not_exists(uses) OR uses < :max']),
    )
  })

  it('puts big content first, then the note of the work, then the event', async () => {
    given()
    await call('submit-register')
    const order = writes().map(({ pk, sk }) => (sk.startsWith('code#') ? 'code' : pk.split('#')[0]))
    expect(order.filter((kind) => ['RECORD', 'PENDING', 'EVENTS'].includes(kind!))).toEqual([
      'RECORD',
      'PENDING',
      'EVENTS',
    ])
    const { journey } = committed()
    expect(itemsOf(`PENDING#0|${journey}`)[0]).toMatchObject({
      sk: `${journey}#000001`,
      atUnmovedMs: expect.any(Number),
    })
  })

  it('lets no personal data into the event, nor the cookie’s secret into the table', async () => {
    given()
    const { cookies } = await call('submit-register')
    const event = JSON.stringify(writes().find(({ pk }) => pk.startsWith('EVENTS#'))?.input)
    expect(event).not.toMatch(/Amina|example\.org|Harehills/)
    expect(cookies).toHaveLength(1)
    const [, secret] =
      /^__Host-sign-in=([\w-]{43}); Path=\/; HttpOnly; SameSite=Lax; Max-Age=3600; Secure$/.exec(cookies[0]!)!
    expect(JSON.stringify(writes().map(({ input }) => input))).not.toContain(secret)
    expect(itemsOf('PENDING#0|code#')).toEqual([
      {
        pk: 'PENDING#0',
        sk: `code#${sha256(secret!)}`,
        id: sha256(secret!),
        address: leadAddress,
        journey: committed().journey,
        expiresAt: '2027-01-04T11:00:00.000Z',
        atUnmovedMs: expect.any(Number),
        ttl: Date.parse('2027-01-04T11:00:00Z') / 1000,
      },
    ])
  })

  it('is kept, and answered as always, when the address has had its codes for this hour', async () => {
    given()
    const usual = await call('submit-register')
    ddb.resetHistory()
    const sent = `LIMIT#${sha256(`sent ${leadAddress}`)}#${Math.floor(Date.parse(now) / 3_600_000)}`
    ddb.on(UpdateCommand, { Key: { pk: sent, sk: 'LIMIT' } }).rejects(conditionFailed())
    const answer = await call('submit-register')
    expect(answer).toEqual({ ...usual, cookies: [expect.any(String)] })
    expect(committed().command.kind).toBe('register')
    expect(itemsOf('PENDING#0|code#')).toEqual([])
  })

  // The relay that the code's row wakes looks the address up: if it is not there yet, no code is sent and none is missed.
  it('admits the person before it asks for their code', async () => {
    given()
    await call('submit-register')
    const order = writes().map(({ pk, sk }) =>
      sk.startsWith('code#') ? 'code' : `${pk.split('#')[0]} ${sk}`,
    )
    expect(order.indexOf('ADDRESS PERSON')).toBeGreaterThanOrEqual(0)
    expect(order.indexOf('code')).toBeGreaterThan(order.indexOf('ADDRESS PERSON'))
  })

  it('finds a person who is known, and makes no second', async () => {
    given(pointer)
    await call('submit-register')
    expect(committed().state.lead).toBe(lead)
    expect(itemsOf(`PERSON#`).map(({ pk, sk }) => [pk, String(sk).split('#')[0]])).toEqual([
      [`PERSON#${lead}`, 'JOURNEY'],
    ])
  })
})

describe('the same form sent again', () => {
  it('is the same journey for the same address, another for another', async () => {
    const first = await journeyOfSample()
    expect(await journeyOfSample()).toBe(first)
    given()
    await call(
      'submit-register',
      withForm(sample('submit-register'), (form) => form.set('contactEmail', 'a@example.org')),
    )
    expect(committed().journey).not.toBe(first)
  })

  it('replaces what was sent before, until the address is confirmed', async () => {
    const journey = await journeyOfSample()
    given(pointer, ...rowsOf(journey, 'confirmation'))
    expect((await call('submit-register')).statusCode).toBe(303)
    expect(committed()).toMatchObject({ number: 2, command: { kind: 'register' } })
  })

  it('has already been registered once the address is confirmed', async () => {
    const journey = await journeyOfSample()
    given(pointer, ...rowsOf(journey, 'registration'))
    const answer = await call('submit-register')
    expect(answer.statusCode).toBe(409)
    expect(answer.body).toContain('<h1 class="govuk-heading-l">This has already been registered</h1>')
    expect(answer.body).toContain('href="/sign-in"')
    expect(answer.cookies).toEqual([])
    expect(writes().some(({ pk }) => pk.startsWith('EVENTS#'))).toBe(false)
  })

  function rowsOf(journey: string, place: string): Row[] {
    return eventRows(asOf(journey, eventsUntil(place)))
  }

  it('changes nothing of a confirmed journey, as its page says', async () => {
    const journey = await journeyOfSample()
    given(pointer, ...rowsOf(journey, 'registration'))
    await call(
      'submit-register',
      withForm(sample('submit-register'), (form) => form.set('contactName', 'Somebody Else')),
    )
    expect(itemsOf(`PERSON#${lead}|JOURNEY#`)).toEqual([])
  })

  it('decides again when another was faster, and gives up after five times', async () => {
    given(pointer)
    alreadyThere('EVENTS#', 4)
    expect((await call('submit-register')).statusCode).toBe(303)
    expect(writes().filter(({ pk }) => pk.startsWith('EVENTS#'))).toHaveLength(5)
    ddb.resetHistory()
    alreadyThere('EVENTS#')
    expect((await call('submit-register')).statusCode).toBe(500)
    expect(writes().filter(({ pk }) => pk.startsWith('EVENTS#'))).toHaveLength(5)
    expect(log).toHaveLength(1)
  })
})

describe('a form that is refused', () => {
  it('comes back with 422, a summary with a link to each field, and every answer kept', async () => {
    given()
    const event = withForm(sample('submit-register'), (form) => {
      form.set('organisationName', '')
      form.set('contactEmail', 'amina "at" <i>example.org')
      form.delete('applyingAs')
    })
    const { statusCode, body, cookies } = await call('submit-register', event)
    expect(statusCode).toBe(422)
    expect(cookies).toEqual([])
    expect(body).toContain('<title>Error: Register your interest – ')
    expect(body).toContain('There is a problem')
    const links = [...body.matchAll(/<li><a href="#(\w+)">([^<]+)<\/a>/g)].map(([, id, text]) => [id, text])
    expect(links).toEqual([
      ['organisationName', 'Enter the name of your organisation or group'],
      ['applyingAs', 'Select what you are applying as'],
      ['contactEmail', 'Enter an email address in the correct format, like name@example.org'],
    ])
    for (const [id] of links) expect(body).toContain(`id="${id}"`)
    expect(body).toContain(`name="nonce" value="${formOf(event).get('nonce')}"`)
    expect(body).toContain('value="amina &quot;at&quot; &lt;i&gt;example.org"')
    expect(body).toContain('value="Amina Hussain"')
    expect(body).not.toMatch(/ checked/)
    expect(writes()).toEqual([])
  })

  it.each([
    ['organisationName', 'x'.repeat(201), 'Your answer must be 200 characters or fewer'],
    ['contactName', 'Amina\u202e', 'Your answer has a character that we cannot store'],
    ['contactName', 'Amina\u0000', 'Your answer has a character that we cannot store'],
    ...['\u061c', '\u115f', '\u180e', '\u200e', '\u200f', '\u2060', '\u3164', '\uffa0'].map(
      (unseen): [string, string, string] => [
        'contactName',
        `Amina${unseen}Hussain`,
        'Your answer has a character that we cannot store',
      ],
    ),
    ['organisationName', '\u3164', 'Your answer has a character that we cannot store'],
    ['organisationName', '\u200b', 'Enter the name of your organisation or group'],
    ['organisationName', '\u2800', 'Your answer has a character that we cannot store'],
    ['organisationName', '– … –', 'Your answer has a character that we cannot store'],
    ['organisationName', '\u00a0\u3000', 'Enter the name of your organisation or group'],
    ['contactEmail', 'example.org', 'Enter an email address in the correct format'],
    ['contactEmail', '@example.org', 'Enter an email address in the correct format'],
    ['applyingAs', 'constructor', 'Select one of the answers offered'],
  ])('%s says what is the matter', async (field, value, message) => {
    given()
    const { statusCode, body } = await call(
      'submit-register',
      withForm(sample('submit-register'), (form) => form.set(field, value)),
    )
    expect(statusCode).toBe(422)
    expect(body).toContain(`<li><a href="#${field}">${message}`)
    expect(writes()).toEqual([])
  })

  it('is one whose random text was not given by us', async () => {
    given()
    for (const nonce of ['', 'x'.repeat(42), `${'x'.repeat(42)}!`]) {
      const event = withForm(sample('submit-register'), (form) => form.set('nonce', nonce))
      expect((await call('submit-register', event)).statusCode).toBe(400)
    }
    expect(writes()).toEqual([])
  })

  it('is one too many from the same place: nothing is kept but what was typed, on the page', async () => {
    given()
    ddb.on(UpdateCommand).rejects(conditionFailed())
    const { statusCode, body, cookies } = await call('submit-register')
    expect(statusCode).toBe(429)
    expect(body).toContain('<title>Error: Register your interest – ')
    const links = [...body.matchAll(/<li><a href="#(\w+)">([^<]+)<\/a>/g)].map(([, id, text]) => [id, text])
    expect(links).toEqual([
      ['contactEmail', 'Too many codes were asked for. Wait a quarter of an hour, then send this again'],
    ])
    expect(body).toContain('value="Amina.Hussain@example.org"')
    expect(body).toContain('value="Amina Hussain"')
    expect(body).toMatch(/value="group" checked/)
    // So that it is the same registration when it is sent again.
    expect(body).toContain(`name="nonce" value="${formOf(sample('submit-register')).get('nonce')}"`)
    expect(cookies).toEqual([])
    expect(writes().map(({ kind }) => kind)).toEqual(['update'])
  })
})

it('reads the journey consistently before it decides', async () => {
  given(pointer)
  await call('submit-register')
  const reads = ddb
    .calls()
    .filter(({ args: [command] }) => /^(Get|Query)Command$/.test(command.constructor.name))
  expect(reads.length).toBeGreaterThan(0)
  expect(reads.every(({ args: [{ input }] }) => (input as { ConsistentRead?: boolean }).ConsistentRead)).toBe(
    true,
  )
})

// What was sent when its sign-in had ended: who holds what, who sees it again, and when it is gone.
import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { parse } from 'node-html-parser'
import { describe, expect, it } from 'vitest'
import { sha256 } from '../../functions/app/secrets.ts'
import type { FunctionName } from '../../functions/inventory.ts'
import {
  add,
  call,
  changes,
  colleague,
  ddb,
  eventRows,
  eventsUntil,
  everyday,
  formOf,
  given,
  journey,
  lead,
  leadAddress,
  leadSecret,
  log,
  now,
  type Row,
  sample,
  sessionRow,
  teamAddress,
  teamPerson,
  tokenFor,
  type WebEvent,
  withForm,
  withHeaders,
  writes,
} from './support.ts'

const session = sha256(leadSecret)
const idle = { usedAt: '2027-01-04T06:00:00.000Z' }
const events = eventRows(eventsUntil('raising-awareness'))

const lateSession = (change: Row = idle): Row => ({ ...sessionRow(leadSecret, lead, leadAddress), ...change })
const sectionPath = `/journeys/${journey}/steps/commitment-and-pledge/pledge`

/** What another browser session had, before the one that the samples carry. */
const before = sha256('B'.repeat(43))
const heldRow = (change: Row = {}): Row => ({
  pk: `HELD#${before}`,
  sk: 'HELD',
  session: before,
  person: lead,
  to: 'submit-section',
  path: sectionPath,
  form: JSON.stringify({
    revision: ['3'],
    action: ['save'],
    decidingBody: ['committee'],
    decidedOn: ['14 12 2026'],
    pledgeWording: ['We pledge <b>this</b>\r\nand "that"'],
    nobodyKnows: ['<script>'],
    '': ['nameless'],
  }),
  expiresAt: '2027-01-04T10:30:00.000Z',
  ...change,
})
const signedInAgain = (change: Row = { heldFrom: before }): Row => ({
  ...sessionRow(leadSecret, lead, leadAddress),
  ...change,
})

describe('a form that is sent when its sign-in has ended', () => {
  it('is held for an hour under the session, without its token', async () => {
    given(lateSession(), ...events)
    const event = sample('submit-section')
    const answer = await call('submit-section', event)
    expect(answer).toMatchObject({ statusCode: 403, cookies: [] })
    expect(answer.body).toContain('We keep it for you for one hour.')
    const { token: _, ...form } = Object.fromEntries(
      [...formOf(event)].map(([name, value]) => [name, [value]]),
    )
    expect(writes()).toHaveLength(1)
    const { form: text, ...row } = writes()[0]!.input.Item!
    expect(row).toEqual({
      pk: `HELD#${session}`,
      sk: 'HELD',
      session,
      person: lead,
      to: 'submit-section',
      path: sectionPath,
      expiresAt: '2027-01-04T11:00:00.000Z',
      ttl: Date.parse('2027-01-04T11:00:00Z') / 1000,
    })
    expect(JSON.parse(text)).toEqual(form)
    expect(text).not.toContain('token')
    expect(log).toEqual([])
  })

  it('is held as large as 64 KB, and not a byte larger', async () => {
    const event = sample('submit-section')
    const { token: _, ...form } = Object.fromEntries(
      [...formOf(event)].map(([name, value]) => [name, [value]]),
    )
    const letters = 'ব'.repeat(10_000)
    const fits = 64 * 1024 - Buffer.byteLength(JSON.stringify({ ...form, more: [letters] }))
    const withMore = (length: number) =>
      withForm(event, (sent) => sent.append('more', `${letters}${'a'.repeat(length)}`))
    given(lateSession(), ...events)
    expect((await call('submit-section', withMore(fits))).statusCode).toBe(403)
    expect(writes()).toHaveLength(1)
    ddb.resetHistory()
    expect((await call('submit-section', withMore(fits + 1))).statusCode).toBe(403)
    expect(writes()).toEqual([])
  })

  it.each([
    ['after their sign-in has ended', leadSecret, lateSession()],
    ['from before they signed in again', 'S'.repeat(43), lateSession({})],
  ])('is shown to be copied when it is too long to be held: %s', async (_, secret, row) => {
    const long = `<b>${'ক '.repeat(40_000)}</b>`
    const event = withForm(sample('submit-section'), (form) => {
      form.set('token', tokenFor('submit-section', secret))
      form.set('pledgeWording', long)
    })
    given(row, ...events)
    const { statusCode, body } = await call('submit-section', event)
    const page = parse(body)
    expect(statusCode).toBe(403)
    expect(page.querySelector('h1')!.text).toBe('Copy what you wrote before you go on')
    expect(page.querySelectorAll('textarea').map(({ text }) => text)).toEqual([`\n${long}`])
    expect(body).not.toContain('<b>')
    expect(writes()).toEqual([])
  })

  it('is the last one when there are several', async () => {
    given(lateSession(), ...events)
    const typed = (text: string) =>
      withForm(sample('submit-section'), (form) => form.set('pledgeWording', text))
    for (const text of ['first', 'second']) await call('submit-section', typed(text))
    expect(new Set(writes().map(({ key }) => key))).toEqual(new Set([`HELD#${session}|HELD`]))
    expect(writes().at(-1)!.input.Item!.form).toContain('second')
  })

  it.each<[string, (event: WebEvent) => WebEvent, Row]>([
    [
      'its token is forged',
      (event) => withForm(event, (form) => form.set('token', 'f'.repeat(64))),
      lateSession(),
    ],
    ['it has no token', (event) => withForm(event, (form) => form.delete('token')), lateSession()],
    [
      'its token is that of another form',
      (event) => withForm(event, (form) => form.set('token', tokenFor('add-file'))),
      lateSession(),
    ],
    [
      'its token is that of another session',
      (event) => withForm(event, (form) => form.set('token', tokenFor('submit-section', 'S'.repeat(43)))),
      lateSession(),
    ],
    [
      'it comes from another site',
      (event) => withHeaders(event, { 'sec-fetch-site': 'cross-site' }),
      lateSession(),
    ],
    ['nobody knows the session', (event) => event, { pk: 'SECRET#other', sk: 'SECRET' }],
    ['the secret is no session’s', (event) => event, lateSession({ ...idle, kind: 'code' })],
    [
      'there is nothing in it but its token',
      (event) =>
        withForm(event, (form) => [...form.keys()].map((key) => key !== 'token' && form.delete(key))),
      lateSession(),
    ],
  ])('is not held when %s', async (_, change, row) => {
    given(row, ...events)
    const answer = await call('submit-section', change(sample('submit-section')))
    expect(answer.statusCode).toBe(403)
    expect(answer.body).not.toContain('We keep it')
    expect(writes()).toEqual([])
  })

  it.each<FunctionName>(['withdraw-journey', 'drop-held', 'submit-sign-out'])(
    'is not held when only a button was pressed: %s',
    async (name) => {
      given(lateSession(), ...events)
      expect((await call(name)).body).not.toContain('We keep it')
      expect(writes()).toEqual([])
    },
  )
})

describe('a form of a page from before they signed in again', () => {
  const older = withForm(sample('submit-section'), (form) =>
    form.set('token', tokenFor('submit-section', 'S'.repeat(43))),
  )
  const heldNow = { ...heldRow(), pk: `HELD#${session}`, session }

  it('is held under the present sign-in, and shown', async () => {
    given(sessionRow(leadSecret, lead, leadAddress), ...events)
    expect(await call('submit-section', older)).toMatchObject({
      statusCode: 303,
      headers: { location: '/held' },
    })
    expect(writes().map(({ key }) => key)).toEqual([`HELD#${session}|HELD`])
    given(signedInAgain({}), heldNow)
    const { body } = await call('show-held')
    expect(body).toContain('You signed in again before this could be saved')
    expect(body).toContain(`action="${sectionPath}?held=signed-in-again"`)
    expect(body).toContain(`name="token" value="${tokenFor('submit-section')}"`)
  })

  it.each(['submit-section', 'drop-held'] as const)('is gone when it was sent or left: %s', async (name) => {
    given(signedInAgain(), heldNow, heldRow(), ...events)
    await call(name, { ...sample(name), queryStringParameters: { held: 'signed-in-again' } })
    const dropped = writes().filter(({ kind, pk }) => kind === 'delete' && pk.startsWith('HELD#'))
    expect(dropped.map(({ pk }) => pk)).toEqual([`HELD#${session}`])
  })

  it('is not held when it comes from another site', async () => {
    given(sessionRow(leadSecret, lead, leadAddress), ...events)
    const answer = await call('submit-section', withHeaders(older, { 'sec-fetch-site': 'cross-site' }))
    expect([answer.statusCode, writes()]).toEqual([403, []])
  })
})

describe('signing in again', () => {
  /** The right code, typed into a browser that still has the cookie of the session before. */
  async function signIn(address: string, ...rows: readonly Row[]) {
    given(...everyday(), { pk: `ADDRESS#${sha256(teamAddress)}`, sk: 'PERSON', person: teamPerson }, ...rows)
    const Attributes = { salt: 'salt', codeHash: sha256('salt', '418302'), address }
    ddb.on(UpdateCommand, { ReturnValues: 'ALL_NEW' }).resolves({ Attributes })
    const event = sample('submit-code')
    const cookies = [...event.cookies!, `__Host-session=${'B'.repeat(43)}`]
    const answer = await call('submit-code', { ...event, cookies })
    const put = writes().find(({ input }) => input.Item?.kind === 'session')!
    return { location: answer.headers.location, heldFrom: put.input.Item!.heldFrom }
  }

  it('leads to what is held, which stays where it is', async () => {
    expect(await signIn(leadAddress, heldRow())).toEqual({ location: '/held', heldFrom: before })
    expect(writes().filter(({ pk }) => pk.startsWith('HELD#'))).toEqual([])
  })

  it('leads where it always does for somebody else, after an hour, and when nothing is held', async () => {
    const usual = { heldFrom: undefined }
    expect(await signIn(teamAddress, heldRow())).toEqual({ ...usual, location: '/team' })
    ddb.resetHistory()
    expect(await signIn(leadAddress, heldRow({ expiresAt: now }))).toEqual({
      ...usual,
      location: '/journeys',
    })
    ddb.resetHistory()
    expect(await signIn(leadAddress)).toEqual({ ...usual, location: '/journeys' })
  })
})

describe('the page of what is held', () => {
  it('shows every answer under its question, and sends all of it with a token of the new session', async () => {
    given(signedInAgain(), heldRow())
    const { statusCode, body } = await call('show-held')
    expect(statusCode).toBe(200)
    expect(body).toContain(
      'It is not saved yet, and nobody else can see it. We keep it until 4 January 2027 at 10:30.',
    )
    expect(body).toContain('<dd class="govuk-summary-list__value"><bdi>14 12 2026</bdi></dd>')
    expect(body).toContain(`<form method="post" action="${sectionPath}?held=signed-out">`)
    expect(body).toContain(`name="token" value="${tokenFor('submit-section')}"`)
    expect(body).toContain('name="revision" value="3"')
    expect(body).toContain('name="action" value="save"')
    expect(body).toContain('We pledge &lt;b&gt;this&lt;/b&gt;\r\nand &quot;that&quot;')
    expect(body).toContain('name="nobodyKnows" value="&lt;script&gt;"')
    expect(body.match(/&lt;script&gt;/g)).toHaveLength(1)
    expect(body).toContain(`<form method="post" action="/held?held=signed-out">`)
    expect(body).toContain(`name="token" value="${tokenFor('drop-held')}"`)
    expect(writes()).toEqual([])
  })

  it('says why a question does not apply, and how many entries were chosen', async () => {
    const form = {
      'evidenceWhat-because': ['We cook.'],
      evidenceActions: ['aa4w87xs87ysr32b', 'w5q2n8x4k7m3t9c6'],
    }
    given(signedInAgain(), heldRow({ form: JSON.stringify(form) }))
    const { body } = await call('show-held')
    expect(body).toMatch(/Why it does not apply<\/dt>\s*<dd[^>]*><bdi>We cook\.<\/bdi>/)
    expect(body).toContain('2 chosen')
    expect(body.match(/aa4w87xs87ysr32b/g)).toHaveLength(1)
  })

  it('says that an entry would be taken away', async () => {
    given(signedInAgain(), heldRow({ form: JSON.stringify({ action: ['remove'], revision: ['1'] }) }))
    expect((await call('show-held')).body).toContain('To take this away')
  })

  it.each<[string, Row, Row]>([
    ['nothing was held at sign-in', signedInAgain({}), heldRow()],
    ['it was sent or left', signedInAgain(), {}],
    ['the hour is over', signedInAgain(), heldRow({ expiresAt: now })],
    ['it is somebody else’s', signedInAgain(), heldRow({ person: colleague })],
  ])('shows nothing when %s', async (_, who, row) => {
    given(who, row)
    const { body } = await call('show-held')
    expect(body).toContain('There is nothing left to send')
    expect(body).not.toContain('pledge')
  })
})

describe('what is held', () => {
  const fromItsPage = (event: WebEvent): WebEvent => ({
    ...event,
    queryStringParameters: { held: 'signed-out' },
  })
  const dropped = () => writes().filter(({ kind, pk }) => kind === 'delete' && pk === `HELD#${before}`)

  it('is gone when it was sent and taken, and again when it is sent twice', async () => {
    given(signedInAgain(), ...events)
    for (const times of [1, 2]) {
      expect((await call('submit-section', fromItsPage(sample('submit-section')))).statusCode).toBe(303)
      expect(dropped()).toHaveLength(times)
    }
  })

  it('stays when another form is sent, and when it was not taken', async () => {
    given(signedInAgain(), ...events)
    await call('submit-section')
    const wrong = withForm(sample('submit-section'), (form) => form.set('pledgeWording', 'a\u202eb'))
    expect((await call('submit-section', fromItsPage(wrong))).statusCode).toBe(422)
    expect(dropped()).toEqual([])
  })

  it('is nobody’s to send away: a session to which nothing belongs drops nothing', async () => {
    given(signedInAgain({}), ...events)
    await call('submit-section', fromItsPage(sample('submit-section')))
    await call('drop-held', fromItsPage(sample('drop-held')))
    expect(writes().filter(({ kind }) => kind === 'delete')).toEqual([])
  })

  it('is gone when it is left, and nothing else happens', async () => {
    given(signedInAgain(), heldRow())
    expect(await call('drop-held', fromItsPage(sample('drop-held')))).toMatchObject({
      statusCode: 303,
      headers: { location: '/journeys' },
    })
    expect(changes().map(({ kind, key }) => `${kind} ${key}`)).toEqual([`delete HELD#${before}|HELD`])
  })

  it('of the team can be long, and is shown under its own words', async () => {
    const form = {
      wait: ['foundation-check'],
      visit: ['2'],
      decision: ['return'],
      to: ['registration'],
      comment: ['Say more.'],
    }
    given(
      signedInAgain(),
      ...eventRows(add(eventsUntil('foundation-check'), { kind: 'pause' })),
      heldRow({ to: 'submit-check', path: `/team/journeys/${journey}`, form: JSON.stringify(form) }),
    )
    const { body } = await call('show-held')
    for (const words of ['What you decided', 'To return a step', 'Registering for', 'Say more.'])
      expect(body).toContain(words)
    expect(body).toContain(`name="token" value="${tokenFor('submit-check')}"`)
  })
})

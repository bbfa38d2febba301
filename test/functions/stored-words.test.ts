// What is stored lies over our words, on pages and in emails; what cannot be read leaves ours.
import { SendRawEmailCommand } from '@aws-sdk/client-ses'
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { simpleParser } from 'mailparser'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { sha256 } from '../../functions/app/secrets.ts'
import {
  askedSecret,
  call,
  ddb,
  environment,
  eventRows,
  eventsUntil,
  everyday,
  given,
  leadAddress,
  log,
  type Row,
  ses,
} from './support.ts'

/** A process of its own for each test: it reads the words when it first says any. */
beforeEach(() => void vi.resetModules())

const stored = (words: Record<string, string>): Row[] =>
  Object.entries(words).map(([sk, text]) => ({ pk: 'WORDS#en', sk, text }))
const withdrawing = (words: Record<string, string>) =>
  given(...everyday(), ...eventRows(eventsUntil('raising-awareness')), ...stored(words))

async function sentEmail() {
  const [sent] = ses.commandCalls(SendRawEmailCommand)
  return simpleParser(Buffer.from(sent!.args[0].input.RawMessage!.Data!))
}

describe('stored words', () => {
  it('change a title, escaped', async () => {
    withdrawing({ 'withdraw.title': 'Leave the <mark>' })
    const { body } = await call('show-withdraw')
    expect(body).toContain('<title>Leave the &lt;mark&gt; – Cultural Cohesion Quality Mark</title>')
    expect(body).not.toContain('Withdraw from the quality mark')
  })

  it('change a hint', async () => {
    given(...stored({ 'field.contactEmail.hint': 'Seven letters and numbers at most.' }))
    const { body } = await call('show-register')
    expect(body).toContain('Seven letters and numbers at most.')
    expect(body).not.toContain('We email a code to it')
  })

  it('change how the team is reached, on every page', async () => {
    given(
      ...stored({
        'contact.telephone': '0113 111 1111',
        'contact.address': 'new@example.org',
        'contact.handle': '@new',
      }),
    )
    const { body } = await call('show-start')
    expect(body).toContain('telephone 0113 111 1111')
    expect(body).toContain('mailto:new@example.org')
    expect(body).toContain('@new')
    for (const ours of [environment.CONTACT_TELEPHONE, environment.CONTACT_ADDRESS, '@theccqm']) {
      expect(body).not.toContain(ours)
    }
  })

  it.each(['relay', 'sweep'] as const)(
    'change an email of the %s: its subject and whom it answers to',
    async (name) => {
      const id = sha256(askedSecret)
      given(
        ...everyday(),
        {
          pk: 'PENDING#0',
          sk: `code#${id}`,
          id,
          address: leadAddress,
          expiresAt: '2027-01-04T11:00:00.000Z',
          atUnmovedMs: performance.timeOrigin - 61_000,
        },
        ...stored({
          'email-code.subject': 'With {code} you sign in',
          'email.team': 'Your team',
          'contact.telephone': '0113 111 1111',
          'contact.address': 'new@example.org',
        }),
      )
      await call<unknown>(name)
      const { subject, text, replyTo } = await sentEmail()
      expect(subject).toMatch(/^With \d{6} you sign in$/)
      expect(text).toContain('Your team\nnew@example.org · 0113 111 1111')
      expect(replyTo?.text).toBe('new@example.org')
    },
  )

  it('change the page of an error', async () => {
    given(...stored({ 'contact.telephone': '0113 111 1111' }))
    expect((await call('show-not-found')).body).toContain('0113 111 1111')
  })

  it.each([
    ['an empty text', { 'withdraw.title': '', 'contact.telephone': ' ' }],
    ['an id that nothing has', { 'withdraw.nothing': 'Nothing', 'contact.nothing': 'Nothing' }],
    ['a text with a control', { 'withdraw.title': 'Leave\r\nBcc: all@example.org' }],
    ['an address that is none', { 'contact.address': 'new@example.org\r\nBcc: all@example.org' }],
  ])('are ignored when there is %s', async (_, words) => {
    withdrawing(words)
    const { body } = await call('show-withdraw')
    expect(body).toContain('<title>Withdraw from the quality mark – ')
    expect(body).toContain(environment.CONTACT_TELEPHONE)
    expect(body).toContain(environment.CONTACT_ADDRESS)
    expect(body).not.toContain('Nothing')
  })

  it('leave out a placeholder that our text does not have', async () => {
    withdrawing({ 'withdraw.title': 'Leave{name}{constructor}' })
    expect((await call('show-withdraw')).body).toContain('<title>Leave – ')
  })

  it('take no page down when they cannot be read: our words are used, and the log says so', async () => {
    withdrawing({ 'withdraw.title': 'Leave' })
    ddb
      .on(QueryCommand, { ExpressionAttributeValues: { ':pk': 'WORDS#en' } })
      .rejects(new Error('The table does not answer Amina'))
    for (const name of ['show-withdraw', 'show-start'] as const) {
      log.length = 0
      const { statusCode, body } = await call(name)
      expect(statusCode).toBe(200)
      expect(body).toContain(environment.CONTACT_TELEPHONE)
      expect(log.map((line) => JSON.parse(line))).toMatchObject([{ level: 'error', where: name }])
      expect(log[0]).not.toContain('Amina')
    }
  })
})

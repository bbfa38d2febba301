import { readdirSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  GetSendQuotaCommand,
  ListIdentitiesCommand,
  SESClient,
  SendRawEmailCommand,
  type SendRawEmailCommandInput,
} from '@aws-sdk/client-ses'
import MailComposer from 'nodemailer/lib/mail-composer'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { createAwsEndpoint } from '../../../infra/local/aws-endpoint.ts'
import { createConsole } from '../../../infra/local/console.ts'
import { mailboxSection } from '../../../infra/local/mailbox/pages.ts'
import { createEventPlayer } from '../../../infra/local/mailbox/play-events.ts'
import { createSesApi } from '../../../infra/local/mailbox/ses-api.ts'
import type { SesEvent } from '../../../infra/local/mailbox/ses-events.ts'
import { openMailStore } from '../../../infra/local/mailbox/store.ts'
import { credentials, region, serve, temporaryFolder } from './support.ts'

const unmounted = async () => ({ status: 501, headers: {}, body: '' })

async function start(folder: string, onEvent: (event: SesEvent) => Promise<unknown> = async () => {}) {
  const store = await openMailStore(folder)
  const player = createEventPlayer({ store, onEvent, retryAfterMs: 20 })
  onTestFinished(player.stop)
  const aws = await serve(
    createAwsEndpoint({
      dynamodb: unmounted,
      stepFunctions: unmounted,
      lambda: unmounted,
      ses: createSesApi({ store, onSent: player.play }),
    }),
  )
  const pages = await serve(
    createConsole({ webUrl: 'http://app', awsUrl: aws.url, sections: [mailboxSection(store, player.play)] }),
  )
  const ses = new SESClient({ endpoint: aws.url, region, credentials, maxAttempts: 1 })
  onTestFinished(() => ses.destroy())
  return { store, player, ses, awsUrl: aws.url, pages: pages.url }
}

const mail = {
  from: 'Quality Mark <ccqm@leeds.test>',
  to: 'Zoë <zoe@example.org>',
  subject: 'Your code – <b>Café</b>',
  text: 'Your code is 123456.\nGo to http://127.0.0.1:3000/sign-in?a=1&b=2.',
  html: '<html><head><title>x</title></head><body><p>Your <a href="http://127.0.0.1:3000/sign-in">code</a></p><script>alert(1)</script></body></html>',
}

function compose(options: object = {}): Promise<Buffer> {
  return new MailComposer({ ...mail, ...options }).compile().build()
}

async function send(ses: SESClient, input: Partial<SendRawEmailCommandInput> = {}, options: object = {}) {
  const { MessageId = '' } = await ses.send(
    new SendRawEmailCommand({
      RawMessage: { Data: await compose(options) },
      Source: 'ccqm@leeds.test',
      Destinations: ['zoe@example.org'],
      ...input,
    }),
  )
  return MessageId
}

test('a message is kept as it was sent, with what was said beside it', async () => {
  const folder = temporaryFolder()
  const { ses } = await start(folder)
  const raw = await compose()
  const id = await send(ses, {
    RawMessage: { Data: raw },
    Tags: [
      { Name: 'effect', Value: 'j1.42.0' },
      { Name: 'kind', Value: 'code' },
    ],
  })
  expect(id).toMatch(/^[0-9a-f]{16}-[0-9a-f-]{36}-000000$/)
  expect(readdirSync(folder).sort()).toEqual([`${id}.eml`, `${id}.json`])
  expect(await readFile(join(folder, `${id}.eml`))).toEqual(raw)
  expect(JSON.parse(await readFile(join(folder, `${id}.json`), 'utf8'))).toEqual({
    id,
    source: 'ccqm@leeds.test',
    destinations: ['zoe@example.org'],
    tags: [
      { name: 'effect', value: 'j1.42.0' },
      { name: 'kind', value: 'code' },
    ],
    sentAt: expect.stringMatching(/^\d{4}-.*Z$/),
    acknowledged: true,
  })
})

test('what is not said beside the message is taken from its headers', async () => {
  const { ses, store } = await start(temporaryFolder())
  await ses.send(new SendRawEmailCommand({ RawMessage: { Data: await compose({ cc: 'cc@example.org' }) } }))
  expect(store.list()[0]).toMatchObject({
    source: 'ccqm@leeds.test',
    destinations: ['zoe@example.org', 'cc@example.org'],
  })
})

test.each<[string, Partial<SendRawEmailCommandInput>, object]>([
  ["Missing required header 'To'.", { Destinations: [] }, { to: undefined }],
  ["Missing required header 'From'.", { Source: undefined }, { from: undefined }],
  ["Missing final '@domain'", { Destinations: ['zoe'] }, {}],
  ['Recipient count exceeds 50.', { Destinations: Array.from({ length: 51 }, (_, i) => `a${i}@b.c`) }, {}],
  [
    'Message length is more than 10485760 bytes long',
    { RawMessage: { Data: Buffer.alloc(10_485_761, 97) } },
    {},
  ],
  ['Invalid tag name <a b>', { Tags: [{ Name: 'a b', Value: 'x' }] }, {}],
  ['Invalid tag value <j1#42>', { Tags: [{ Name: 'effect', Value: 'j1#42' }] }, {}],
  ['Invalid tag value', { Tags: [{ Name: 'effect', Value: 'x'.repeat(257) }] }, {}],
])('refused: %s', async (message, input, options) => {
  const folder = temporaryFolder()
  const { ses } = await start(folder)
  await expect(send(ses, input, options)).rejects.toMatchObject({
    name: 'InvalidParameterValue',
    message: expect.stringContaining(message),
  })
  expect(readdirSync(folder)).toEqual([])
})

test('a message of 10 MB passes', async () => {
  const { ses, store } = await start(temporaryFolder())
  await send(ses, { RawMessage: { Data: Buffer.alloc(10_485_760, 0xfb) } })
  expect((await store.raw(store.list()[0]!.id)).length).toBe(10_485_760)
})

test('any other action is refused by name', async () => {
  const { ses } = await start(temporaryFolder())
  await expect(ses.send(new ListIdentitiesCommand({}))).rejects.toMatchObject({
    name: 'InvalidAction',
    message: 'Could not find operation ListIdentities for version 2010-12-01',
  })
})

test('the quota counts what was sent', async () => {
  const { ses } = await start(temporaryFolder())
  await send(ses)
  expect(await ses.send(new GetSendQuotaCommand())).toMatchObject({ SentLast24Hours: 1, MaxSendRate: 14 })
})

test('the event of a sending is played when a configuration set is named', async () => {
  const events: SesEvent[] = []
  const { ses, store } = await start(temporaryFolder(), async (event) => void events.push(event))
  await send(ses)
  const id = await send(ses, {
    ConfigurationSetName: 'quality-mark',
    Tags: [{ Name: 'effect', Value: 'j1.42.0' }],
  })
  await expect.poll(() => store.find(id)?.acknowledged).toBe(true)
  expect(events).toEqual([
    {
      version: '0',
      id: expect.any(String),
      'detail-type': 'Email Sent',
      source: 'aws.ses',
      account: '000000000000',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      region: 'eu-west-2',
      resources: [],
      detail: {
        eventType: 'Send',
        mail: {
          timestamp: store.find(id)?.sentAt,
          source: 'ccqm@leeds.test',
          sendingAccountId: '000000000000',
          messageId: id,
          destination: ['zoe@example.org'],
          headersTruncated: false,
          tags: {
            'ses:operation': ['SendRawEmail'],
            'ses:configuration-set': ['quality-mark'],
            effect: ['j1.42.0'],
          },
        },
        send: {},
      },
    },
  ])
})

test('an event that was not taken comes again', async () => {
  let calls = 0
  const { ses, store } = await start(temporaryFolder(), async () => {
    calls += 1
    if (calls < 3) throw new Error('not now')
  })
  const id = await send(ses, { ConfigurationSetName: 'quality-mark' })
  await expect.poll(() => store.find(id)?.acknowledged).toBe(true)
  expect(calls).toBe(3)
})

test('an event that was not taken before the end is played at the next start', async () => {
  const folder = temporaryFolder()
  const first = await start(folder, () => Promise.reject(new Error('not now')))
  const id = await send(first.ses, { ConfigurationSetName: 'quality-mark' })
  await first.player.stop()

  const events: SesEvent[] = []
  const second = await start(folder, async (event) => void events.push(event))
  expect(second.store.find(id)?.acknowledged).toBe(false)
  second.player.replay()
  await expect.poll(() => second.store.find(id)?.acknowledged).toBe(true)
  expect(events.map(({ detail }) => detail.mail.messageId)).toEqual([id])

  const third = await openMailStore(folder)
  expect(third.find(id)?.acknowledged).toBe(true)
})

describe('what comes back of a message', () => {
  const tagged = { ConfigurationSetName: 'quality-mark', Tags: [{ Name: 'effect', Value: 'j1-42-0' }] }
  const ownPage = { 'Sec-Fetch-Site': 'same-origin' }

  async function gathering(folder = temporaryFolder()) {
    const events: SesEvent[] = []
    return { ...(await start(folder, async (event) => void events.push(event))), events }
  }
  type Gathering = Awaited<ReturnType<typeof gathering>>

  function press({ pages }: Gathering, id: string, type: string, headers: Record<string, string> = ownPage) {
    const body = new URLSearchParams({ type })
    return fetch(`${pages}/mailbox/${id}/events`, { method: 'POST', body, headers, redirect: 'manual' })
  }
  const typesOf = (events: readonly SesEvent[]) => events.map(({ detail }) => detail.eventType)

  test('a bounce is played in the shape of SES, once', async () => {
    const mailbox = await gathering()
    const { ses, events, pages } = mailbox
    const id = await send(ses, { ...tagged, Destinations: ['=?utf-8?q?Zo=C3=AB?= <zoe@example.org>'] })
    const answer = await press(mailbox, id, 'Bounce')
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/mailbox/${id}`])
    await press(mailbox, id, 'Bounce')
    await expect.poll(() => typesOf(events)).toEqual(['Send', 'Bounce'])
    expect(events[1]).toEqual({
      version: '0',
      id: expect.any(String),
      'detail-type': 'Email Bounced',
      source: 'aws.ses',
      account: '000000000000',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      region: 'eu-west-2',
      resources: [],
      detail: {
        eventType: 'Bounce',
        mail: expect.objectContaining({
          messageId: id,
          tags: expect.objectContaining({ effect: ['j1-42-0'], 'ses:configuration-set': ['quality-mark'] }),
        }),
        bounce: {
          bounceType: 'Permanent',
          bounceSubType: 'General',
          bouncedRecipients: [
            {
              emailAddress: 'zoe@example.org',
              action: 'failed',
              status: '5.1.1',
              diagnosticCode: 'smtp; 550 5.1.1 user unknown',
            },
          ],
          timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
          feedbackId: expect.any(String),
          reportingMTA: 'dsn; localhost',
        },
      },
    })
    const shown = await (await fetch(`${pages}/mailbox/${id}`)).text()
    expect(shown).toContain('Send (taken), Bounce (taken)')
    expect(shown).not.toContain('value="Bounce"')
    expect(shown).toContain('value="Complaint"')
  })

  test('a complaint is played in the shape of SES', async () => {
    const mailbox = await gathering()
    const id = await send(mailbox.ses, tagged)
    await press(mailbox, id, 'Complaint')
    await expect.poll(() => typesOf(mailbox.events)).toEqual(['Send', 'Complaint'])
    expect(mailbox.events[1]).toMatchObject({
      'detail-type': 'Email Complaint Received',
      source: 'aws.ses',
      detail: {
        mail: { messageId: id, destination: ['zoe@example.org'], tags: { effect: ['j1-42-0'] } },
        complaint: {
          complainedRecipients: [{ emailAddress: 'zoe@example.org' }],
          complaintFeedbackType: 'abuse',
          complaintSubType: null,
        },
      },
    })
  })

  test('it comes again, after a restart too, as the same event', async () => {
    const folder = temporaryFolder()
    const ids: string[] = []
    const first = await start(folder, async (event) => {
      if (event.detail.eventType === 'Send') return
      ids.push(event.id)
      throw new Error('not now')
    })
    const id = await send(first.ses, tagged)
    await press({ ...first, events: [] }, id, 'Bounce')
    await expect.poll(() => ids.length).toBeGreaterThan(1)
    await first.player.stop()

    const second = await gathering(folder)
    second.player.replay()
    await expect.poll(() => second.store.find(id)?.feedback).toMatchObject([{ type: 'Bounce', taken: true }])
    expect(typesOf(second.events)).toEqual(['Bounce'])
    expect(new Set([...ids, second.events[0]!.id]).size).toBe(1)
  })

  test('what waits to come again comes at once when everything is played anew', async () => {
    const store = await openMailStore(temporaryFolder())
    const onEvent = vi.fn().mockRejectedValueOnce(new Error('not now')).mockResolvedValue(undefined)
    const player = createEventPlayer({ store, onEvent, retryAfterMs: 600_000 })
    onTestFinished(player.stop)
    const message = { source: 'a@b.c', destinations: ['d@e.f'], tags: [], configurationSet: 'quality-mark' }
    const { id } = await store.add(message, Buffer.from('x'))
    player.play(id)
    await expect.poll(() => onEvent.mock.calls.length).toBe(1)
    await expect
      .poll(() => {
        player.replay()
        return store.find(id)?.acknowledged
      })
      .toBe(true)
  })

  test.each([
    ['bounce@simulator.amazonses.com', ['Send', 'Bounce']],
    ['Bounce+label@simulator.amazonses.com', ['Send', 'Bounce']],
    ['A person <complaint@simulator.amazonses.com>', ['Send', 'Complaint']],
    ['success@simulator.amazonses.com', ['Send']],
    ['bounce@simulator.amazonses.com.example.org', ['Send']],
  ])('mail to %s plays %s by itself', async (address, expected) => {
    const { ses, events, store } = await gathering()
    const id = await send(ses, { ...tagged, Destinations: ['zoe@example.org', address] })
    await expect.poll(() => typesOf(events)).toEqual(expected)
    const recipients = store.find(id)?.feedback?.flatMap((each) => each.recipients) ?? []
    expect(recipients).toEqual(expected.length === 1 ? [] : [address.replace(/.*<|>/g, '')])
  })

  test('without a configuration set nothing is told', async () => {
    const mailbox = await gathering()
    const id = await send(mailbox.ses, { Destinations: ['bounce@simulator.amazonses.com'] })
    expect((await press(mailbox, id, 'Bounce')).status).toBe(303)
    expect(mailbox.store.find(id)?.feedback).toBeUndefined()
    const shown = await (await fetch(`${mailbox.pages}/mailbox/${id}`)).text()
    expect(shown).toContain('none: it was sent without a configuration set')
    expect(shown).not.toContain('<form')
    expect(mailbox.events).toEqual([])
  })

  test('only the mailbox’s own form is taken', async () => {
    const mailbox = await gathering()
    const id = await send(mailbox.ses, tagged)
    const { origin } = new URL(mailbox.pages)
    const statusOf = async (...asked: [string, string, Record<string, string>?]) =>
      (await press(mailbox, ...asked)).status
    expect(await statusOf(id, 'Bounce', {})).toBe(403)
    expect(await statusOf(id, 'Bounce', { 'Sec-Fetch-Site': 'cross-site' })).toBe(403)
    expect(await statusOf(id, 'Bounce', { 'Sec-Fetch-Site': 'same-site', Origin: origin })).toBe(403)
    expect(await statusOf(id, 'Bounce', { Origin: 'http://127.0.0.1:1' })).toBe(403)
    expect(await statusOf(id, 'Bounce', { Origin: 'null' })).toBe(403)
    expect(await statusOf(id, 'Open')).toBe(400)
    expect(await statusOf('0000', 'Bounce')).toBe(405)
    expect((await fetch(`${mailbox.pages}/mailbox/${id}/events`)).status).toBe(404)
    expect(mailbox.store.find(id)?.feedback).toBeUndefined()
    expect(await statusOf(id, 'Bounce', { Origin: origin })).toBe(303)
  })
})

test('what a kill left half written is not a message', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'a.eml.tmp'), 'half')
  writeFileSync(join(folder, 'b.eml'), 'its envelope was never written')
  writeFileSync(join(folder, 'b.json.tmp'), '{"id":')
  expect((await openMailStore(folder)).list()).toEqual([])
  expect(readdirSync(folder)).toEqual([])
})

test('the list as JSON is newest first, and can be of one person', async () => {
  const { ses, pages } = await start(temporaryFolder())
  const first = await send(ses, { Tags: [{ Name: 'effect', Value: 'a' }] })
  const second = await send(ses, { Destinations: ['ABC@example.org'] }, { html: undefined })
  const list = (query = '') => fetch(`${pages}/mailbox.json${query}`).then((answer) => answer.json())
  expect(await list()).toEqual([
    expect.objectContaining({ id: second, to: ['ABC@example.org'], html: '', tags: {} }),
    {
      id: first,
      to: ['zoe@example.org'],
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      tags: { effect: 'a' },
      sentAt: expect.any(String),
    },
  ])
  expect(await list('?to=abc@example.org')).toMatchObject([{ id: second }])
  expect(await list('?to=nobody@example.org')).toEqual([])
})

test('the pages show a message without trusting it', async () => {
  const { ses, pages } = await start(temporaryFolder())
  const id = await send(ses)
  const get = async (path: string) => {
    const answer = await fetch(pages + path)
    return { status: answer.status, headers: answer.headers, body: await answer.text() }
  }

  const list = await get('/mailbox')
  expect(list.body).toContain('Your code – &lt;b&gt;Café&lt;/b&gt;')
  expect(list.body).toContain(`href="/mailbox/${id}"`)
  expect(list.headers.get('content-security-policy')).toContain("default-src 'none'")

  const shown = await get(`/mailbox/${id}`)
  expect(shown.body).toContain(`src="/mailbox/${id}/html"`)
  expect(shown.body).not.toContain('alert(1)')

  const bare = await get(`/mailbox/${id}/html`)
  expect(bare.body).toContain('<head><base target="_blank"><title>')
  const policy = bare.headers.get('content-security-policy')
  expect(policy).toMatch(/^sandbox allow-popups /)
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toMatch(/script|allow-same-origin|allow-forms/)

  const text = await get(`/mailbox/${id}/text`)
  expect(text.body).toContain('<a href="http://127.0.0.1:3000/sign-in?a=1&amp;b=2" target="_blank"')
  expect(text.body).toContain('b=2</a>.')

  const source = await get(`/mailbox/${id}/source`)
  expect(source.body).toContain('MIME-Version: 1.0')
  expect(source.body).not.toContain('<script>')

  expect((await get('/mailbox/0000/html')).status).toBe(404)
  expect((await get('/mailbox/..%2f..%2fetc')).status).toBe(404)
})

test('the console is read, and only from this machine', async () => {
  const { pages } = await start(temporaryFolder())
  const home = await (await fetch(pages)).text()
  expect(home).toContain('href="http://app"')
  expect(home).toContain('href="/mailbox"')
  const posted = await fetch(`${pages}/mailbox`, { method: 'POST', body: 'x' })
  expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  expect((await fetch(`${pages}/nowhere`)).status).toBe(404)
  const { port } = new URL(pages)
  expect((await fetch(`http://localhost:${port}/`).catch(() => ({ status: 200 }))).status).toBe(200)
})

test('a name that is made to resolve to this machine reads nothing', async () => {
  const { pages } = await start(temporaryFolder())
  const { get } = await import('node:http')
  const status = await new Promise((resolve) => {
    get(`${pages}/mailbox.json`, { headers: { Host: 'evil.example' } }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    })
  })
  expect(status).toBe(403)
})

test('the AWS address takes nothing from a page in a browser, and names what it does not know', async () => {
  const { awsUrl, store } = await start(temporaryFolder())
  const form = new URLSearchParams({ Action: 'SendRawEmail', Source: 'a@b.c' })
  const answer = await fetch(awsUrl, {
    method: 'POST',
    body: form,
    headers: { Origin: 'http://evil.example' },
  })
  expect(answer.status).toBe(403)
  expect(store.list()).toEqual([])
  const unknown = await fetch(`${awsUrl}/nothing`)
  expect(unknown.status).toBe(404)
  expect(await unknown.text()).toMatch(/^Here are DynamoDB, Step Functions, Lambda .* none of them\.\n$/)
})

// Email by SES: the message that is sent, that nothing can be slipped into its headers, and what its errors mean.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { MessageRejected, SESClient, SESServiceException, SendRawEmailCommand } from '@aws-sdk/client-ses'
import { type AwsClientStub, mockClient } from 'aws-sdk-client-mock'
import { simpleParser } from 'mailparser'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { sesMail } from '../../functions/adapters/ses-mail.ts'

vi.stubEnv('MAIL_FROM', 'CCQM <ccqm@example.org>')
vi.stubEnv('MAIL_CONFIGURATION_SET', 'quality-mark')
vi.stubEnv('CONTACT_ADDRESS', 'help@example.org')
vi.stubEnv('AWS_REGION', 'eu-west-2')
vi.stubEnv('AWS_ACCESS_KEY_ID', 'none')
vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'none')

const email = {
  to: 'amina.hussain@example.org',
  subject: 'Step 2 of 7 is open: Raising Awareness – Zoë 🌍',
  text: 'Hello Zoë,\n\n> a line that is quoted\n\nhttps://mark.example/journeys/h3k9w2m7x5p4t8q1\n',
  html: '<!doctype html>\n<p>Hello <b>Zoë</b> 🌍</p>',
  tag: 'h3k9w2m7x5p4t8q1-2-1',
}

let ses: AwsClientStub<SESClient>

describe('the message', () => {
  beforeEach(() => {
    ses = mockClient(SESClient)
    ses.on(SendRawEmailCommand).resolves({ MessageId: 'x' })
  })
  afterEach(() => ses.restore())

  async function sent(change: Partial<typeof email> = {}) {
    expect(await sesMail().send({ ...email, ...change })).toBe('accepted')
    const { input } = ses.commandCalls(SendRawEmailCommand)[0]!.args[0]
    const raw = Buffer.from(input.RawMessage!.Data!).toString('latin1')
    const [head] = raw.split('\r\n\r\n') as [string]
    const headers = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n')
    return {
      input,
      raw,
      headers,
      names: headers.map((line) => line.split(':')[0]!.toLowerCase()),
      parsed: await simpleParser(raw),
    }
  }

  it('has the same words as plain text and as HTML', async () => {
    const { parsed } = await sent()
    expect(parsed.text).toBe(email.text)
    expect(parsed.html).toBe(email.html)
    expect(parsed.subject).toBe(email.subject)
    expect(parsed.attachments).toEqual([])
  })

  it('is from the mark, to one person, answered to the team, and is known to be automatic', async () => {
    const { parsed, names } = await sent()
    expect(parsed.from!.value).toEqual([{ name: 'CCQM', address: 'ccqm@example.org' }])
    expect(parsed.to).toMatchObject({ value: [{ address: email.to, name: '' }] })
    expect(parsed.replyTo!.value).toMatchObject([{ address: 'help@example.org' }])
    expect(parsed.headers.get('auto-submitted')).toBe('auto-generated')
    expect(parsed.cc).toBeUndefined()
    expect(names).not.toContain('bcc')
    expect(new Set(names).size).toBe(names.length)
    expect(names).toContain('date')
    expect(names).toContain('mime-version')
  })

  it('goes to one destination, under the configuration set, with the effect as its tag', async () => {
    const { input } = await sent()
    const { RawMessage: _, ...rest } = input
    expect(rest).toEqual({
      Destinations: [email.to],
      ConfigurationSetName: 'quality-mark',
      Tags: [{ Name: 'effect', Value: email.tag }],
    })
  })

  it('is seven bits wide, so that no line is changed on its way', async () => {
    const { raw } = await sent({ text: `${'long '.repeat(400)}é\n` })
    expect(raw).toMatch(/^[\t\r\n\x20-\x7e]+$/)
    for (const line of raw.split('\r\n')) expect(line.length).toBeLessThanOrEqual(998)
  })

  // A defect that is known: the composer is not asked for `newline: 'windows'` (RFC 5322, 2.3: no LF by itself).
  it('ends every line with CR and LF', async () => {
    const { raw } = await sent()
    expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  it.each([
    'Congratulations\r\nBcc: everybody@example.org',
    'Congratulations\nBcc: everybody@example.org',
    'Congratulations\rBcc: everybody@example.org',
    'Congratulations\r\n\r\n<p>a body of its own</p>',
    'Congratulations\u0000\u2028Bcc: everybody@example.org',
  ])('has no other header for the subject %j', async (subject) => {
    const { names, parsed } = await sent({ subject })
    expect(names).not.toContain('bcc')
    expect(names.filter((name) => name === 'subject')).toHaveLength(1)
    expect(parsed.bcc).toBeUndefined()
    expect(parsed.text).toBe(email.text)
    expect(parsed.html).toBe(email.html)
  })

  it.each([
    'amina@example.org\r\nBcc: everybody@example.org',
    'amina@example.org\nSubject: something else',
    'amina@example.org\r\n\r\nA body of its own',
  ])('has no other header for the recipient %j', async (to) => {
    const { names, parsed } = await sent({ to }).catch(() => ({ names: [], parsed: undefined }))
    expect(names).not.toContain('bcc')
    expect(names.filter((name) => name === 'subject').length).toBeLessThanOrEqual(1)
    if (parsed) {
      expect(parsed.subject).toBe(email.subject)
      expect(parsed.text).toBe(email.text)
    }
  })
})

describe('an error of SES', () => {
  beforeEach(() => {
    ses = mockClient(SESClient)
  })
  afterEach(() => ses.restore())

  const fault = (name: string, $fault: 'client' | 'server') =>
    new SESServiceException({ name, $fault, message: 'x', $metadata: {} })

  it.each([
    new MessageRejected({ message: 'x', $metadata: {} }),
    fault('Throttling', 'client'),
    fault('AccountSendingPausedException', 'client'),
    fault('InvalidClientTokenId', 'client'),
  ])('in the 400s means that it was surely not sent: $name', async (error) => {
    ses.rejects(error)
    expect(await sesMail().send(email)).toBe('rejected')
  })

  it.each([
    fault('ServiceUnavailable', 'server'),
    fault('InternalFailure', 'server'),
    Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }),
    Object.assign(new Error('x'), { name: 'TimeoutError' }),
    Object.assign(new Error('not of SES'), { $fault: 'client' }),
  ])('that leaves it open throws: $name $message', async (error) => {
    ses.rejects(error)
    await expect(sesMail().send(email)).rejects.toBe(error)
  })
})

describe('over the wire', () => {
  const answers: ((respond: (status: number, code: string) => void, drop: () => void) => void)[] = []
  let requests = 0
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      requests++
      const respond = (status: number, code: string) =>
        response
          .writeHead(status, { 'content-type': 'text/xml' })
          .end(
            `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>x</Message></Error><RequestId>r</RequestId></ErrorResponse>`,
          )
      const answer = answers.shift()
      if (answer) answer(respond, () => request.socket.destroy())
      else
        response
          .writeHead(200, { 'content-type': 'text/xml' })
          .end(
            '<SendRawEmailResponse><SendRawEmailResult><MessageId>m</MessageId></SendRawEmailResult></SendRawEmailResponse>',
          )
    })
  })
  beforeEach(async () => {
    requests = 0
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    vi.stubEnv('AWS_ENDPOINT_URL_SES', `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  })
  afterEach(async () => {
    answers.length = 0
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })

  it('is accepted', async () => {
    expect(await sesMail().send(email)).toBe('accepted')
    expect(requests).toBe(1)
  })

  it('is rejected by an answer in the 400s, also by one that the SDK has no class for', async () => {
    for (const code of ['MessageRejected', 'SomethingNew']) {
      answers.push((respond) => respond(400, code))
      expect(await sesMail().send(email)).toBe('rejected')
    }
    expect(requests).toBe(2)
  })

  // Whether SES took it is not known when the connection breaks, and SES has no idempotency: the ledger decides, not the
  // SDK. A defect that is known: the client tries three times.
  it('is sent once by one call, whatever becomes of the connection', async () => {
    answers.push((_, drop) => drop())
    await expect(sesMail().send(email)).rejects.toThrow()
    expect(requests).toBe(1)
  })

  it('is sent once by one call, though SES fails', async () => {
    answers.push((respond) => respond(503, 'ServiceUnavailable'))
    await expect(sesMail().send(email)).rejects.toThrow()
    expect(requests).toBe(1)
  })
})

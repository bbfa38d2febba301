import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { type ClientRequest, request as httpRequest } from 'node:http'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { verifyPolicy } from '../../../infra/local/s3/signature.ts'
import { browserForm, type FormOptions, formFields, signedLink, withPolicy } from '../../support/s3-signer.ts'
import { bucket, refusalOf, signer, startBucket } from './s3-support.ts'

const key = 'quarantine/j1/f1'
const origin = { Origin: 'http://127.0.0.1:3000' }

type Bucket = Awaited<ReturnType<typeof startBucket>>

function post({ url }: Pick<Bucket, 'url'>, body: FormData): Promise<Response> {
  return fetch(url, { method: 'POST', body, headers: origin, redirect: 'manual' })
}

function fields(options: Partial<FormOptions> = {}): Record<string, string> {
  return formFields(signer, { bucket, key, ...options })
}

afterEach(() => void vi.useRealTimers())

describe('a form that keeps to its policy', () => {
  test('puts its file, and sends the browser back', async () => {
    const s3 = await startBucket()
    const redirect = 'http://127.0.0.1:3000/journeys/j1/files?step=2'
    const answer = await post(s3, browserForm(fields({ redirect }), 'café'))
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(
      `${redirect}&bucket=${bucket}&key=quarantine%2Fj1%2Ff1&etag=%2207117fe4a1ebd544965dc19573183da2%22`,
    )
    expect(s3.s3.list()).toMatchObject([
      { key, size: 5, contentType: 'application/octet-stream', etag: '07117fe4a1ebd544965dc19573183da2' },
    ])
    expect(await s3.content(key)).toEqual(Buffer.from('café'))
  })

  test('of 20 MB arrives whole', async () => {
    const s3 = await startBucket()
    const file = Buffer.alloc(20_000_000, 'a picture')
    const answer = await post(s3, browserForm(fields({ bytes: [1, 20_000_000] }), file))
    expect(answer.status).toBe(204)
    expect((await s3.content(key))?.equals(file)).toBe(true)
  })

  test.each([
    ['200', 200, ''],
    ['204', 204, ''],
    ['404', 204, ''],
    ['201', 201, '<Key>quarantine/j1/f1</Key><ETag>"900150983cd24fb0d6963f7d28e17f72"</ETag></PostResponse>'],
  ])('is answered with the status that it asks for: %s', async (success_action_status, status, end) => {
    const s3 = await startBucket()
    const answer = await post(s3, browserForm(fields({ more: { success_action_status } }), 'abc'))
    expect(answer.status).toBe(status)
    expect(answer.headers.get('etag')).toBe('"900150983cd24fb0d6963f7d28e17f72"')
    expect(answer.headers.get('location')).toBe(`${s3.url}/quarantine%2Fj1%2Ff1`)
    expect((await answer.text()).endsWith(end)).toBe(true)
  })

  test('may have names in any case, fields to be ignored, and anything behind the file', async () => {
    const s3 = await startBucket()
    const { key: name, policy = '', ...rest } = fields()
    const form = browserForm({ KEY: name!, Policy: policy, ...rest, 'x-ignore-this': 'x' }, 'abc')
    form.append('submit', 'Upload')
    form.append('acl', 'public-read')
    expect((await post(s3, form)).status).toBe(204)
    expect(s3.s3.list()).toMatchObject([{ key, contentType: 'application/octet-stream' }])
  })

  test('may leave part of a value open', async () => {
    const s3 = await startBucket()
    const startsWith = (usual: unknown[]) => [...usual.slice(0, 2), ...usual.slice(4), ...open]
    const open = [
      ['starts-with', '$key', 'quarantine/j1/'],
      ['starts-with', '$content-type', 'image/'],
    ]
    const form = (type: string) =>
      browserForm({ ...fields({ conditions: startsWith }), 'Content-Type': type }, 'abc')
    expect((await post(s3, form('image/png,image/gif'))).status).toBe(204)
    expect(await refusalOf(await post(s3, form('image/png,text/html')))).toBe(
      '403 AccessDenied: Invalid according to Policy: Policy Condition failed: ["starts-with", "$content-type", "image/"]',
    )
  })

  test.each([1, 5, 10])('may be as large as it says: %s bytes of 1 to 10', async (size) => {
    const s3 = await startBucket()
    const answer = await post(s3, browserForm(fields({ bytes: [1, 10] }), 'x'.repeat(size)))
    expect(answer.status).toBe(204)
  })

  test('is a virtual-host address’s too', async () => {
    const s3 = await startBucket()
    const url = s3.awsUrl.replace('127.0.0.1', `${bucket}.localhost`)
    const status = await new Promise((resolve, reject) => {
      const { port } = new URL(s3.awsUrl)
      const body = new Response(browserForm(fields(), 'abc'))
      const headers = {
        ...origin,
        'Content-Type': body.headers.get('content-type')!,
        Host: new URL(url).host,
      }
      const asked = httpRequest({ host: '127.0.0.1', port, method: 'POST', path: '/', headers }, (answer) => {
        answer.resume()
        resolve(answer.statusCode)
      }).once('error', reject)
      body.arrayBuffer().then((bytes) => asked.end(Buffer.from(bytes)), reject)
    })
    expect(status).toBe(204)
    expect(s3.s3.list()).toMatchObject([{ key }])
  })

  test('replaces what was there', async () => {
    const s3 = await startBucket()
    for (const content of ['first', 'second']) await post(s3, browserForm(fields(), content))
    expect(s3.s3.list()).toMatchObject([{ key, size: 6 }])
    expect(await s3.content(key)).toEqual(Buffer.from('second'))
  })
})

describe('a form is refused, and nothing put', () => {
  const policy = 'Invalid according to Policy:'
  const without = (name: string) => {
    const { [name]: _, ...rest } = fields()
    return rest
  }

  test.each<[string, Record<string, string>]>([
    [
      `403 AccessDenied: ${policy} Policy Condition failed: ["eq", "$key", "${key}"]`,
      { ...fields(), key: 'x' },
    ],
    [
      `403 AccessDenied: ${policy} Policy Condition failed: ["eq", "$Content-Type", "application/octet-stream"]`,
      { ...fields(), 'Content-Type': 'text/html' },
    ],
    [
      `403 AccessDenied: ${policy} Policy Condition failed: ["eq", "$success_action_redirect", "http://a.test/"]`,
      { ...fields({ redirect: 'http://a.test/' }), success_action_redirect: 'http://b.test/' },
    ],
    [
      `403 AccessDenied: ${policy} Policy Condition failed: ["eq", "$Content-Type", "application/octet-stream"]`,
      without('Content-Type'),
    ],
    [
      `403 AccessDenied: ${policy} Policy Condition failed: ["eq", "$bucket", "another"]`,
      fields({ bucket: 'another' }),
    ],
    [
      `403 AccessDenied: ${policy} Policy Condition failed: ["starts-with", "$x-amz-meta-a", ""]`,
      fields({ conditions: (usual) => [...usual, ['starts-with', '$x-amz-meta-a', '']] }),
    ],
    [
      `403 AccessDenied: ${policy} Policy Condition failed: ["eq", "$bucket", "${bucket}"]`,
      { ...fields(), bucket: 'another' },
    ],
    [`403 AccessDenied: ${policy} Extra input fields: acl`, { ...fields(), acl: 'public-read' }],
    [
      `403 AccessDenied: ${policy} Extra input fields: bucket`,
      fields({ conditions: (usual) => usual.slice(1) }),
    ],
    [`403 AccessDenied: ${policy} Policy expired.`, fields({ at: new Date(Date.now() - 600_000) })],
    ['403 AccessDenied: Access Denied', { key }],
    ['403 AccessDenied: Access Denied', without('policy')],
    [
      "400 InvalidArgument: Bucket POST must contain a field named 'X-Amz-Signature'.  If it is specified, please check the order of the fields.",
      without('x-amz-signature'),
    ],
    [
      "400 InvalidArgument: Bucket POST must contain a field named 'key'.  If it is specified, please check the order of the fields.",
      without('key'),
    ],
    [
      '403 SignatureDoesNotMatch: The request signature we calculated does not match the signature you provided. Check your key and signing method.',
      { ...fields(), 'x-amz-signature': '0'.repeat(64) },
    ],
    [
      '403 SignatureDoesNotMatch: The request signature we calculated does not match the signature you provided. Check your key and signing method.',
      formFields({ ...signer, secretAccessKey: 'another' }, { bucket, key }),
    ],
    [
      '403 InvalidAccessKeyId: The AWS Access Key Id you provided does not exist in our records.',
      formFields({ ...signer, accessKeyId: 'another' }, { bucket, key }),
    ],
    [
      "400 InvalidArgument: the region 'us-east-1' is wrong; expecting 'eu-west-2'",
      formFields({ ...signer, region: 'us-east-1' }, { bucket, key }),
    ],
    [
      '400 InvalidToken: The provided token is malformed or otherwise invalid.',
      formFields({ ...signer, sessionToken: 'token' }, { bucket, key }),
    ],
    ['400 InvalidPolicyDocument: Invalid Policy: Invalid JSON.', withPolicy(signer, fields(), '{')],
    [
      "400 InvalidPolicyDocument: Invalid Policy: Invalid 'expiration' value.",
      withPolicy(signer, fields(), { expiration: 'tomorrow', conditions: [] }),
    ],
    [
      "400 InvalidPolicyDocument: Invalid Policy: Invalid 'conditions.0' value.",
      withPolicy(signer, fields(), { expiration: new Date(), conditions: [['contains', '$key', 'j1']] }),
    ],
    [
      '501 NotImplemented: The S3 of the laptop does not know the form field x-amz-meta-a.',
      fields({ more: { 'x-amz-meta-a': 'x' } }),
    ],
    [
      '501 NotImplemented: The S3 of the laptop does not know the form field tagging.',
      fields({ more: { tagging: '<Tagging/>' } }),
    ],
    ['400 KeyTooLongError: Your key is too long', fields({ key: 'é'.repeat(513) })],
  ])('%s', async (refusal, given) => {
    const s3 = await startBucket()
    expect(await refusalOf(await post(s3, browserForm(given, 'abc')))).toBe(refusal)
    expect(s3.s3.list()).toEqual([])
  })

  test.each([
    ['EntityTooLarge: Your proposed upload exceeds the maximum allowed size', 11],
    ['EntityTooSmall: Your proposed upload is smaller than the minimum allowed size', 4],
    ['EntityTooSmall: Your proposed upload is smaller than the minimum allowed size', 0],
  ])('400 %s', async (refusal, size) => {
    const s3 = await startBucket()
    const answer = await post(s3, browserForm(fields({ bytes: [5, 10] }), 'x'.repeat(size)))
    expect(await refusalOf(answer)).toBe(`400 ${refusal}`)
    expect(s3.s3.list()).toEqual([])
  })

  test('when the moved clock says that it has expired', async () => {
    const s3 = await startBucket()
    const form = browserForm(fields({ expiresInMs: 600_000 }), 'abc')
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 600_000 })
    expect(await refusalOf(await post(s3, form))).toBe(`403 AccessDenied: ${policy} Policy expired.`)
  })

  describe('when it is too large', () => {
    /** Sends so much of a form, whose limit is 10 bytes, and then whatever `more` sends. */
    async function send(s3: Bucket, sizeBytes: number, more: (asked: ClientRequest) => void) {
      const form = new Response(browserForm(fields({ bytes: [1, 10] }), 'x'.repeat(100)))
      const headers = { 'Content-Type': form.headers.get('content-type')! }
      const text = await form.text()
      const [begin = ''] = text.split('x'.repeat(100))
      const asked = httpRequest(s3.url, { method: 'POST', headers })
      const answered = new Promise<number | undefined>((resolve, reject) => {
        asked.once('response', (answer) => resolve(answer.resume().statusCode)).once('error', reject)
      })
      asked.write(begin)
      asked.write(Buffer.alloc(sizeBytes, 'x'))
      more(asked)
      return { asked, answered }
    }

    test('before the whole of it has come', async () => {
      const s3 = await startBucket()
      const { asked, answered } = await send(s3, 100_000, () => {}) // and the rest never
      expect(await answered).toBe(400)
      asked.destroy()
      expect(s3.s3.list()).toEqual([])
    })

    test('and heard to its end by a caller who reads only then', async () => {
      const s3 = await startBucket()
      const { asked, answered } = await send(s3, 30_000_000, (each) => each.end())
      await once(asked, 'finish')
      expect(await answered).toBe(400)
      expect(readdirSync(s3.folder)).toEqual([])
    })

    test('and cut off when it has no end', async () => {
      const s3 = await startBucket()
      const { asked, answered } = await send(s3, 70_000_000, () => {})
      const closed = new Promise<void>((resolve) => {
        asked.on('error', () => {}) // cut off in the middle of writing
        asked.once('close', resolve)
      })
      await Promise.all([answered.catch(() => {}), closed])
      expect(asked.destroyed).toBe(true)
      expect(readdirSync(s3.folder)).toEqual([])
    })
  })

  test('when it is no form, or has no file, or two, or is cut off', async () => {
    const s3 = await startBucket()
    const send = async (body: string | FormData, type?: string) => {
      const headers = { ...(type && { 'Content-Type': type }) }
      return refusalOf(await fetch(s3.url, { method: 'POST', body, headers }))
    }
    const whole = new Response(browserForm(fields(), 'abc'))
    const type = whole.headers.get('content-type')!
    const text = await whole.text()
    expect(await send('key=x', 'text/plain')).toBe(
      '412 PreconditionFailed: At least one of the pre-conditions you specified did not hold',
    )
    expect(await send(text, 'multipart/form-data')).toMatch(/^400 MalformedPOSTRequest: /)
    expect(await send(text.slice(0, -20), type)).toMatch(/^400 MalformedPOSTRequest: /)
    expect(await send(text.slice(0, 300), type)).toMatch(/^400 MalformedPOSTRequest: /)
    const twice = browserForm(fields(), 'abc')
    twice.append('file', new Blob(['def']), 'second')
    const none = new FormData()
    for (const [name, value] of Object.entries(fields())) none.append(name, value)
    for (const form of [twice, none]) {
      expect(await send(form)).toBe('400 InvalidArgument: POST requires exactly one file upload per request.')
    }
    none.append('picture', new Blob(['abc']), 'picture')
    expect(await send(none)).toMatch(/^400 InvalidArgument: POST requires exactly one file/)
    const large = browserForm({ ...fields(), 'x-ignore-this': 'x'.repeat(20_000) }, 'abc')
    expect(await send(large)).toMatch(/^400 MaxPostPreDataLengthExceeded: /)
    expect(s3.s3.list()).toEqual([])
  })
})

describe('a page in a browser', () => {
  const table = { 'X-Amz-Target': 'DynamoDB_20120810.ListTables' }
  test.each<[string, string, RequestInit]>([
    ['asks another service', '/', { method: 'POST', headers: { ...origin, ...table } }],
    ['posts something else to the bucket', `/${bucket}`, { method: 'POST', body: 'x', headers: origin }],
    ['posts a form elsewhere', `/${bucket}/x`, { method: 'POST', body: new FormData(), headers: origin }],
    ['puts', `/${bucket}/x`, { method: 'PUT', body: 'x', headers: origin }],
    [
      'puts with what looks like a signature',
      `/${bucket}/x?X-Amz-Signature=0`,
      { method: 'PUT', headers: origin },
    ],
    ['asks what it may do', `/${bucket}/x`, { method: 'OPTIONS', headers: origin }],
    ['reads without a signature', `/${bucket}/x`, { headers: origin }],
  ])('is refused when it %s', async (_, path, request) => {
    const { awsUrl } = await startBucket()
    const answer = await fetch(`${awsUrl}${path}`, request)
    expect([answer.status, await answer.text()]).toEqual([
      403,
      'This address is not for pages in a browser.\n',
    ])
  })

  test('may read by a link', async () => {
    const s3 = await startBucket()
    await post(s3, browserForm(fields(), 'abc'))
    const answer = await fetch(signedLink(signer, { url: `${s3.url}/${key}` }), { headers: origin })
    expect([answer.status, await answer.text()]).toEqual([200, 'abc'])
  })
})

test('the policy of AWS’s own example has the signature that AWS gives for it', () => {
  const example = {
    accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
    secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    region: 'us-east-1',
  }
  const policy = `{ "expiration": "2015-12-30T12:00:00.000Z",
  "conditions": [
    {"bucket": "sigv4examplebucket"},
    ["starts-with", "$key", "user/user1/"],
    {"acl": "public-read"},
    {"success_action_redirect": "http://sigv4examplebucket.s3.amazonaws.com/successful_upload.html"},
    ["starts-with", "$Content-Type", "image/"],
    {"x-amz-meta-uuid": "14365123651274"},
    {"x-amz-server-side-encryption": "AES256"},
    ["starts-with", "$x-amz-meta-tag", ""],

    {"x-amz-credential": "AKIAIOSFODNN7EXAMPLE/20151229/us-east-1/s3/aws4_request"},
    {"x-amz-algorithm": "AWS4-HMAC-SHA256"},
    {"x-amz-date": "20151229T000000Z" }
  ]
}`.replaceAll('\n', '\r\n')
  const form = (signature: string) =>
    new Map([
      ['policy', Buffer.from(policy).toString('base64')],
      ['x-amz-algorithm', 'AWS4-HMAC-SHA256'],
      ['x-amz-credential', 'AKIAIOSFODNN7EXAMPLE/20151229/us-east-1/s3/aws4_request'],
      ['x-amz-date', '20151229T000000Z'],
      ['x-amz-signature', signature],
    ])
  const given = '8afdbf4008c03f22c2cd3cdb72e4afbb1f6a588f3255ac628749a66d7f09699e'
  expect(() => verifyPolicy(form(given), example)).not.toThrow()
  expect(() => verifyPolicy(form(given.replace('8', '9')), example)).toThrow('does not match')
})

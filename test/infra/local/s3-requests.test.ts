import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type PutObjectCommandInput,
  PutObjectTaggingCommand,
} from '@aws-sdk/client-s3'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { verifyHeader, verifyQuery } from '../../../infra/local/s3/signature.ts'
import { signedHeaders, signedLink } from '../../support/s3-signer.ts'
import { bucket, clientOf, refusalOf, signer, startBucket } from './s3-support.ts'
import { temporaryFolder } from './support.ts'

const Key = 'clean/j1/a b+(é)'
const path = 'clean/j1/a%20b%2B%28%C3%A9%29'
const at = { Bucket: bucket, Key }

afterEach(() => void vi.useRealTimers())

function put(client: ReturnType<typeof clientOf>, input: Partial<PutObjectCommandInput> = {}) {
  return client.send(new PutObjectCommand({ ...at, Body: 'abc', ContentType: 'image/png', ...input }))
}

/** Sends a path as it stands, which fetch would tidy up. */
function raw(awsUrl: string, options: { method: string; path: string; headers?: Record<string, string> }) {
  return new Promise<number | undefined>((resolve, reject) => {
    const asked = httpRequest(awsUrl, options, (answer) => {
      answer.resume()
      answer.once('end', () => resolve(answer.statusCode))
    })
    asked.once('error', reject).end()
  })
}

describe('the SDK', () => {
  test('puts, reads, looks at and deletes an object', async () => {
    const { client } = await startBucket()
    const ETag = '"900150983cd24fb0d6963f7d28e17f72"'
    expect(await put(client)).toMatchObject({ ETag })
    const facts = { ETag, ContentLength: 3, ContentType: 'image/png', LastModified: expect.any(Date) }
    expect(await client.send(new HeadObjectCommand(at))).toMatchObject(facts)
    const { Body, ...read } = await client.send(new GetObjectCommand(at))
    expect([read, await Body?.transformToString()]).toMatchObject([facts, 'abc'])
    expect(await client.send(new GetObjectTaggingCommand(at))).toMatchObject({ TagSet: [] })
    for (const _ of ['once', 'again']) await client.send(new DeleteObjectCommand(at))
    for (const command of [new GetObjectCommand(at), new GetObjectTaggingCommand(at)]) {
      await expect(client.send(command as GetObjectCommand)).rejects.toMatchObject({ name: 'NoSuchKey' })
    }
    await expect(client.send(new HeadObjectCommand(at))).rejects.toMatchObject({ name: 'NotFound' })
  })

  test('puts 5 MB as a stream, and as bytes, and an empty object', async () => {
    const { client, content } = await startBucket()
    const bytes = Buffer.from({ length: 5_000_000 }).map((_, i) => i * 31 + (i >> 8))
    const pieces = Readable.from([bytes.subarray(0, 1), bytes.subarray(1, 100_001), bytes.subarray(100_001)])
    await put(client, { Body: pieces, ContentLength: bytes.length })
    expect((await content(Key))?.equals(bytes)).toBe(true)
    await put(client, { Key: 'clean/bytes', Body: bytes })
    expect((await content('clean/bytes'))?.equals(bytes)).toBe(true)
    await put(client, { Key: 'clean/empty', Body: '' })
    expect(await content('clean/empty')).toEqual(Buffer.alloc(0))
  })

  test.each<[string, (client: ReturnType<typeof clientOf>) => Promise<unknown>]>([
    ['PutObjectTagging', (c) => c.send(new PutObjectTaggingCommand({ ...at, Tagging: { TagSet: [] } }))],
    ['ListObjectsV2', (c) => c.send(new ListObjectsV2Command({ Bucket: bucket }))],
    ['a tag at the putting', (c) => put(c, { Tagging: 'GuardDutyMalwareScanStatus=NO_THREATS_FOUND' })],
    ['metadata', (c) => put(c, { Metadata: { a: 'b' } })],
    ['a public object', (c) => put(c, { ACL: 'public-read' })],
    ['a disposition', (c) => put(c, { ContentDisposition: 'inline' })],
    ['another checksum', (c) => put(c, { ChecksumAlgorithm: 'SHA256' })],
    ['a condition', (c) => put(c, { IfNoneMatch: '*' })],
    ['a range', (c) => c.send(new GetObjectCommand({ ...at, Range: 'bytes=0-1' }))],
    ['a version', (c) => c.send(new GetObjectCommand({ ...at, VersionId: '1' }))],
  ])('is told what is not there: %s', async (_, ask) => {
    const { client, s3 } = await startBucket()
    await expect(ask(client)).rejects.toMatchObject({ name: 'NotImplemented' })
    expect(s3.list()).toEqual([])
  })

  test('is refused with another key, another bucket, or a clock that is wrong', async () => {
    const { awsUrl, client } = await startBucket()
    const wrong = (name: string) => ({ name })
    await expect(put(clientOf(awsUrl, 'another'))).rejects.toMatchObject(wrong('SignatureDoesNotMatch'))
    await expect(put(client, { Bucket: 'another' })).rejects.toMatchObject(wrong('NoSuchBucket'))
    await expect(put(client, { Key: 'x'.repeat(1025) })).rejects.toMatchObject(wrong('KeyTooLongError'))
    client.config.systemClockOffset = 16 * 60 * 1000
    await expect(put(client)).rejects.toMatchObject(wrong('RequestTimeTooSkewed'))
  })

  test.each(['x-amz-checksum-crc32', 'x-amz-meta-a', 'x-amz-content-sha256'])(
    'is refused when somebody has put %s into its request',
    async (name) => {
      const { client, s3 } = await startBucket()
      client.middlewareStack.add(
        (next) => (args) => {
          const { headers } = args.request as { headers: Record<string, string> }
          headers[name] = 'x'
          return next(args)
        },
        { step: 'deserialize', priority: 'low' },
      )
      const refused = name === 'x-amz-meta-a' ? 'AccessDenied' : 'SignatureDoesNotMatch'
      await expect(put(client)).rejects.toMatchObject({ name: refused })
      expect(s3.list()).toEqual([])
    },
  )

  test.each<[string, string, (body: Buffer) => Buffer]>([
    ['another content', 'XAmzContentSHA256Mismatch', () => Buffer.from('abd')],
    ['another streamed content', 'BadDigest', (body) => Buffer.from(body.toString().replace('abc', 'abd'))],
    [
      'a stream without its checksum',
      'BadDigest',
      (body) => Buffer.from(body.toString().replace(/x-amz.*\r\n/, '')),
    ],
    ['a stream that is cut off', 'IncompleteBody', (body) => body.subarray(0, 5)],
    ['a stream with a wrong size', 'IncompleteBody', (body) => Buffer.from(`4${body.toString().slice(1)}`)],
  ])('is refused with %s', async (what, name, change) => {
    const { client, s3 } = await startBucket()
    client.middlewareStack.add(
      (next) => async (args) => {
        const request = args.request as { body: Readable | Buffer; headers: Record<string, string> }
        const sent = what.includes('stream') ? await buffer(request.body as Readable) : Buffer.from('abc')
        request.body = change(sent)
        return next(args)
      },
      { step: 'deserialize', priority: 'low' },
    )
    const Body = what.includes('stream') ? Readable.from([Buffer.from('abc')]) : 'abc'
    await expect(put(client, { Body, ContentLength: 3 })).rejects.toMatchObject({ name })
    expect(s3.list()).toEqual([])
  })
})

describe('a link', () => {
  test('reads an object under the name and type that it gives', async () => {
    const { client, url } = await startBucket()
    await put(client)
    const asked = new URLSearchParams({
      'response-content-disposition': "attachment; filename*=UTF-8''Zo%C3%AB.png",
      'response-content-type': 'application/pdf',
    })
    const link = signedLink(signer, { url: `${url}/${path}?${asked}` })
    const answer = await fetch(link)
    expect(await answer.text()).toBe('abc')
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-disposition': "attachment; filename*=UTF-8''Zo%C3%AB.png",
      'content-type': 'application/pdf',
      'content-length': '3',
      etag: '"900150983cd24fb0d6963f7d28e17f72"',
    })
    const head = await fetch(signedLink(signer, { url: `${url}/${path}`, method: 'HEAD' }), {
      method: 'HEAD',
    })
    expect([head.status, head.headers.get('content-type')]).toEqual([200, 'image/png'])
  })

  test('ends at its moment, by the moved clock', async () => {
    const { client, url } = await startBucket()
    await put(client)
    const link = signedLink(signer, { url: `${url}/${path}`, seconds: 300 })
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 298_000 })
    expect((await fetch(link)).status).toBe(200)
    vi.setSystemTime(Date.now() + 2_000)
    expect(await refusalOf(await fetch(link))).toBe('403 AccessDenied: Request has expired')
  })

  test.each<[string, (url: string) => string, RequestInit?]>([
    ['403 AccessDenied: Access Denied', (url) => url],
    [
      '403 SignatureDoesNotMatch: The request signature',
      (url) => signedLink(signer, { url }).replace('j1', 'j2'),
    ],
    [
      '403 SignatureDoesNotMatch: The request signature',
      (url) => `${signedLink(signer, { url })}&response-content-type=text/html`,
    ],
    [
      '403 SignatureDoesNotMatch: The request signature',
      (url) => signedLink(signer, { url }),
      { method: 'PUT' },
    ],
    [
      '403 SignatureDoesNotMatch: The request signature',
      (url) => signedLink({ ...signer, secretAccessKey: 'another' }, { url }),
    ],
    [
      '403 SignatureDoesNotMatch: The request signature',
      (url) => signedLink(signer, { url }).replace('Expires=60', 'Expires=600'),
    ],
    [
      '403 InvalidAccessKeyId: The AWS Access Key Id',
      (url) => signedLink({ ...signer, accessKeyId: 'another' }, { url }),
    ],
    [
      '400 AuthorizationQueryParametersError: Error parsing the X-Amz-Credential parameter; the region',
      (url) => signedLink({ ...signer, region: 'us-east-1' }, { url }),
    ],
    [
      '400 AuthorizationQueryParametersError: X-Amz-Expires must be',
      (url) => signedLink(signer, { url, seconds: 604_801 }),
    ],
    [
      '403 AccessDenied: Request is not valid yet',
      (url) => signedLink(signer, { url, at: new Date(Date.now() + 16 * 60_000) }),
    ],
    ['400 InvalidToken: ', (url) => signedLink({ ...signer, sessionToken: 'token' }, { url })],
    [
      '403 AccessDenied: There were headers present',
      (url) => signedLink(signer, { url }),
      { headers: { 'x-amz-a': 'b' } },
    ],
    ['501 NotImplemented: ', (url) => signedLink(signer, { url, method: 'PUT' }), { method: 'PUT' }],
    ['501 NotImplemented: ', (url) => signedLink(signer, { url, method: 'DELETE' }), { method: 'DELETE' }],
    ['501 NotImplemented: ', (url) => signedLink(signer, { url: `${url}?tagging=` })],
    ['404 NoSuchKey: ', (url) => signedLink(signer, { url: `${url}x` })],
    ['400 InvalidURI: ', (url) => `${url}%zz`],
  ])('is refused: %s', async (refusal, link, request) => {
    const { client, url, s3 } = await startBucket()
    await put(client)
    expect(await refusalOf(await fetch(link(`${url}/${path}`), request))).toMatch(new RegExp(`^${refusal}`))
    expect(s3.list()).toHaveLength(1)
  })
})

test.each(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS'])('an unsigned %s is refused', async (method) => {
  const { client, url, s3 } = await startBucket()
  await put(client)
  expect((await fetch(`${url}/${path}`, { method })).status).toBe(403)
  expect(s3.list()).toHaveLength(1)
})

test.each([
  '../../../escaped',
  '..',
  '/etc/escaped',
  'a/../../../../escaped',
  '.',
  'C:\\escaped',
  'x'.repeat(1024),
])('a key never leaves the folder: %s', async (name) => {
  const outside = temporaryFolder()
  const folder = join(outside, 'data', 'evidence')
  const { s3, awsUrl, content } = await startBucket({ folder })
  const encoded = name.split('/').map(encodeURIComponent).join('/')
  const headers = signedHeaders(signer, { method: 'PUT', url: `${awsUrl}/${bucket}/`, path: encoded })
  expect(await raw(awsUrl, { method: 'PUT', path: `/${bucket}/${encoded}`, headers })).toBe(200)
  expect(s3.list()).toMatchObject([{ key: name }])
  expect(await content(name)).toEqual(Buffer.alloc(0))
  const files = readdirSync(outside, { recursive: true, encoding: 'utf8' }).sort()
  expect(files.map((file) => file.replace(/[0-9a-f]{16}/, 'id'))).toEqual([
    'data',
    'data/evidence',
    'data/evidence/id.content',
    'data/evidence/id.json',
  ])
})

test.each(['a%00b', 'a%0Ab'])('a key with a control character is refused: %s', async (name) => {
  const { s3, awsUrl } = await startBucket()
  const headers = signedHeaders(signer, { method: 'PUT', url: `${awsUrl}/${bucket}/`, path: name })
  expect(await raw(awsUrl, { method: 'PUT', path: `/${bucket}/${name}`, headers })).toBe(501)
  expect(s3.list()).toEqual([])
})

describe('AWS’s own examples have the signatures that AWS gives for them', () => {
  const example = {
    accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
    secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    region: 'us-east-1',
  }
  const host = 'examplebucket.s3.amazonaws.com'

  test('a link', () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2013-05-24T12:00:00Z') })
    const at = new Date('2013-05-24T00:00:00Z')
    const link = new URL(signedLink(example, { url: `https://${host}/test.txt`, seconds: 86_400, at }))
    const query = [...link.searchParams]
    expect(query.at(-1)).toEqual([
      'X-Amz-Signature',
      'aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
    ])
    const asked = { method: 'GET', path: '/test.txt', query, headers: { host } }
    expect(() => verifyQuery(asked, example)).not.toThrow()
  })

  test('a request', () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2013-05-24T00:10:00Z') })
    const given = 'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41'
    const asked = (signature: string) => ({
      method: 'GET',
      path: '/test.txt',
      query: [],
      headers: {
        host,
        range: 'bytes=0-9',
        'x-amz-content-sha256': createHash('sha256').update('').digest('hex'),
        'x-amz-date': '20130524T000000Z',
        authorization:
          'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,' +
          `SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,Signature=${signature}`,
      },
    })
    expect(() => verifyHeader(asked(given), example)).not.toThrow()
    expect(() => verifyHeader(asked(given.replace('f', 'e')), example)).toThrow('does not match')
  })
})

// What we rely on of S3. Runs on the laptop's own, and on any that AWS_ENDPOINT_URL_S3 and EVIDENCE_BUCKET name.
import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserForm, type FormOptions, formFields, signedLink } from '../support/s3-signer.ts'
import { type Endpoint, s3Endpoint } from './s3-endpoint.ts'

let endpoint: Endpoint
let client: S3Client
const used = new Set<string>()

beforeAll(async () => {
  endpoint = await s3Endpoint()
  const { url, signer } = endpoint
  const quiet = () => {} // it warns of streams, which cannot be sent again
  client = new S3Client({
    endpoint: url,
    region: signer.region,
    credentials: signer,
    forcePathStyle: true,
    logger: { debug: quiet, info: quiet, warn: quiet, error: quiet },
  })
})

afterAll(async () => {
  for (const Key of used) await client.send(new DeleteObjectCommand({ Bucket: endpoint.bucket, Key }))
  client.destroy()
  await endpoint.stop()
})

/** A key of this test alone, in no folder that anything watches. */
function freshKey(): string {
  const key = `contract/${randomUUID()}/file`
  used.add(key)
  return key
}

const of = (Key: string) => ({ Bucket: endpoint.bucket, Key })
const address = (key: string) => `${endpoint.bucketUrl}/${key}`

async function put(key: string, Body: string | Buffer | Readable, ContentLength?: number): Promise<void> {
  await client.send(new PutObjectCommand({ ...of(key), Body, ContentLength, ContentType: 'image/png' }))
}

function fieldsFor(key: string, options: Partial<FormOptions> = {}): Record<string, string> {
  return formFields(endpoint.signer, { bucket: endpoint.bucket, key, bytes: [3, 10], ...options })
}

function post(fields: Record<string, string>, file: string): Promise<Response> {
  const body = browserForm(fields, file)
  const headers = { Origin: 'https://mark.example' }
  return fetch(endpoint.bucketUrl, { method: 'POST', body, headers, redirect: 'manual' })
}

async function codeOf(answer: Response): Promise<string> {
  return `${answer.status} ${/<Code>(.*?)<\/Code>/.exec(await answer.text())?.[1]}`
}

async function isThere(key: string): Promise<boolean> {
  const answer = await fetch(signedLink(endpoint.signer, { url: address(key) }))
  await answer.text()
  return answer.ok
}

describe('a form upload', () => {
  test('is put under the type that its field names, and goes back with bucket, key and etag', async () => {
    const key = freshKey()
    const answer = await post(fieldsFor(key, { redirect: 'https://mark.example/next?a=b' }), 'abc')
    expect(answer.status).toBe(303)
    const location = new URL(answer.headers.get('location') ?? '')
    expect(`${location.origin}${location.pathname}`).toBe('https://mark.example/next')
    expect(Object.fromEntries(location.searchParams)).toEqual({
      a: 'b',
      bucket: endpoint.bucket,
      key,
      etag: '"900150983cd24fb0d6963f7d28e17f72"',
    })
    const read = await client.send(new GetObjectCommand(of(key)))
    expect([read.ContentType, await read.Body?.transformToString()]).toEqual([
      'application/octet-stream',
      'abc',
    ])
  })

  test.each([3, 10])('may have each end of its range: %s bytes', async (size) => {
    const key = freshKey()
    expect((await post(fieldsFor(key), 'x'.repeat(size))).status).toBe(204)
    expect(await isThere(key)).toBe(true)
  })

  test.each<[string, string, (key: string) => [Record<string, string>, string]]>([
    ['too large', '400 EntityTooLarge', (key) => [fieldsFor(key), 'x'.repeat(11)]],
    ['too small', '400 EntityTooSmall', (key) => [fieldsFor(key), 'xx']],
    ['of no file', '400 EntityTooSmall', (key) => [fieldsFor(key), '']],
    ['of another key', '403 AccessDenied', (key) => [{ ...fieldsFor(`${key}2`), key }, 'abc']],
    ['of another bucket', '403 AccessDenied', (key) => [fieldsFor(key, { bucket: 'another' }), 'abc']],
    [
      'of another type',
      '403 AccessDenied',
      (key) => [{ ...fieldsFor(key), 'Content-Type': 'text/html' }, 'abc'],
    ],
    [
      'that goes back elsewhere',
      '403 AccessDenied',
      (key) => [
        {
          ...fieldsFor(key, { redirect: 'https://mark.example/' }),
          success_action_redirect: 'https://evil.example/',
        },
        'abc',
      ],
    ],
    [
      'with a field more',
      '403 AccessDenied',
      (key) => [{ ...fieldsFor(key), 'x-amz-meta-more': 'x' }, 'abc'],
    ],
    [
      'whose time is over',
      '403 AccessDenied',
      (key) => [fieldsFor(key, { at: new Date(Date.now() - 60_000), expiresInMs: 30_000 }), 'abc'],
    ],
    [
      'with another policy',
      '403 SignatureDoesNotMatch',
      (key) => [{ ...fieldsFor(key), policy: fieldsFor(key, { bytes: [0, 99] }).policy! }, 'abc'],
    ],
    [
      'with another secret',
      '403 SignatureDoesNotMatch',
      (key) => [
        formFields({ ...endpoint.signer, secretAccessKey: 'x' }, { bucket: endpoint.bucket, key }),
        'abc',
      ],
    ],
    ['without a policy', '403 AccessDenied', (key) => [{ key }, 'abc']],
  ])('%s is refused: %s', async (_, refusal, form) => {
    const key = freshKey()
    expect(await codeOf(await post(...form(key)))).toBe(refusal)
    expect(await isThere(key)).toBe(false)
  })
})

describe('a link', () => {
  test('gives the object under the name and type that it is signed with', async () => {
    const key = freshKey()
    await put(key, 'abc')
    const disposition = "attachment; filename*=UTF-8''Zo%C3%AB%20%281%29.png"
    const asked = new URLSearchParams({
      'response-content-disposition': disposition,
      'response-content-type': 'application/pdf',
    })
    const answer = await fetch(signedLink(endpoint.signer, { url: `${address(key)}?${asked}` }))
    expect(await answer.text()).toBe('abc')
    expect(answer.headers.get('content-disposition')).toBe(disposition)
    expect(answer.headers.get('content-type')).toBe('application/pdf')
  })

  test.each<[string, string, (url: string) => string]>([
    ['unsigned', '403 AccessDenied', (url) => url],
    [
      'over',
      '403 AccessDenied',
      (url) => signedLink(endpoint.signer, { url, seconds: 30, at: new Date(Date.now() - 60_000) }),
    ],
    [
      'made longer',
      '403 SignatureDoesNotMatch',
      (url) => signedLink(endpoint.signer, { url }).replace('Expires=60', 'Expires=61'),
    ],
    [
      'given another type',
      '403 SignatureDoesNotMatch',
      (url) => `${signedLink(endpoint.signer, { url })}&response-content-type=text%2Fhtml`,
    ],
  ])('that is %s is refused: %s', async (_, refusal, link) => {
    const key = freshKey()
    await put(key, 'abc')
    expect(await codeOf(await fetch(link(address(key))))).toBe(refusal)
  })
})

describe('the SDK', () => {
  test('puts bytes and streams, and tells what is there', async () => {
    const [bytesKey, streamKey] = [freshKey(), freshKey()]
    const bytes = Buffer.alloc(5_000_000, 'a picture')
    await put(bytesKey, bytes)
    await put(streamKey, Readable.from([bytes.subarray(0, 70_000), bytes.subarray(70_000)]), bytes.length)
    for (const key of [bytesKey, streamKey]) {
      const head = await client.send(new HeadObjectCommand(of(key)))
      expect(head).toMatchObject({ ContentLength: bytes.length, ContentType: 'image/png' })
      const { Body, ETag } = await client.send(new GetObjectCommand(of(key)))
      expect(ETag).toBe(head.ETag)
      expect(bytes.equals((await Body?.transformToByteArray()) ?? Buffer.alloc(0))).toBe(true)
    }
  })

  test('reads what was put last', async () => {
    const key = freshKey()
    for (const content of ['first', 'second']) await put(key, content)
    const { Body } = await client.send(new GetObjectCommand(of(key)))
    expect(await Body?.transformToString()).toBe('second')
  })

  test('finds no tags where nobody has set any', async () => {
    const key = freshKey()
    await put(key, 'abc')
    expect((await client.send(new GetObjectTaggingCommand(of(key)))).TagSet).toEqual([])
  })

  test('deletes twice, and then finds nothing', async () => {
    const key = freshKey()
    await put(key, 'abc')
    for (const _ of ['once', 'again']) await client.send(new DeleteObjectCommand(of(key)))
    // Who may not list a bucket is not told what is not in it.
    const missing = expect.stringMatching(/^(NoSuchKey|NotFound|AccessDenied|403|Forbidden)$/)
    await expect(client.send(new GetObjectCommand(of(key)))).rejects.toMatchObject({ name: missing })
    await expect(client.send(new HeadObjectCommand(of(key)))).rejects.toMatchObject({ name: missing })
    await expect(client.send(new GetObjectTaggingCommand(of(key)))).rejects.toMatchObject({ name: missing })
  })
})

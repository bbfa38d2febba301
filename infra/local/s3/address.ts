// What of the bucket a request is about, and whether it is for S3 at all.
import type { IncomingMessage } from 'node:http'
import { notImplemented, S3Error } from './error.ts'

export type Asked = Pick<IncomingMessage, 'method' | 'url' | 'headers'>

export type Address = {
  /** As it came, without the query. */
  path: string
  query: readonly (readonly [name: string, value: string])[]
  /** Empty for the service itself. */
  bucket: string
  /** Empty for the bucket itself. */
  key: string
}

const keyLimitBytes = 1024
const inS3Scope = /\/s3\/aws4_request\b/

export function isForS3({ url = '/', headers }: Asked, bucket: string): boolean {
  const path = pathOf(url)
  return (
    path === `/${bucket}` ||
    path.startsWith(`/${bucket}/`) ||
    isHostOf(bucket, headers.host) ||
    inS3Scope.test(headers.authorization ?? '') ||
    /X-Amz-Credential=[^&]*%2Fs3%2Faws4_request/i.test(url)
  )
}

/**
 * What a browser sends to the bucket in the name of a page: a form with its policy, and a link with its signature.
 * That either is right is checked later.
 */
export function mayComeFromPage({ method, url = '/', headers }: Asked, bucket: string): boolean {
  if (method === 'GET') return /[?&]X-Amz-Signature=/.test(url)
  const path = pathOf(url).replace(/\/$/, '')
  const toBucket = isHostOf(bucket, headers.host) ? path === '' : path === `/${bucket}`
  return method === 'POST' && toBucket && isFormUpload({ headers })
}

export function isFormUpload({ headers }: Pick<Asked, 'headers'>): boolean {
  return /^multipart\/form-data\b/i.test(headers['content-type'] ?? '')
}

/** Throws InvalidURI. Both `/bucket/key` and `bucket.host/key` are understood. */
export function readAddress({ url = '/', headers }: Asked, ownBucket: string): Address {
  const path = pathOf(url)
  const query = readQuery(url.slice(path.length + 1))
  if (isHostOf(ownBucket, headers.host)) {
    return { path, query, bucket: ownBucket, key: decode(path.slice(1)) }
  }
  const [, bucket = '', key = ''] = /^\/([^/]*)\/?(.*)$/s.exec(path) ?? []
  return { path, query, bucket: decode(bucket), key: decode(key) }
}

/** Throws unless an object may have this key. */
export function checkKey(key: string): void {
  const size = Buffer.byteLength(key)
  if (size > keyLimitBytes) {
    throw new S3Error('KeyTooLongError', 'Your key is too long', {
      Size: size,
      MaxSizeAllowed: keyLimitBytes,
    })
  }
  // XML has no place for them.
  if (/\p{Cc}/u.test(key)) throw notImplemented('keys with control characters')
}

export function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new S3Error('InvalidURI', "Couldn't parse the specified URI.")
  }
}

function readQuery(text: string): [string, string][] {
  const pairs = text.split('&').filter((pair) => pair !== '')
  return pairs.map((pair) => {
    const [name = '', ...value] = pair.replaceAll('+', ' ').split('=')
    return [decode(name), decode(value.join('='))]
  })
}

function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? ''
}

function isHostOf(bucket: string, host = ''): boolean {
  return host.startsWith(`${bucket}.`)
}

// What a signed request may ask for: one object's content, head, tags, putting and deleting.
import type { IncomingMessage } from 'node:http'
import { escapeXml } from '../xml.ts'
import { type Address, checkKey } from './address.ts'
import type { S3Answer } from './answer.ts'
import { invalidArgument, notImplemented, S3Error } from './error.ts'
import { putContent } from './put-body.ts'
import { accessDenied, type Keys, verifyHeader, verifyQuery } from './signature.ts'
import type { ObjectFacts, ObjectStore, Put } from './store.ts'

const xmlType = { 'Content-Type': 'application/xml' }

/** Parameters that say nothing about what is asked for. */
const ofSigning = /^(x-id$|X-Amz-)/
const overrides: Readonly<Record<string, string>> = {
  'response-content-type': 'Content-Type',
  'response-content-language': 'Content-Language',
  'response-expires': 'Expires',
  'response-cache-control': 'Cache-Control',
  'response-content-disposition': 'Content-Disposition',
  'response-content-encoding': 'Content-Encoding',
}

/** Headers that would have an effect on S3, and have none here. */
const withoutEffectHere =
  /^(range|if-.*|cache-control|content-disposition|content-encoding|content-language|expires|x-amz-.*)$/
const understood =
  /^x-amz-(date|content-sha256|decoded-content-length|trailer|user-agent|security-token|sdk-checksum-algorithm|checksum-crc32|checksum-mode)$/

/** Throws an S3Error. */
export async function answerSigned(parts: {
  request: IncomingMessage
  address: Address
  bucket: string
  keys: Keys
  store: Pick<ObjectStore, 'find' | 'open' | 'remove'>
  put: (facts: Omit<ObjectFacts, 'announced'>, content: AsyncIterable<Uint8Array>) => Promise<Put>
}): Promise<S3Answer> {
  const { request, address, bucket, keys, store, put } = parts
  const { method = 'GET', headers } = request
  const { key, query } = address
  const isLink = verify({ ...address, method, headers }, keys)
  if (address.bucket !== bucket && address.bucket !== '') {
    throw new S3Error('NoSuchBucket', 'The specified bucket does not exist', { BucketName: address.bucket })
  }
  const names = query
    .map(([name]) => name)
    .filter((name) => !ofSigning.test(name) && !Object.hasOwn(overrides, name))
  const operation = [method, ...names].join(' ')
  const known = isLink ? ['GET', 'HEAD'] : ['GET', 'HEAD', 'GET tagging', 'PUT', 'DELETE']
  if (key === '' || !known.includes(operation)) {
    throw notImplemented(
      `${operation}${key === '' ? ' without a key' : ''}${isLink ? ' by a signed link' : ''}`,
    )
  }
  const header = Object.keys(headers).find((name) => hasNoEffectHere(name, headers[name]))
  if (!isLink && header !== undefined) throw notImplemented(`the header ${header}`)
  checkKey(key)
  const asked = askedHeaders(query)
  switch (operation) {
    case 'PUT': {
      const contentType = headers['content-type'] ?? 'binary/octet-stream'
      const { etag } = await put({ key, contentType }, putContent(request))
      return { status: 200, headers: { ETag: `"${etag}"` } }
    }
    case 'DELETE':
      await store.remove(key)
      return { status: 204 }
    case 'HEAD': {
      const object = store.find(key)
      if (!object) throw noSuchKey(key)
      return { status: 200, headers: { ...headersOf(object), ...asked } }
    }
    case 'GET tagging': {
      const object = store.find(key)
      if (!object) throw noSuchKey(key)
      return { status: 200, headers: xmlType, body: taggingXml(object) }
    }
    default: {
      const opened = await store.open(key)
      if (!opened) throw noSuchKey(key)
      return { status: 200, headers: { ...headersOf(opened.object), ...asked }, body: opened.file }
    }
  }
}

/** Whether it is signed as a link is. */
function verify(request: Parameters<typeof verifyHeader>[0], keys: Keys): boolean {
  const isLink = request.query.some(([name]) => name === 'X-Amz-Signature')
  if (request.headers.authorization === undefined && !isLink) throw accessDenied()
  if (request.headers.authorization !== undefined && isLink) {
    throw new S3Error('InvalidArgument', 'Only one auth mechanism allowed')
  }
  if (isLink) verifyQuery(request, keys)
  else verifyHeader(request, keys)
  return isLink
}

function hasNoEffectHere(name: string, value: string | string[] | undefined): boolean {
  if (name === 'content-encoding') return value !== 'aws-chunked'
  return withoutEffectHere.test(name) && !understood.test(name)
}

/** What a link wants to be told in place of what is stored. */
function askedHeaders(query: Address['query']): Record<string, string> {
  const asked: Record<string, string> = {}
  for (const [name, value] of query) {
    const header = overrides[name]
    if (header === undefined) continue
    if (/[^\t\x20-\x7e]/.test(value)) throw invalidArgument('Header value cannot be represented.', name)
    asked[header] = value
  }
  return asked
}

function headersOf({ etag, size, contentType, modifiedAt, tags }: Put): Record<string, string> {
  const tagCount = Object.keys(tags).length
  return {
    ETag: `"${etag}"`,
    'Last-Modified': new Date(modifiedAt).toUTCString(),
    'Content-Type': contentType,
    'Content-Length': String(size),
    ...(tagCount > 0 && { 'x-amz-tagging-count': String(tagCount) }),
  }
}

function taggingXml({ tags }: Put): string {
  const inside = Object.entries(tags)
    .map(([name, value]) => `<Tag><Key>${escapeXml(name)}</Key><Value>${escapeXml(value)}</Value></Tag>`)
    .join('')
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<Tagging xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><TagSet>${inside}</TagSet></Tagging>`
  )
}

function noSuchKey(key: string): S3Error {
  return new S3Error('NoSuchKey', 'The specified key does not exist.', { Key: key })
}

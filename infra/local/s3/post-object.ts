// A form upload from a browser: signed, held against its policy, put.
import type { IncomingMessage } from 'node:http'
import { escapeXml } from '../xml.ts'
import { checkKey, isFormUpload } from './address.ts'
import type { S3Answer } from './answer.ts'
import { notImplemented, S3Error } from './error.ts'
import { checkPolicy, type SizeRange } from './policy.ts'
import { readForm } from './read-form.ts'
import { type Keys, missingField, verifyPolicy } from './signature.ts'
import type { ObjectFacts, Put } from './store.ts'

/** Fields that would have an effect on S3. */
const withoutEffectHere =
  /^(acl|tagging|redirect|cache-control|content-disposition|content-encoding|content-md5|expires|x-amz-(?!algorithm$|credential$|date$|signature$|security-token$).*)$/

/** Throws an S3Error, and has put nothing then. */
export async function postObject(parts: {
  request: IncomingMessage
  bucket: string
  keys: Keys
  put: (facts: Omit<ObjectFacts, 'announced'>, content: AsyncIterable<Uint8Array>) => Promise<Put>
}): Promise<S3Answer> {
  const { request, bucket, keys, put } = parts
  if (!isFormUpload(request)) {
    throw new S3Error('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold', {
      Condition: 'Bucket POST must be of the enclosure-type multipart/form-data',
    })
  }
  const { fields, file } = await readForm(request)
  const key = fields.get('key')
  if (key === undefined) throw missingField('key')
  verifyPolicy(fields, keys)
  const range = checkPolicy(fields.get('policy') ?? '', fields, bucket)
  const unknown = [...fields.keys()].find((name) => withoutEffectHere.test(name))
  if (unknown !== undefined) throw notImplemented(`the form field ${unknown}`)
  if (key.includes('${filename}')) throw notImplemented('keys made of the file’s name')
  if (key === '') throw new S3Error('InvalidArgument', 'User key must have a length greater than 0.')
  checkKey(key)
  const contentType = fields.get('content-type') ?? 'binary/octet-stream'
  if (/[^\x20-\x7e]/.test(contentType)) throw notImplemented('a Content-Type with such signs')
  const object = await put({ key, contentType }, within(file, range))
  const here = `http://${request.headers.host}${(request.url ?? '').replace(/\/?(\?.*)?$/, '')}`
  return answerTo(fields, object, { bucket, location: `${here}/${encodeURIComponent(key)}` })
}

async function* within(
  file: AsyncIterable<Buffer>,
  { minBytes, maxBytes }: SizeRange,
): AsyncGenerator<Buffer> {
  let size = 0
  for await (const chunk of file) {
    size += chunk.length
    if (size > maxBytes) {
      // What is told is what had come by then: nobody waits for the rest of what is too large.
      throw new S3Error('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size', {
        ProposedSize: size,
        MaxSizeAllowed: maxBytes,
      })
    }
    yield chunk
  }
  if (size < minBytes) {
    throw new S3Error('EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size', {
      ProposedSize: size,
      MinSizeAllowed: minBytes,
    })
  }
}

function answerTo(
  fields: ReadonlyMap<string, string>,
  object: Put,
  { bucket, location }: { bucket: string; location: string },
): S3Answer {
  const etag = `"${object.etag}"`
  const redirect = URL.parse(fields.get('success_action_redirect') ?? '')
  if (redirect && /^https?:$/.test(redirect.protocol)) {
    const added = new URLSearchParams({ bucket, key: object.key, etag })
    redirect.search = redirect.search === '' ? `?${added}` : `${redirect.search}&${added}`
    return { status: 303, headers: { ETag: etag, Location: redirect.href } }
  }
  const headers = { ETag: etag, Location: location }
  switch (fields.get('success_action_status')) {
    case '200':
      return { status: 200, headers }
    case '201':
      return {
        status: 201,
        headers: { ...headers, 'Content-Type': 'application/xml' },
        body:
          `<?xml version="1.0" encoding="UTF-8"?>\n<PostResponse><Location>${escapeXml(location)}</Location>` +
          `<Bucket>${escapeXml(bucket)}</Bucket><Key>${escapeXml(object.key)}</Key><ETag>${etag}</ETag></PostResponse>`,
      }
    default:
      return { status: 204, headers }
  }
}

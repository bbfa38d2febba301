// AWS Signature Version 4 by node:crypto: the SDK's presigner would add 300 KB to a page's bundle for a few HMACs.
import { createHash, createHmac } from 'node:crypto'
import * as z from 'zod/mini'

export interface Signer {
  readonly keyId: string
  readonly secret: string
  /** Lambda's credentials are temporary; those of the laptop have none. */
  readonly sessionToken: string | undefined
  readonly region: string
}

const Text = z.string().check(z.minLength(1))

/** As Lambda gives them to each function: what is signed can do no more than the function's own role. */
export const signerVariables = {
  AWS_ACCESS_KEY_ID: Text,
  AWS_SECRET_ACCESS_KEY: Text,
  AWS_SESSION_TOKEN: z.optional(z.string()),
  AWS_REGION: Text,
}

export function signerFrom(variables: {
  readonly AWS_ACCESS_KEY_ID: string
  readonly AWS_SECRET_ACCESS_KEY: string
  readonly AWS_SESSION_TOKEN?: string | undefined
  readonly AWS_REGION: string
}): Signer {
  return {
    keyId: variables.AWS_ACCESS_KEY_ID,
    secret: variables.AWS_SECRET_ACCESS_KEY,
    sessionToken: variables.AWS_SESSION_TOKEN || undefined,
    region: variables.AWS_REGION,
  }
}

export const algorithm = 'AWS4-HMAC-SHA256'

/** 20270104T100000Z */
export function amzDate(now: Date): string {
  return now.toISOString().replace(/[-:]|\.\d+/g, '')
}

export function scopeOf({ region }: Pick<Signer, 'region'>, date: string): string {
  return `${date.slice(0, 8)}/${region}/s3/aws4_request`
}

export function sign(
  { secret, region }: Pick<Signer, 'secret' | 'region'>,
  date: string,
  text: string,
): string {
  const key = [date.slice(0, 8), region, 's3', 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${secret}`)
  return hmac(key, text).toString('hex')
}

/** The address with its signature, for a GET within so many seconds of `now`. */
export function presignedGet(
  from: Signer,
  address: string,
  query: Readonly<Record<string, string>>,
  now: Date,
  seconds: number,
): string {
  const url = new URL(address)
  const date = amzDate(now)
  const all = {
    ...query,
    'X-Amz-Algorithm': algorithm,
    'X-Amz-Credential': `${from.keyId}/${scopeOf(from, date)}`,
    'X-Amz-Date': date,
    'X-Amz-Expires': String(seconds),
    ...(from.sessionToken && { 'X-Amz-Security-Token': from.sessionToken }),
    'X-Amz-SignedHeaders': 'host',
  }
  const canonicalQuery = Object.entries(all)
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .toSorted()
    .join('&')
  const request = ['GET', url.pathname, canonicalQuery, `host:${url.host}`, '', 'host', 'UNSIGNED-PAYLOAD']
  const hash = createHash('sha256').update(request.join('\n')).digest('hex')
  const signature = sign(from, date, [algorithm, date, scopeOf(from, date), hash].join('\n'))
  return `${url.origin}${url.pathname}?${canonicalQuery}&X-Amz-Signature=${signature}`
}

/** RFC 3986: encodeURIComponent leaves five characters that AWS wants encoded. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}

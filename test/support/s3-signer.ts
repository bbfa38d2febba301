// Signs what a browser sends to S3, by AWS's description alone: it knows nothing of the code under test.
import { createHash, createHmac } from 'node:crypto'

export type Signer = { accessKeyId: string; secretAccessKey: string; sessionToken?: string; region: string }

export type FormOptions = {
  bucket: string
  key: string
  /** The range that the policy allows. */
  bytes?: readonly [number, number]
  redirect?: string
  expiresInMs?: number
  /** When it is signed. */
  at?: Date
  /** In place of the policy's conditions, which are given. */
  conditions?: (usual: unknown[]) => unknown[]
  /** Conditions and fields besides. */
  more?: Readonly<Record<string, string>>
}

/** The fields of a form with a policy that names each of them exactly. */
export function formFields(signer: Signer, options: FormOptions): Record<string, string> {
  const { bucket, key, bytes = [1, 1000], redirect, expiresInMs = 600_000, at = new Date(), more } = options
  const stamp = stampOf(at)
  const fields: Record<string, string> = {
    key,
    'Content-Type': 'application/octet-stream',
    ...(redirect && { success_action_redirect: redirect }),
    'x-amz-algorithm': 'AWS4-HMAC-SHA256',
    'x-amz-credential': `${signer.accessKeyId}/${scopeOf(stamp, signer)}`,
    'x-amz-date': stamp,
    ...(signer.sessionToken && { 'x-amz-security-token': signer.sessionToken }),
    ...more,
  }
  const usual: unknown[] = [
    { bucket },
    ['content-length-range', ...bytes],
    ...Object.entries(fields).map(([name, value]) => ({ [name]: value })),
  ]
  return withPolicy(signer, fields, {
    expiration: new Date(at.getTime() + expiresInMs).toISOString(),
    conditions: options.conditions?.(usual) ?? usual,
  })
}

/** The fields, with a policy and its signature. */
export function withPolicy(
  signer: Signer,
  fields: Record<string, string>,
  policy: unknown,
): Record<string, string> {
  const text = typeof policy === 'string' ? policy : JSON.stringify(policy)
  const base64 = Buffer.from(text).toString('base64')
  const signature = signText(signer, fields['x-amz-date'] ?? stampOf(new Date()), base64)
  return { ...fields, policy: base64, 'x-amz-signature': signature }
}

/** A browser's form: the fields in order, the file last. */
export function browserForm(fields: Record<string, string>, file: string | Buffer<ArrayBuffer>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', new Blob([file], { type: 'image/png' }), 'Zoë’s picture.png')
  return form
}

/** A link that works for so long. `url` may have a query. */
export function signedLink(
  signer: Signer,
  options: { url: string; method?: string; seconds?: number; at?: Date },
): string {
  const { method = 'GET', seconds = 60, at = new Date() } = options
  const url = new URL(options.url)
  const stamp = stampOf(at)
  const query = [
    ...url.searchParams,
    ['X-Amz-Algorithm', 'AWS4-HMAC-SHA256'],
    ['X-Amz-Credential', `${signer.accessKeyId}/${scopeOf(stamp, signer)}`],
    ['X-Amz-Date', stamp],
    ['X-Amz-Expires', String(seconds)],
    ...(signer.sessionToken ? [['X-Amz-Security-Token', signer.sessionToken]] : []),
    ['X-Amz-SignedHeaders', 'host'],
  ]
  const sorted = query.map((pair) => pair.map(percent).join('=')).sort()
  const canonical = [
    method,
    url.pathname,
    sorted.join('&'),
    `host:${url.host}`,
    '',
    'host',
    'UNSIGNED-PAYLOAD',
  ]
  const hash = createHash('sha256').update(canonical.join('\n')).digest('hex')
  const signature = signText(
    signer,
    stamp,
    ['AWS4-HMAC-SHA256', stamp, scopeOf(stamp, signer), hash].join('\n'),
  )
  return `${url.origin}${url.pathname}?${sorted.join('&')}&X-Amz-Signature=${signature}`
}

/** Of a request without a body. `path` follows the URL as it stands: an URL would tidy it up. */
export function signedHeaders(
  signer: Signer,
  options: { method: string; url: string; path: string },
): Record<string, string> {
  const stamp = stampOf(new Date())
  const { host, pathname } = new URL(options.url)
  const empty = createHash('sha256').update('').digest('hex')
  const signed = 'host;x-amz-content-sha256;x-amz-date'
  const canonical = [
    options.method,
    `${pathname}${options.path}`,
    '',
    `host:${host}`,
    `x-amz-content-sha256:${empty}`,
    `x-amz-date:${stamp}`,
    '',
    signed,
    empty,
  ]
  const hash = createHash('sha256').update(canonical.join('\n')).digest('hex')
  const text = ['AWS4-HMAC-SHA256', stamp, scopeOf(stamp, signer), hash].join('\n')
  return {
    'x-amz-content-sha256': empty,
    'x-amz-date': stamp,
    authorization:
      `AWS4-HMAC-SHA256 Credential=${signer.accessKeyId}/${scopeOf(stamp, signer)}, ` +
      `SignedHeaders=${signed}, Signature=${signText(signer, stamp, text)}`,
  }
}

function signText(signer: Signer, stamp: string, text: string): string {
  let key: string | Buffer = `AWS4${signer.secretAccessKey}`
  for (const part of scopeOf(stamp, signer).split('/')) key = createHmac('sha256', key).update(part).digest()
  return createHmac('sha256', key).update(text).digest('hex')
}

function scopeOf(stamp: string, { region }: Signer): string {
  return `${stamp.slice(0, 8)}/${region}/s3/aws4_request`
}

function stampOf(at: Date): string {
  return `${at.toISOString().replaceAll(/[:-]/g, '').slice(0, 15)}Z`
}

function percent(text: string): string {
  return [...Buffer.from(text)]
    .map((byte) => String.fromCharCode(byte))
    .map((sign) =>
      /[A-Za-z0-9._~-]/.test(sign)
        ? sign
        : `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
    )
    .join('')
}

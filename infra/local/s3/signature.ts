// Signature Version 4: of a request by its header, of a link by its query, of a form by its policy.
import { createHash, createHmac } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { type Address, decode } from './address.ts'
import { invalidArgument, S3Error } from './error.ts'

export type Keys = { accessKeyId: string; secretAccessKey: string; region: string }

export type SignedRequest = Pick<Address, 'path' | 'query'> & { method: string; headers: IncomingHttpHeaders }

const algorithm = 'AWS4-HMAC-SHA256'
const longestSkewMs = 15 * 60 * 1000
const longestLinkSeconds = 7 * 24 * 60 * 60

/** Throws an S3Error unless the Authorization header is right, now. */
export function verifyHeader(request: SignedRequest, keys: Keys): void {
  const { headers } = request
  const authorization = headers.authorization ?? ''
  if (!authorization.startsWith(`${algorithm} `)) {
    throw invalidArgument('Unsupported Authorization Type', 'Authorization', authorization.split(' ')[0])
  }
  const [, credential = '', signedHeaders = '', signature = ''] =
    /^\S+ Credential=([^,\s]+), *SignedHeaders=([^,\s]+), *Signature=([0-9a-f]+)$/.exec(authorization) ?? []
  const malformed = (message: string) =>
    new S3Error('AuthorizationHeaderMalformed', `The authorization header is malformed; ${message}`)
  const day = checkCredential(credential, keys, malformed)
  checkToken(headers['x-amz-security-token'])
  const at = oneValue(headers['x-amz-date'])
  const date = readDate(at)
  if (!date || !at.startsWith(day)) throw malformed('the date in the credential is not that of x-amz-date.')
  if (Math.abs(date.getTime() - Date.now()) > longestSkewMs) {
    const message = 'The difference between the request time and the current time is too large.'
    const ServerTime = new Date().toISOString()
    throw new S3Error('RequestTimeTooSkewed', message, { RequestTime: at, ServerTime })
  }
  const payloadHash = oneValue(headers['x-amz-content-sha256'])
  if (payloadHash === '') {
    throw new S3Error('InvalidRequest', 'Missing required header for this request: x-amz-content-sha256')
  }
  checkSignature({ request, query: request.query, signedHeaders, payloadHash, at, day, signature, keys })
}

/** Throws an S3Error unless the link's signature is right, and the link still good. */
export function verifyQuery(request: SignedRequest, keys: Keys): void {
  const of = (name: string) => request.query.find(([each]) => each === name)?.[1] ?? ''
  const wrong = (message: string) => new S3Error('AuthorizationQueryParametersError', message)
  const names = ['Algorithm', 'Credential', 'Signature', 'Date', 'SignedHeaders', 'Expires']
  if (names.some((name) => of(`X-Amz-${name}`) === '')) {
    throw wrong(
      `Query-string authentication version 4 requires the ${names.map((name) => `X-Amz-${name}`).join(', ')} parameters.`,
    )
  }
  if (of('X-Amz-Algorithm') !== algorithm) throw wrong(`X-Amz-Algorithm only supports "${algorithm}"`)
  const day = checkCredential(of('X-Amz-Credential'), keys, (message) =>
    wrong(`Error parsing the X-Amz-Credential parameter; ${message}`),
  )
  checkToken(of('X-Amz-Security-Token') || undefined)
  const at = of('X-Amz-Date')
  const date = readDate(at)
  if (!date || !at.startsWith(day))
    throw wrong('X-Amz-Date must be in the format "yyyyMMddTHHmmssZ", of the credential’s day')
  const seconds = /^\d{1,7}$/.test(of('X-Amz-Expires')) ? Number(of('X-Amz-Expires')) : Number.NaN
  if (!(seconds > 0 && seconds <= longestLinkSeconds)) {
    throw wrong(`X-Amz-Expires must be a number of seconds from 1 to ${longestLinkSeconds}`)
  }
  const expires = new Date(date.getTime() + seconds * 1000)
  if (date.getTime() - Date.now() > longestSkewMs)
    throw new S3Error('AccessDenied', 'Request is not valid yet')
  if (expires.getTime() <= Date.now()) {
    throw new S3Error('AccessDenied', 'Request has expired', {
      'X-Amz-Expires': seconds,
      Expires: expires.toISOString(),
      ServerTime: new Date().toISOString(),
    })
  }
  const query = request.query.filter(([name]) => name !== 'X-Amz-Signature')
  const [signedHeaders, signature] = [of('X-Amz-SignedHeaders'), of('X-Amz-Signature')]
  checkSignature({ request, query, signedHeaders, payloadHash: 'UNSIGNED-PAYLOAD', at, day, signature, keys })
}

/** The policy is signed as it stands in the form, so it is not read before. Field names are in small letters. */
export function verifyPolicy(fields: ReadonlyMap<string, string>, keys: Keys): void {
  const of = (name: string) => fields.get(name.toLowerCase()) ?? ''
  const names = ['X-Amz-Algorithm', 'X-Amz-Credential', 'X-Amz-Date', 'X-Amz-Signature']
  if (of('policy') === '' || names.every((name) => of(name) === '')) throw accessDenied()
  for (const name of names) if (of(name) === '') throw missingField(name)
  if (of('X-Amz-Algorithm') !== algorithm) {
    throw invalidArgument(
      `X-Amz-Algorithm only supports "${algorithm}"`,
      'X-Amz-Algorithm',
      of('X-Amz-Algorithm'),
    )
  }
  const credential = of('X-Amz-Credential')
  const day = checkCredential(credential, keys, (message) =>
    invalidArgument(message, 'X-Amz-Credential', credential),
  )
  checkToken(fields.get('x-amz-security-token'))
  const at = of('X-Amz-Date')
  if (!readDate(at) || !at.startsWith(day)) {
    throw invalidArgument('X-Amz-Date must be formated via ISO8601 Long format', 'X-Amz-Date', at)
  }
  const signature = of('X-Amz-Signature')
  if (signatureOf(of('policy'), day, keys) !== signature) throw doesNotMatch(keys, of('policy'), signature)
}

export function accessDenied(): S3Error {
  return new S3Error('AccessDenied', 'Access Denied')
}

export function missingField(name: string): S3Error {
  const message = `Bucket POST must contain a field named '${name}'.  If it is specified, please check the order of the fields.`
  return invalidArgument(message, name)
}

/** Gives the day of its scope. */
function checkCredential(credential: string, keys: Keys, wrong: (message: string) => S3Error): string {
  const [, id = '', day = '', region, service] =
    /^(.+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request$/.exec(credential) ?? []
  if (day === '') {
    throw wrong('the Credential is mal-formed; expecting "<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request".')
  }
  if (region !== keys.region) throw wrong(`the region '${region}' is wrong; expecting '${keys.region}'`)
  if (service !== 's3') throw wrong(`incorrect service "${service}". This endpoint belongs to "s3".`)
  if (id !== keys.accessKeyId) {
    const message = 'The AWS Access Key Id you provided does not exist in our records.'
    throw new S3Error('InvalidAccessKeyId', message, { AWSAccessKeyId: id })
  }
  return day
}

// The laptop's keys are no session's.
function checkToken(token: string | string[] | undefined): void {
  if (token !== undefined) {
    throw new S3Error('InvalidToken', 'The provided token is malformed or otherwise invalid.')
  }
}

function checkSignature(parts: {
  request: SignedRequest
  query: SignedRequest['query']
  signedHeaders: string
  payloadHash: string
  at: string
  day: string
  signature: string
  keys: Keys
}): void {
  const { request, query, signedHeaders, payloadHash, at, day, signature, keys } = parts
  const signed = signedHeaders.split(';')
  const unsigned = ['host', ...Object.keys(request.headers).filter((name) => name.startsWith('x-amz-'))]
    .filter((name) => !signed.includes(name))
    .join(', ')
  if (unsigned !== '') {
    const message = 'There were headers present in the request which were not signed'
    throw new S3Error('AccessDenied', message, { HeadersNotSigned: unsigned })
  }
  const canonicalRequest = [
    request.method,
    request.path.split('/').map(decode).map(encode).join('/'),
    query
      .map(([name, value]) => `${encode(name)}=${encode(value)}`)
      .sort((a, b) => (a < b ? -1 : 1))
      .join('&'),
    ...signed.map((name) => `${name}:${oneValue(request.headers[name]).trim().replaceAll(/ +/g, ' ')}`),
    '',
    signedHeaders,
    payloadHash,
  ].join('\n')
  const hashed = createHash('sha256').update(canonicalRequest).digest('hex')
  const toSign = [algorithm, at, `${day}/${keys.region}/s3/aws4_request`, hashed].join('\n')
  if (signatureOf(toSign, day, keys) !== signature)
    throw doesNotMatch(keys, toSign, signature, canonicalRequest)
}

function signatureOf(toSign: string, day: string, { secretAccessKey, region }: Keys): string {
  const key = [day, region, 's3', 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${secretAccessKey}`)
  return hmac(key, toSign).toString('hex')
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}

function doesNotMatch(keys: Keys, toSign: string, signature: string, canonicalRequest?: string): S3Error {
  const message =
    'The request signature we calculated does not match the signature you provided. Check your key and signing method.'
  return new S3Error('SignatureDoesNotMatch', message, {
    AWSAccessKeyId: keys.accessKeyId,
    StringToSign: toSign,
    SignatureProvided: signature,
    ...(canonicalRequest !== undefined && { CanonicalRequest: canonicalRequest }),
  })
}

function encode(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

function oneValue(header: string | string[] | undefined): string {
  return [header ?? ''].flat().join(',')
}

/** As SigV4 writes it: 20261126T090000Z. */
function readDate(text: string): Date | undefined {
  const iso = text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z')
  const date = new Date(iso)
  return iso === text || Number.isNaN(date.getTime()) ? undefined : date
}

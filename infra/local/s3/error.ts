// What S3 refuses: its code, its status, its message, and what else its XML tells.
import { escapeXml } from '../xml.ts'

const statuses = {
  AccessDenied: 403,
  AuthorizationHeaderMalformed: 400,
  AuthorizationQueryParametersError: 400,
  BadDigest: 400,
  EntityTooLarge: 400,
  EntityTooSmall: 400,
  IncompleteBody: 400,
  InternalError: 500,
  InvalidAccessKeyId: 403,
  InvalidArgument: 400,
  InvalidPolicyDocument: 400,
  InvalidRequest: 400,
  InvalidToken: 400,
  InvalidURI: 400,
  KeyTooLongError: 400,
  MalformedPOSTRequest: 400,
  MaxPostPreDataLengthExceeded: 400,
  NoSuchBucket: 404,
  NoSuchKey: 404,
  NotImplemented: 501,
  PreconditionFailed: 412,
  RequestTimeTooSkewed: 403,
  SignatureDoesNotMatch: 403,
  XAmzContentSHA256Mismatch: 400,
} as const

type S3ErrorCode = keyof typeof statuses

export class S3Error extends Error {
  override readonly name = 'S3Error'
  readonly code: S3ErrorCode
  /** More elements of its XML, in order. */
  readonly details: Readonly<Record<string, string | number>>

  constructor(code: S3ErrorCode, message: string, details: S3Error['details'] = {}) {
    super(message)
    this.code = code
    this.details = details
  }

  get status(): number {
    return statuses[this.code]
  }
}

export function invalidArgument(message: string, name: string, value = ''): S3Error {
  return new S3Error('InvalidArgument', message, { ArgumentName: name, ArgumentValue: value })
}

export function notImplemented(what: string): S3Error {
  return new S3Error('NotImplemented', `The S3 of the laptop does not know ${what}.`)
}

export function errorXml({ code, message, details }: S3Error, requestId: string): string {
  const elements = Object.entries({ Code: code, Message: message, ...details, RequestId: requestId })
  const inside = elements.map(([name, value]) => `<${name}>${escapeXml(String(value))}</${name}>`).join('')
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Error>${inside}</Error>`
}

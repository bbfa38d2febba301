// The body of a form: read strictly, so that what no page of ours sends is refused with a page that says so.
import type { FormBody } from '../../events/forms.ts'
import type { WebRequest } from '../../events/web-request.ts'
import { PageError } from './page-error.ts'

/** A text within its limit of words can be long: a letter of Urdu or Bengali travels as six to nine bytes. */
const maxBytes = 2 * 1024 * 1024

/** Throws a PageError (400) for a body that is too large or not a form. */
export function formBody(request: WebRequest): FormBody {
  const type = (request.headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase()
  if (type !== 'application/x-www-form-urlencoded') throw new PageError(400, 'not-a-form')
  const bytes = bytesOf(request)
  const values = new Map<string, string[]>()
  const text = bytes.toString('latin1')
  // A browser writes everything beyond ASCII as %XX.
  if (/[^\x20-\x7e]/.test(text)) throw new PageError(400, 'not-a-form')
  for (const pair of text.split('&')) {
    if (pair === '') continue
    const [name, value] = splitOnce(pair, '=').map(decode) as [string, string]
    add(values, name, value)
  }
  return Object.fromEntries(values)
}

/**
 * Undefined unless the body is multipart/form-data, which RFC 8058 prefers for one-click unsubscribing; only fields of text
 * are read. Our own pages never send it.
 */
export function multipartBody(request: WebRequest): FormBody | undefined {
  const type = request.headers['content-type'] ?? ''
  const boundary = /^multipart\/form-data\s*;.*?\bboundary="?([^";]{1,70})"?/i.exec(type)?.[1]
  if (boundary === undefined) return undefined
  const values = new Map<string, string[]>()
  for (const part of bytesOf(request).toString('utf8').split(`--${boundary}`)) {
    const [head, value] = splitOnce(part.replaceAll('\r\n', '\n'), '\n\n')
    const name = /^content-disposition:.*;\s*name="([^"\n]*)"/im.exec(head)?.[1]
    if (name !== undefined) add(values, name, value.replace(/\n$/, ''))
  }
  return Object.fromEntries(values)
}

function add(values: Map<string, string[]>, name: string, value: string): void {
  const before = values.get(name)
  if (before) before.push(value)
  else values.set(name, [value])
}

function bytesOf(request: WebRequest): Buffer {
  const bytes = Buffer.from(request.body ?? '', request.isBase64Encoded ? 'base64' : 'utf8')
  if (bytes.length > maxBytes) throw new PageError(400, 'too-large')
  return bytes
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator)
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + separator.length)]
}

/** Where a byte is no text stands a replacement character: the field that it is in refuses it, and keeps the other answers. */
function decode(text: string): string {
  const spaced = text.replaceAll('+', ' ')
  try {
    return decodeURIComponent(spaced)
  } catch {
    return spaced.replace(/(?:%[0-9a-f]{2})+/gi, (run) =>
      Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'),
    )
  }
}

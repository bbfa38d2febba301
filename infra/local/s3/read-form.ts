// Reads a form upload: the fields before the file, and the file as it comes.
import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import busboy from 'busboy'
import { invalidArgument, S3Error } from './error.ts'

export type Form = {
  /** By their names in small letters. What follows the file is not among them. */
  fields: ReadonlyMap<string, string>
  /** To be read once. Throws an S3Error if the form turns out to be broken, at the latest at its end. */
  file: AsyncIterable<Buffer>
}

const fieldsLimitBytes = 20_480

/** Resolves when the file begins. Throws an S3Error if there is no form, or no file in it. */
export function readForm(request: IncomingMessage): Promise<Form> {
  const begun = Promise.withResolvers<Form>()
  const whole = Promise.withResolvers<void>()
  whole.promise.catch(() => {}) // whoever reads the file is told
  const fields = new Map<string, string>()
  let leftBytes = fieldsLimitBytes
  let hasFile = false
  const parser = openParser(request)

  function fail(error: unknown): void {
    begun.reject(error)
    whole.reject(error)
    request.unpipe(parser)
    parser.destroy()
  }

  function takeFile(content: Readable): void {
    hasFile = true
    begun.resolve({ fields, file: wholeFile(content, whole.promise) })
  }

  parser.on('field', (name, value, { valueTruncated }) => {
    if (hasFile) return
    leftBytes -= name.length + Buffer.byteLength(value)
    const field = name.toLowerCase()
    // S3 knows the file by the field's name alone: what comes without a file name is one too.
    if (valueTruncated || leftBytes < 0) fail(tooMuchBeforeFile())
    else if (field === 'file') takeFile(Readable.from([Buffer.from(value)]))
    else if (fields.has(field)) fail(invalidArgument('The form has this field twice.', name, value))
    else fields.set(field, value)
  })
  parser.on('file', (name, content) => {
    content.on('error', () => {}) // told by the reading of it, if anybody reads
    const isFile = name.toLowerCase() === 'file'
    if (isFile && !hasFile) return takeFile(content)
    content.resume()
    if (isFile || !hasFile) fail(exactlyOneFile(isFile ? 2 : 0))
  })
  parser.on('error', () => fail(malformed()))
  parser.once('close', () => (hasFile ? whole.resolve() : fail(exactlyOneFile(0))))
  request.once('close', () => {
    if (!request.complete) fail(new Error('The caller hung up in the middle of its form'))
  })
  request.pipe(parser)
  return begun.promise
}

function openParser(request: IncomingMessage): busboy.Busboy {
  try {
    return busboy({
      headers: request.headers,
      defParamCharset: 'utf8',
      limits: { fieldSize: fieldsLimitBytes, fieldNameSize: 1024 },
    })
  } catch {
    throw malformed()
  }
}

async function* wholeFile(content: Readable, whole: Promise<void>): AsyncGenerator<Buffer> {
  try {
    yield* content as AsyncIterable<Buffer>
  } catch (error) {
    await whole // the better reason
    throw error
  }
  await whole
}

function exactlyOneFile(count: number): S3Error {
  return invalidArgument('POST requires exactly one file upload per request.', 'file', String(count))
}

function malformed(): S3Error {
  return new S3Error(
    'MalformedPOSTRequest',
    'The body of your POST request is not well-formed multipart/form-data.',
  )
}

function tooMuchBeforeFile(): S3Error {
  const message = 'Your POST request fields preceding the upload file were too large.'
  return new S3Error('MaxPostPreDataLengthExceeded', message, { MaxPostPreDataLengthBytes: fieldsLimitBytes })
}

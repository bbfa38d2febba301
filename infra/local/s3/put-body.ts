// The content of a PutObject, as the SDK sends it: plain, or in aws-chunked pieces with a checksum behind.
import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { crc32 } from 'node:zlib'
import { notImplemented, S3Error } from './error.ts'

const streaming = 'STREAMING-UNSIGNED-PAYLOAD-TRAILER'
const crc32Name = 'x-amz-checksum-crc32'

/** Throws an S3Error, at the latest at the end of the content, if it is not what the headers promise. */
export async function* putContent(request: IncomingMessage): AsyncGenerator<Buffer> {
  const header = (name: string) => String(request.headers[name] ?? '')
  const promised = header('x-amz-content-sha256')
  const isStreaming = promised === streaming
  if (promised.startsWith('STREAMING-') && !isStreaming) throw notImplemented(`the payload ${promised}`)
  if (isStreaming && header('x-amz-trailer') !== crc32Name) {
    throw notImplemented(`the trailer ${header('x-amz-trailer') || 'that is none'}`)
  }
  // The request has to outlive a refusal, which is its answer.
  const source = request.iterator({ destroyOnReturn: false }) as AsyncIterableIterator<Buffer>
  const pieces = isStreaming ? unchunked(source) : source
  const hashes = { sha256: createHash('sha256'), md5: createHash('md5') }
  let checksum = 0
  let size = 0
  let trailers: Trailers | undefined
  try {
    for (;;) {
      const piece = await pieces.next()
      if (piece.done) {
        trailers = piece.value as Trailers | undefined
        break
      }
      checksum = crc32(piece.value, checksum)
      size += piece.value.length
      hashes.sha256.update(piece.value)
      hashes.md5.update(piece.value)
      yield piece.value
    }
  } finally {
    await source.return?.()
  }
  if (isStreaming && header('x-amz-decoded-content-length') !== String(size)) throw incomplete()
  if (/^[0-9a-f]{64}$/.test(promised) && hashes.sha256.digest('hex') !== promised) {
    const message = "The provided 'x-amz-content-sha256' header does not match what was computed."
    throw new S3Error('XAmzContentSHA256Mismatch', message)
  }
  const told = isStreaming ? (trailers?.get(crc32Name) ?? '') : header(crc32Name)
  if ((isStreaming || told !== '') && told !== base64Of(checksum)) {
    throw new S3Error('BadDigest', 'The CRC32 you specified did not match the calculated checksum.')
  }
  const md5 = header('content-md5')
  if (md5 !== '' && md5 !== hashes.md5.digest('base64')) {
    throw new S3Error('BadDigest', 'The Content-MD5 you specified did not match what we received.')
  }
}

type Trailers = ReadonlyMap<string, string>

/** Each chunk is a line with its size in hexadecimal, its bytes, and a line end; after one of size 0 come the trailers. */
async function* unchunked(source: AsyncIterator<Buffer>): AsyncGenerator<Buffer, Trailers> {
  let held: Buffer = Buffer.alloc(0)

  async function more(): Promise<void> {
    const { done, value } = await source.next()
    if (done) throw incomplete()
    held = held.length === 0 ? value : Buffer.concat([held, value])
  }

  async function line(): Promise<string> {
    for (let end = held.indexOf('\r\n'); ; end = held.indexOf('\r\n')) {
      if (end >= 0) {
        const text = held.toString('latin1', 0, end)
        held = held.subarray(end + 2)
        return text
      }
      if (held.length > 4096) throw incomplete()
      await more()
    }
  }

  for (;;) {
    const [, digits] = /^([0-9a-f]{1,8})$/i.exec(await line()) ?? []
    if (digits === undefined) throw incomplete()
    let left = Number.parseInt(digits, 16)
    if (left === 0) break
    while (left > 0) {
      if (held.length === 0) await more()
      const piece = held.subarray(0, left)
      held = held.subarray(piece.length)
      left -= piece.length
      yield piece
    }
    if ((await line()) !== '') throw incomplete()
  }
  const trailers = new Map<string, string>()
  for (let text = await line(); text !== ''; text = await line()) {
    const [name = '', value = ''] = text.split(/:(.*)/s)
    trailers.set(name.trim().toLowerCase(), value.trim())
  }
  return trailers
}

function base64Of(checksum: number): string {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(checksum)
  return bytes.toString('base64')
}

function incomplete(): S3Error {
  const message = 'You did not provide the number of bytes specified by the Content-Length HTTP header'
  return new S3Error('IncompleteBody', message)
}

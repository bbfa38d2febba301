// Reads the body of a request up to a limit.
import type { IncomingMessage } from 'node:http'

/** Undefined if the body is larger; the rest of it is read and thrown away, so that an answer gets through. */
export function readBody(request: IncomingMessage, limitBytes: number): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= limitBytes) {
        chunks.push(chunk)
      } else {
        chunks.length = 0
        resolve(undefined)
      }
    })
    request.once('end', () => resolve(size <= limitBytes ? Buffer.concat(chunks, size) : undefined))
    request.once('error', reject)
  })
}

// What S3 answers, and how it is sent: an answer can have a file behind it, and a request more than anybody wants.
import type { FileHandle } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'

export type S3Answer = {
  status: number
  headers?: Readonly<Record<string, string>>
  body?: string | FileHandle
  /** Called once the answer is on its way: what on AWS another service would then begin. */
  afterSent?: () => void
}

/** A caller who still sends reads its refusal only later; with more than this left to come it is cut off. */
const readOnBytes = 64 * 1024 * 1024

export async function sendAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers = {}, body = '', afterSent }: S3Answer,
): Promise<void> {
  if (typeof body === 'string') {
    const withoutBody = status === 204 || request.method === 'HEAD'
    response.writeHead(status, {
      ...(!withoutBody && { 'Content-Length': Buffer.byteLength(body) }),
      ...headers,
    })
    response.end(withoutBody ? '' : body)
  } else {
    response.writeHead(status, headers)
    // Fails if the caller has gone, and closes the file then too.
    await pipeline(body.createReadStream(), response).catch(() => response.destroy())
  }
  if (afterSent) setImmediate(afterSent)
  await discardRest(request)
}

async function discardRest(request: IncomingMessage): Promise<void> {
  request.unpipe()
  let size = 0
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > readOnBytes) break
    }
    if (size > readOnBytes) request.destroy()
  } catch {
    // The caller has gone, which is as well.
  }
}

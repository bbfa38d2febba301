// Opens an HTTP server on 127.0.0.1 that tells the moved time.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Refusal } from './refusal.ts'

// Imported, it would load all of Node's other HTTP client with it.
const { createServer } = process.getBuiltinModule('node:http')

export type Listening = { port: number; url: string; close: () => Promise<void> }

const closingGraceMs = 2_000

/** `face` names the server in the refusal of a port in use. Port 0 takes a free one. */
export async function listen(options: {
  face: string
  port: number
  onRequest: (request: IncomingMessage, response: ServerResponse) => Promise<void>
}): Promise<Listening> {
  const server = createServer((request, response) => {
    // Node's own Date header is the unmoved time, with which the AWS SDK would "correct" its clock.
    response.sendDate = false
    response.setHeader('Date', new Date().toUTCString())
    options.onRequest(request, response).catch((error: unknown) => fail(request, response, error))
  })
  // Longer than the SDK keeps an idle connection, or it would now and then write into one just closed.
  server.keepAliveTimeout = 65_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(refusalOf(error, options)))
    server.listen(options.port, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        const impatience = setTimeout(() => server.closeAllConnections(), closingGraceMs)
        server.close(() => {
          clearTimeout(impatience)
          resolve()
        })
      }),
  }
}

function fail(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  if (request.destroyed && !request.complete) return // the caller hung up in the middle of its request
  console.error(`${request.method} on port ${request.socket.localPort} failed:`, error)
  if (response.headersSent) response.destroy()
  else response.writeHead(500).end()
}

function refusalOf(error: NodeJS.ErrnoException, { face, port }: { face: string; port: number }): Error {
  if (error.code === 'EADDRINUSE') {
    return new Refusal(
      `Port ${port} (for ${face}) is in use: stop what uses it, or choose other ports with PORT ` +
        '(it and the next two are taken).',
    )
  }
  if (error.code === 'EACCES') {
    return new Refusal(`Port ${port} (for ${face}) is not allowed to you: choose a PORT of 1024 or more.`)
  }
  return error
}

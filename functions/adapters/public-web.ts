// One request to the public internet: the name is looked up, every address checked, and the connection made to one that was.
import { lookup } from 'node:dns/promises'
import type { IncomingMessage } from 'node:http'
import { connect, isIP, isIPv4, type Socket } from 'node:net'
import { pipeline, type Readable } from 'node:stream'
import { connect as connectTls } from 'node:tls'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import * as z from 'zod/mini'
import type { PublicWeb, WebAnswer } from '../app/ports.ts'
import { environment } from './environment.ts'
import { isPublic } from './public-addresses.ts'

// Imported, either would load all of Node's other HTTP client with it.
const { request: httpRequest } = process.getBuiltinModule('node:http')
const { request: httpsRequest } = process.getBuiltinModule('node:https')

/** Counted on what is unpacked: a small answer can unpack to gigabytes. */
const maxBytes = 2 * 1024 * 1024

export interface Internet {
  resolve(name: string): Promise<readonly string[]>
  /** The address is one that was checked: nothing is looked up again. */
  connect(address: string, port: number): Socket
}

const internet: Internet = {
  resolve: async (name) => (await lookup(name, { all: true })).map(({ address }) => address),
  connect: (address, port) => connect({ host: address, port }),
}

class TooLarge extends Error {}

export function publicWeb({ resolve, connect }: Internet = internet): PublicWeb {
  const { BASE_URL } = environment(z.object({ BASE_URL: z.url({ protocol: /^https?$/ }) }))
  const headers = {
    'User-Agent': `CCQM-link-check/1.0 (+${BASE_URL})`,
    Accept: 'text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5',
    'Accept-Language': 'en-GB,en;q=0.8',
    'Accept-Encoding': 'gzip, br',
  }
  return {
    async get(url, signal) {
      try {
        const name = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
        const addresses = isIP(name) ? [name] : await beforeAbort(resolve(name), signal)
        // One that is not public among others is how a name is made to lead inside now and then.
        if (addresses.length === 0 || !addresses.every(isPublic)) return { kind: 'failed', why: 'not-public' }
        // Lambda reaches no IPv6 address by itself.
        const address = addresses.find(isIPv4) ?? addresses[0]!
        return await ask(url, signal, headers, () => {
          if (url.protocol === 'http:') return connect(address, 80)
          const socket = connect(address, 443)
          return connectTls({ socket, host: name, servername: isIP(name) ? '' : name })
        })
      } catch (error) {
        return { kind: 'failed', why: whyOf(error, signal) }
      }
    },
  }
}

/** Without an agent: no connection is shared or kept, and no proxy of the environment is taken. */
async function ask(
  url: URL,
  signal: AbortSignal,
  headers: Readonly<Record<string, string>>,
  createConnection: () => Socket,
): Promise<WebAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest
  // Without an agent Node does not know which port is the usual one, and would name it.
  const all = { Host: url.host, ...headers }
  const request = send(url, { headers: all, signal, createConnection }, resolve)
  request.on('error', reject).end()
  try {
    const response = await promise
    response.on('error', () => {})
    const { statusCode: status = 0, headers: told } = response
    const contentType = told['content-type'] ?? ''
    const isText = /^\s*(text\/html|text\/plain|application\/xhtml\+xml)\s*(;|$)/i.test(contentType)
    const body = isText && status >= 200 && status <= 299 ? await readAll(response) : undefined
    return { kind: 'answered', status, location: told.location, contentType, body }
  } finally {
    request.destroy()
  }
}

async function readAll(response: IncomingMessage): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of unpacked(response) as AsyncIterable<Uint8Array>) {
    bytes += chunk.length
    if (bytes > maxBytes) throw new TooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const unpackers = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  br: createBrotliDecompress,
  deflate: createInflate,
}

function unpacked(response: IncomingMessage): Readable {
  const encoding = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase()
  if (encoding === 'identity') return response
  if (!Object.hasOwn(unpackers, encoding)) throw Object.assign(new Error('Unknown'), { code: 'ENCODING' })
  // What goes wrong is thrown by the stream that is read.
  return pipeline(response, unpackers[encoding as keyof typeof unpackers](), () => {})
}

/** Looking a name up cannot be ended; it is left behind. */
function beforeAbort<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  return Promise.race([work, aborted])
}

/** Everything that Node says of names, connections, TLS, HTTP and packed content has a code; what has none is our own fault. */
function whyOf(error: unknown, signal: AbortSignal): Extract<WebAnswer, { kind: 'failed' }>['why'] {
  if (signal.aborted) return 'too-slow'
  if (error instanceof TooLarge) return 'too-large'
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === undefined) throw error
  return code === 'ENOTFOUND' ? 'unknown-name' : 'does-not-answer'
}

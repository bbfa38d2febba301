// Opens dynalite within this process: asked and closed without a port of its own.
import { EventEmitter } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import dynalite from 'dynalite'
import dynaliteDb, { type Store } from 'dynalite/db/index.js'
import type { AwsAnswer, AwsRequest } from '../aws-answer.ts'

// dynalite counts the characters of an item where DynamoDB counts its bytes: what is over the limit of 400 KB differs by
// up to three times. JSON text has the same characters outside ASCII as the item.
const { itemSize } = dynaliteDb
dynaliteDb.itemSize = (item) => {
  const text = JSON.stringify(item)
  return itemSize(item) + Buffer.byteLength(text) - text.length
}

export type Dynalite = { ask: (request: AwsRequest) => Promise<AwsAnswer>; close: () => Promise<void> }

/** `ask` never rejects: what dynalite cannot answer it throws out of a callback, which ends the process. */
export async function openDynalite(folder: string): Promise<Dynalite> {
  const { server, store } = serverAndStore(folder)
  await store.db.open()
  closeEndedIterators(store)

  // dynalite's own reading of a real request ends the process when a caller hangs up in the middle of one,
  // so it is given a request that has arrived as a whole.
  function ask({ method, path, headers, body }: AwsRequest): Promise<AwsAnswer> {
    return new Promise((resolve) => {
      const request = Object.assign(new EventEmitter(), { method, url: path, headers })
      const sent: Record<string, string> = {}
      const response = {
        statusCode: 200,
        setHeader: (name: string, value: unknown) => {
          sent[name] = String(value)
        },
        end: (content = '') => resolve({ status: response.statusCode, headers: sent, body: content }),
      }
      server.emit(
        'request',
        request as unknown as IncomingMessage,
        response as unknown as ServerResponse<IncomingMessage>,
      )
      request.emit('data', body)
      request.emit('end')
    })
  }

  return { ask, close: () => store.db.close() }
}

// The server does not tell its store, and closes it only after having listened on a port.
function serverAndStore(folder: string): { server: ReturnType<typeof dynalite>; store: Store } {
  const { create } = dynaliteDb
  let store: Store | undefined
  dynaliteDb.create = (options) => {
    store = create(options)
    return store
  }
  try {
    const server = dynalite({ path: folder, createTableMs: 0 })
    if (!store) throw new Error('dynalite made no store: is it still version 4.0.0?')
    return { server, store }
  } finally {
    dynaliteDb.create = create
  }
}

// dynalite ends an iterator by `return()`, which those of level 10 lack: each query with a limit would keep one open,
// and 13 KB with it (measured).
function closeEndedIterators({ db }: Store): void {
  for (const name of ['keys', 'values'] as const) {
    const open = db[name].bind(db)
    db[name] = (options) => {
      const iterator = open(options)
      iterator.return ??= () => iterator.close()
      return iterator
    }
  }
}

// S3 on the laptop: one bucket, with GuardDuty's stand-in, which enforces what is asked of it.
import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type EventPlayer, playUntilTaken } from './play-until-taken.ts'
import { Refusal } from './refusal.ts'
import { type Address, type Asked, isForS3, mayComeFromPage, readAddress } from './s3/address.ts'
import { type S3Answer, sendAnswer } from './s3/answer.ts'
import { errorXml, S3Error } from './s3/error.ts'
import { createdEvent, type EvidenceEvent, scanEvent, watchedPrefix } from './s3/events.ts'
import { postObject } from './s3/post-object.ts'
import { scan } from './s3/scan.ts'
import { answerSigned } from './s3/sdk-requests.ts'
import type { Keys } from './s3/signature.ts'
import { type AnnouncedPut, type ObjectFacts, type ObjectStore, openObjectStore } from './s3/store.ts'

export type S3 = {
  isFor: (request: Asked) => boolean
  mayComeFromPage: (request: Asked) => boolean
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  list: ObjectStore['list']
  open: ObjectStore['open']
  /** Goes by key. */
  events: EventPlayer
}

/**
 * `onEvent` takes an event by resolving; if it rejects, the event comes again.
 * Throws a Refusal if the bucket's name is none.
 */
export async function openS3(options: {
  folder: string
  bucket: string
  keys: Keys
  onEvent: (event: EvidenceEvent) => Promise<unknown>
  retryAfterMs?: number
  /** Is told of the playing under way. */
  track?: (playing: Promise<void>) => unknown
}): Promise<S3> {
  const { folder, bucket, keys, onEvent, retryAfterMs, track } = options
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket)) {
    throw new Refusal(
      `EVIDENCE_BUCKET is "${bucket}": give a name of 3 to 63 small letters, digits, dots and hyphens.`,
    )
  }
  const store = await openObjectStore(folder)

  async function playNext(put: AnnouncedPut): Promise<void> {
    if (!put.created.taken) {
      await onEvent(createdEvent(bucket, put))
      return store.takeCreated(put.id)
    }
    if (put.scan) {
      await onEvent(scanEvent(bucket, put, put.scan))
      return store.takeScan(put.id)
    }
    const file = await store.openPut(put.id)
    if (!file) {
      // If it was deleted a moment ago, nothing is left to play; else somebody has meddled with the folder.
      if (store.firstLeft(put.key)?.id === put.id) throw new Error(`The content of ${put.id} is missing`)
      return
    }
    await store.setVerdict(put, await scan(file.createReadStream() as AsyncIterable<Buffer>))
  }

  const events = playUntilTaken({
    next: (key) => {
      const put = store.firstLeft(key)
      return put && (() => playNext(put))
    },
    left: store.keysLeft,
    retryAfterMs,
    track,
  })

  async function answerTo(request: IncomingMessage, requestId: string): Promise<S3Answer> {
    const address = readAddress(request, bucket)
    let afterSent: (() => void) | undefined
    const putFor = (reason: string) => {
      return (facts: ObjectFacts, content: AsyncIterable<Uint8Array>) => {
        if (!facts.key.startsWith(watchedPrefix)) return store.put(facts, content)
        afterSent = () => events.play(facts.key)
        return store.put({ ...facts, announced: { reason, requestId } }, content)
      }
    }
    const answered = isFormOf(bucket, request, address)
      ? await postObject({ request, bucket, keys, put: putFor('POST Object') })
      : await answerSigned({ request, address, bucket, keys, store, put: putFor('PutObject') })
    return { ...answered, ...(afterSent && { afterSent }) }
  }

  return {
    isFor: (request) => isForS3(request, bucket),
    mayComeFromPage: (request) => mayComeFromPage(request, bucket),
    answer: async (request, response) => {
      const requestId = randomBytes(8).toString('hex').toUpperCase()
      response.setHeader('x-amz-request-id', requestId)
      const answered = await answerTo(request, requestId).catch((error: unknown) =>
        refusal(request, error, requestId),
      )
      await sendAnswer(request, response, answered)
    },
    list: store.list,
    open: store.open,
    events,
  }
}

/** A form is signed by its policy, and by nothing else. */
function isFormOf(bucket: string, { method, headers }: IncomingMessage, address: Address): boolean {
  const isSigned = headers.authorization !== undefined || address.query.length > 0
  return method === 'POST' && address.bucket === bucket && address.key === '' && !isSigned
}

function refusal(request: IncomingMessage, error: unknown, requestId: string): S3Answer {
  const headers = { 'Content-Type': 'application/xml' }
  if (error instanceof S3Error) return { status: error.status, headers, body: errorXml(error, requestId) }
  if (request.destroyed && !request.complete) throw error // the caller hung up in the middle of its request
  console.error(`${request.method} of S3 failed:`, error)
  const unexpected = new S3Error('InternalError', 'See the standard error of npm start')
  return { status: unexpected.status, headers, body: errorXml(unexpected, requestId) }
}

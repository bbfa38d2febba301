// Keeps every object on disk: <id>.content as it came, and <id>.json with what is known of it. Ids are ours, keys name no file.
import { createHash, randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import * as z from 'zod/mini'
import { replaceFile } from '../replace-file.ts'

const verdicts = ['NO_THREATS_FOUND', 'THREATS_FOUND'] as const
export type Verdict = (typeof verdicts)[number]

const Put = z.strictObject({
  /** In order of arrival; never twice the same. */
  id: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
  key: z.string(),
  size: z.int(),
  contentType: z.string(),
  /** The MD5 of the content, without quotes. */
  etag: z.string(),
  tags: z.record(z.string(), z.string()),
  modifiedAt: z.iso.datetime(),
  /** Its events, if it is to have any. */
  created: z.optional(
    z.strictObject({ id: z.uuid(), reason: z.string(), requestId: z.string(), taken: z.boolean() }),
  ),
  scan: z.optional(
    z.strictObject({ id: z.uuid(), at: z.iso.datetime(), verdict: z.enum(verdicts), taken: z.boolean() }),
  ),
  /** Deleted or replaced: kept until its events are taken. */
  gone: z.optional(z.literal(true)),
})
/** One put of an object. The newest of a key that is not gone is the object. */
export type Put = z.infer<typeof Put>
export type AnnouncedPut = Put & { created: NonNullable<Put['created']> }

export type ObjectFacts = {
  key: string
  contentType: string
  /** Given if the put is to have events. */
  announced?: { reason: string; requestId: string } | undefined
}

export type ObjectStore = {
  /** Nothing is put if reading the content throws. */
  put: (facts: ObjectFacts, content: AsyncIterable<Uint8Array>) => Promise<Put>
  find: (key: string) => Put | undefined
  /** Opens the content with what is known of it at that moment; the handle is the caller's to close. */
  open: (key: string) => Promise<{ object: Put; file: FileHandle } | undefined>
  remove: (key: string) => Promise<void>
  /** Newest first. */
  list: () => Put[]
  /** The keys with puts of which events are left, oldest first. */
  keysLeft: () => string[]
  /** The oldest put of a key of which events are left. */
  firstLeft: (key: string) => AnnouncedPut | undefined
  takeCreated: (id: string) => Promise<void>
  /** As GuardDuty does it: the event is of what was scanned, and the tag stands on what lies under the key by then. */
  setVerdict: (scanned: AnnouncedPut, verdict: Verdict) => Promise<void>
  takeScan: (id: string) => Promise<void>
  openPut: (id: string) => Promise<FileHandle | undefined>
}

export const verdictTag = 'GuardDutyMalwareScanStatus'

/** The .json is the commit: content without one was never acknowledged, and is removed here. */
export async function openObjectStore(folder: string): Promise<ObjectStore> {
  await mkdir(folder, { recursive: true })
  const puts = await readPuts(folder)
  const live = new Map<string, string>()
  let lastIdAtMs = 0

  const contentFile = (id: string) => join(folder, `${id}.content`)
  const recordFile = (id: string) => join(folder, `${id}.json`)

  function nextId(): string {
    lastIdAtMs = Math.max(Date.now(), lastIdAtMs + 1)
    return lastIdAtMs.toString(16).padStart(16, '0')
  }

  async function save(put: Put): Promise<void> {
    await replaceFile(recordFile(put.id), `${JSON.stringify(put, null, 2)}\n`)
    puts.set(put.id, put)
  }

  async function retire(id: string): Promise<void> {
    const put = puts.get(id)!
    if (hasEventsLeft({ ...put, gone: true })) await save({ ...put, gone: true })
    else await forget(id)
    await rm(contentFile(id), { force: true })
  }

  async function forget(id: string): Promise<void> {
    await rm(recordFile(id), { force: true })
    puts.delete(id)
  }

  // One change after the other, each made of what the one before has left.
  let changing: Promise<unknown> = Promise.resolve()
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = changing.then(work)
    changing = done.catch(() => {})
    return done
  }

  function change(id: string, changed: (put: Put) => Put): Promise<void> {
    return inTurn(async () => {
      const put = puts.get(id)
      if (!put) return
      const after = changed(put)
      if (after.gone && !hasEventsLeft(after)) await forget(id)
      else await save(after)
    })
  }

  async function openPut(id: string): Promise<FileHandle | undefined> {
    try {
      return await open(contentFile(id))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
      throw error
    }
  }

  function find(key: string): Put | undefined {
    return puts.get(live.get(key) ?? '')
  }

  for (const [id, { key, gone }] of [...puts].sort(byId)) {
    lastIdAtMs = Math.max(lastIdAtMs, Number.parseInt(id, 16))
    if (gone) continue
    const before = live.get(key)
    live.set(key, id)
    if (before) await retire(before) // replaced right before the end
  }

  return {
    put: async ({ key, contentType, announced }, content) => {
      const unfinished = join(folder, `${randomUUID()}.tmp`)
      try {
        const written = await write(unfinished, content)
        return await inTurn(async () => {
          const id = nextId()
          await rename(unfinished, contentFile(id))
          const modifiedAt = new Date().toISOString()
          const created = announced && { id: randomUUID(), ...announced, taken: false }
          const put = { id, key, contentType, ...written, tags: {}, modifiedAt, ...(created && { created }) }
          await save(put)
          const before = live.get(key)
          live.set(key, id)
          if (before) await retire(before)
          return put
        })
      } catch (error) {
        await rm(unfinished, { force: true })
        throw error
      }
    },
    find,
    open: async (key) => {
      for (let object = find(key); object; object = find(key)) {
        const file = await openPut(object.id)
        if (file) return { object, file }
        if (find(key) === object) throw new Error(`${contentFile(object.id)} is missing`)
      }
      return undefined
    },
    remove: (key) =>
      inTurn(async () => {
        const id = live.get(key)
        if (id === undefined) return
        live.delete(key)
        await retire(id)
      }),
    list: () =>
      [...live.values()]
        .sort()
        .reverse()
        .map((id) => puts.get(id)!),
    keysLeft: () => [...new Set(left().map(({ key }) => key))],
    firstLeft: (key) => left().find((put) => put.key === key),
    takeCreated: (id) =>
      change(id, (put) => (put.created ? { ...put, created: { ...put.created, taken: true } } : put)),
    setVerdict: (scanned, verdict) =>
      inTurn(async () => {
        const tagged = (put: Put): Put => ({ ...put, tags: { ...put.tags, [verdictTag]: verdict } })
        const scan = { id: randomUUID(), at: new Date().toISOString(), verdict, taken: false }
        const object = find(scanned.key)
        if (object?.id === scanned.id) return save({ ...tagged(object), scan })
        if (object) await save(tagged(object))
        await save({ ...scanned, gone: true, scan })
      }),
    takeScan: (id) => change(id, (put) => (put.scan ? { ...put, scan: { ...put.scan, taken: true } } : put)),
    openPut,
  }

  function left(): AnnouncedPut[] {
    return [...puts]
      .sort(byId)
      .map(([, put]) => put)
      .filter(hasEventsLeft)
  }
}

const byId = ([a]: [string, Put], [b]: [string, Put]) => (a < b ? -1 : 1)

/** What is gone before it was scanned is not scanned any more. */
function hasEventsLeft(put: Put): put is AnnouncedPut {
  if (!put.created) return false
  return !put.created.taken || (put.scan ? !put.scan.taken : !put.gone)
}

async function write(path: string, content: AsyncIterable<Uint8Array>) {
  const md5 = createHash('md5')
  let size = 0
  async function* measured() {
    for await (const chunk of content) {
      md5.update(chunk)
      size += chunk.length
      yield chunk
    }
  }
  // There before anything can fail: a stream that opens its file itself can do so after it was given up, and leave it behind.
  const file = await open(path, 'wx')
  await pipeline(measured, file.createWriteStream())
  return { size, etag: md5.digest('hex') }
}

async function readPuts(folder: string): Promise<Map<string, Put>> {
  const names = new Set(await readdir(folder))
  const puts = new Map<string, Put>()
  for (const name of names) {
    const [, id, type] = /^(.+)\.(json|content)$/.exec(name) ?? []
    if (type === 'json') {
      const put = Put.parse(JSON.parse(await readFile(join(folder, name), 'utf8')))
      puts.set(put.id, put)
    } else if (name.endsWith('.tmp') || (type === 'content' && !names.has(`${id}.json`))) {
      await rm(join(folder, name))
    }
  }
  return puts
}

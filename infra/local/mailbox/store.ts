// Keeps every message on disk: <id>.eml as it was sent, and <id>.json with what was said beside it.
import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { replaceFile } from '../replace-file.ts'

const Envelope = z.strictObject({
  id: z.string(),
  source: z.string(),
  destinations: z.array(z.string()),
  tags: z.array(z.strictObject({ name: z.string(), value: z.string() })),
  configurationSet: z.optional(z.string()),
  sentAt: z.iso.datetime(),
  /** Whether the event of its sending was taken, if it was to have one. */
  acknowledged: z.boolean(),
})
export type Envelope = z.infer<typeof Envelope>

export type MailStore = {
  add: (message: Omit<Envelope, 'id' | 'sentAt' | 'acknowledged'>, raw: Uint8Array) => Promise<Envelope>
  acknowledge: (id: string) => Promise<void>
  /** Newest first. */
  list: () => Envelope[]
  find: (id: string) => Envelope | undefined
  raw: (id: string) => Promise<Buffer>
}

/** The .json is written last: a message without one was never acknowledged to its sender, and is removed here. */
export async function openMailStore(folder: string): Promise<MailStore> {
  await mkdir(folder, { recursive: true })
  const envelopes = await readEnvelopes(folder)
  let lastIdAtMs = 0
  for (const id of envelopes.keys()) lastIdAtMs = Math.max(lastIdAtMs, Number.parseInt(id.slice(0, 16), 16))

  // Like an id of SES, with the time first; never twice the same millisecond, so that ids are in order of arrival.
  function nextId(): string {
    lastIdAtMs = Math.max(Date.now(), lastIdAtMs + 1)
    return `${lastIdAtMs.toString(16).padStart(16, '0')}-${randomUUID()}-000000`
  }

  async function put(envelope: Envelope): Promise<void> {
    await replaceFile(join(folder, `${envelope.id}.json`), `${JSON.stringify(envelope, null, 2)}\n`)
    envelopes.set(envelope.id, envelope)
  }

  return {
    add: async (message, raw) => {
      const acknowledged = message.configurationSet === undefined
      const envelope = { ...message, id: nextId(), sentAt: new Date().toISOString(), acknowledged }
      await replaceFile(join(folder, `${envelope.id}.eml`), raw)
      await put(envelope)
      return envelope
    },
    acknowledge: async (id) => {
      const envelope = envelopes.get(id)
      if (envelope) await put({ ...envelope, acknowledged: true })
    },
    list: () => [...envelopes.values()].sort((a, b) => (a.id < b.id ? 1 : -1)),
    find: (id) => envelopes.get(id),
    raw: (id) => readFile(join(folder, `${id}.eml`)),
  }
}

async function readEnvelopes(folder: string): Promise<Map<string, Envelope>> {
  const names = new Set(await readdir(folder))
  const envelopes = new Map<string, Envelope>()
  for (const name of names) {
    const [, id, type] = /^(.+)\.(json|eml)$/.exec(name) ?? []
    if (type === 'json') {
      const envelope = Envelope.parse(JSON.parse(await readFile(join(folder, name), 'utf8')))
      envelopes.set(envelope.id, envelope)
    } else if (name.endsWith('.tmp') || (type === 'eml' && !names.has(`${id}.json`))) {
      await rm(join(folder, name))
    }
  }
  return envelopes
}

// Keeps every message on disk: <id>.eml as it was sent, and <id>.json with what was said beside it.
import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { replaceFile } from '../replace-file.ts'

export const feedbackTypes = ['Bounce', 'Complaint'] as const

const Feedback = z.strictObject({
  id: z.uuid(),
  type: z.enum(feedbackTypes),
  recipients: z.array(z.string()),
  at: z.iso.datetime(),
  /** Whether its event was taken. */
  taken: z.boolean(),
})
/** What came back of a message. */
export type Feedback = z.infer<typeof Feedback>

const Envelope = z.strictObject({
  id: z.string(),
  source: z.string(),
  destinations: z.array(z.string()),
  tags: z.array(z.strictObject({ name: z.string(), value: z.string() })),
  configurationSet: z.optional(z.string()),
  sentAt: z.iso.datetime(),
  /** Whether the event of its sending was taken, if it was to have one. */
  acknowledged: z.boolean(),
  feedback: z.optional(z.array(Feedback)),
})
export type Envelope = z.infer<typeof Envelope>

export type Message = Omit<Envelope, 'id' | 'sentAt' | 'acknowledged' | 'feedback'>

export type MailStore = {
  /** What comes back of an address of the mailbox simulator stands in the envelope from the beginning. */
  add: (message: Message, raw: Uint8Array) => Promise<Envelope>
  acknowledge: (id: string) => Promise<void>
  /** Once of each type; nothing if it was sent without a configuration set. */
  addFeedback: (id: string, type: Feedback['type']) => Promise<void>
  takeFeedback: (id: string, feedbackId: string) => Promise<void>
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

  // One change after the other, each made of what the one before has left.
  let changing: Promise<void> = Promise.resolve()
  function change(id: string, changed: (envelope: Envelope) => Envelope): Promise<void> {
    const done = changing.then(async () => {
      const envelope = envelopes.get(id)
      if (envelope) await put(changed(envelope))
    })
    changing = done.catch(() => {})
    return done
  }

  return {
    add: async (message, raw) => {
      const acknowledged = message.configurationSet === undefined
      const envelope = { ...message, id: nextId(), sentAt: new Date().toISOString(), acknowledged }
      await replaceFile(join(folder, `${envelope.id}.eml`), raw)
      const whole = feedbackTypes.reduce<Envelope>(withSimulated, envelope)
      await put(whole)
      return whole
    },
    acknowledge: (id) => change(id, (envelope) => ({ ...envelope, acknowledged: true })),
    addFeedback: (id, type) =>
      change(id, (envelope) => withFeedback(envelope, type, envelope.destinations.map(bareAddress))),
    takeFeedback: (id, feedbackId) =>
      change(id, (envelope) => ({
        ...envelope,
        feedback: (envelope.feedback ?? []).map((each) =>
          each.id === feedbackId ? { ...each, taken: true } : each,
        ),
      })),
    list: () => [...envelopes.values()].sort((a, b) => (a.id < b.id ? 1 : -1)),
    find: (id) => envelopes.get(id),
    raw: (id) => readFile(join(folder, `${id}.eml`)),
  }
}

function withFeedback(envelope: Envelope, type: Feedback['type'], recipients: string[]): Envelope {
  const { configurationSet, feedback = [] } = envelope
  if (configurationSet === undefined || feedback.some((known) => known.type === type)) return envelope
  const at = new Date().toISOString()
  return { ...envelope, feedback: [...feedback, { id: randomUUID(), type, recipients, at, taken: false }] }
}

/** SES's mailbox simulator: bounce@ and complaint@, also with a label, as in bounce+label@. */
function withSimulated(envelope: Envelope, type: Feedback['type']): Envelope {
  const address = new RegExp(`^${type}(\\+[^@]*)?@simulator\\.amazonses\\.com$`, 'i')
  const recipients = envelope.destinations.map(bareAddress).filter((each) => address.test(each))
  return recipients.length === 0 ? envelope : withFeedback(envelope, type, recipients)
}

/** Without the name before it. */
export function bareAddress(destination: string): string {
  return /<([^<>]+)>\s*$/.exec(destination)?.[1] ?? destination.trim()
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

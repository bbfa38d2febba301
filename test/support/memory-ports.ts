// Every port over maps in memory, with the same conditions as the table's; `writing` runs around each write, so that a test can crash there.

import type { FetchedPage } from '../../events/fetched-pages.ts'
import type {
  Award,
  Capture,
  CodeRequest,
  Contact,
  Draft,
  DraftIndex,
  EmailOutcome,
  HeldForm,
  LeftOver,
  OutgoingEmail,
  Pledge,
  Ports,
  PublicJourney,
  PublishedIdea,
  SaidInPledge,
  ScannedObject,
  Session,
  StopLink,
  StoredJudgement,
  StoredRecord,
  Summary,
  TaskToken,
} from '../../functions/app/ports.ts'
import { mintId, sha256 } from '../../functions/app/secrets.ts'
import { type EvidenceFile, moved } from '../../workflows/evidence-file.ts'
import { type CommittedEvent, readEvent, type StoredEvent } from '../../workflows/journey-events.ts'
import type { HandedInLink } from '../../workflows/links.ts'
import { normaliseAddress } from '../../workflows/typed-text.ts'

export interface Memory {
  readonly events: Map<string, StoredEvent[]>
  readonly pending: Map<string, LeftOver>
  readonly codeRequests: Map<string, CodeRequest>
  readonly codes: Map<
    string,
    Omit<CodeRequest, 'id'> & { readonly code: string; tries: number; used: boolean }
  >
  readonly sessions: Map<string, Session>
  readonly held: Map<string, HeldForm>
  readonly people: Map<string, string>
  readonly addresses: Map<string, string>
  readonly contacts: Map<string, Contact>
  readonly journeysOf: Map<string, string[]>
  readonly records: Map<string, StoredRecord>
  readonly judgements: Map<string, StoredJudgement>
  readonly drafts: Map<string, Draft>
  /** By journey and round. */
  readonly draftIndexes: Map<string, DraftIndex>
  readonly tokens: Map<string, TaskToken>
  readonly summaries: Map<string, Summary>
  readonly namesakes: Map<string, Set<string>>
  readonly ledger: Map<string, { claimedAt: number; settled: boolean }>
  readonly limits: Map<string, number>
  readonly awards: Map<string, Award & { name: string | undefined }>
  /** What is public, by journey. */
  readonly published: Map<string, PublicJourney>
  readonly pledges: Map<string, Pledge>
  /** By journey and id. */
  /** Undefined where it was removed. */
  readonly said: Map<string, SaidInPledge | undefined>
  /** Hashes of addresses. */
  readonly suppressed: Set<string>
  /** Those of them whose owner complained. */
  readonly complained: Set<string>
  readonly stopLinks: Map<string, StopLink>
  /** By journey and id. */
  readonly files: Map<string, EvidenceFile>
  /** What was sent, with what the scan said of it, and what may be opened; by journey and id. */
  readonly sent: Map<string, { readonly content: Uint8Array; readonly verdict: ScannedObject['verdict'] }>
  readonly clean: Map<string, Uint8Array>
  /** By journey and id. */
  readonly links: Map<string, HandedInLink>
  readonly captures: Map<string, Capture>
  readonly mailbox: OutgoingEmail[]
  /** The keys of events, in the order in which they were written: what the stream brings. */
  readonly stream: { journey: string; number: number }[]
}

export function emptyMemory(): Memory {
  return {
    events: new Map(),
    pending: new Map(),
    codeRequests: new Map(),
    codes: new Map(),
    sessions: new Map(),
    held: new Map(),
    people: new Map(),
    addresses: new Map(),
    contacts: new Map(),
    journeysOf: new Map(),
    records: new Map(),
    judgements: new Map(),
    drafts: new Map(),
    draftIndexes: new Map(),
    tokens: new Map(),
    summaries: new Map(),
    namesakes: new Map(),
    ledger: new Map(),
    limits: new Map(),
    awards: new Map(),
    published: new Map(),
    pledges: new Map(),
    said: new Map(),
    suppressed: new Set(),
    complained: new Set(),
    stopLinks: new Map(),
    files: new Map(),
    sent: new Map(),
    clean: new Map(),
    links: new Map(),
    captures: new Map(),
    mailbox: [],
    stream: [],
  }
}

const read = new WeakMap<StoredEvent, CommittedEvent>()

/** The newest event of a journey; each is parsed once, since a simulation asks for it a thousand times. */
export function newestIn(memory: Memory, journey: string): CommittedEvent | undefined {
  return eventIn(memory, journey, memory.events.get(journey)?.length ?? 0)
}

export function eventIn(memory: Memory, journey: string, number: number): CommittedEvent | undefined {
  const stored = memory.events.get(journey)?.[number - 1]
  if (!stored) return undefined
  const event = read.get(stored) ?? readEvent(stored)
  read.set(stored, event)
  return event
}

export interface Surroundings {
  readonly now: () => number
  readonly unmovedMs?: () => number
  readonly workflow?: Ports['workflow']
  /** What is found at an address. */
  readonly page?: (url: string) => FetchedPage
  /** Runs around every write: what it throws before or after is a crash there. */
  readonly writing?: <T>(write: () => T) => T
}

export const teamAddress = 'team@leeds.example'

export function memoryPorts(memory: Memory, around: Surroundings): Ports {
  const write = around.writing ?? ((work) => work())
  const claimMs = 15 * 60_000
  const published = (journey: string): PublicJourney =>
    memory.published.get(journey) ?? { page: undefined, ideas: [], awards: [], pledges: [], name: undefined }
  const publish = (journey: string, change: (before: PublicJourney) => Partial<PublicJourney>) =>
    void write(() => {
      const before = published(journey)
      memory.published.set(journey, { ...before, ...change(before) })
    })
  const others = (ideas: readonly PublishedIdea[], entry: string) =>
    ideas.filter((each) => each.entry !== entry)
  return {
    clock: { now: () => new Date(around.now()), unmovedMs: around.unmovedMs ?? around.now },
    words: { all: async () => new Map() },
    settings: {
      baseUrl: 'https://mark.example',
      teamAddresses: [teamAddress],
      contact: {
        name: 'Example Name',
        address: 'ccqm@leeds.example',
        telephone: '0113 496 0000',
        handle: '@mark',
        hashtags: ['#mark'],
      },
      individualsValidated: true,
      panelSize: 3,
    },
    journeys: {
      newest: async (journey) => newestIn(memory, journey),
      event: async (journey, number) => eventIn(memory, journey, number),
      all: async (journey) =>
        (memory.events.get(journey) ?? []).map(({ number }) => eventIn(memory, journey, number)!),
    },
    commits: {
      async noteWork({ journey, number, atUnmovedMs }) {
        write(() =>
          memory.pending.set(`${journey}#${number}`, { kind: 'event', journey, number, atUnmovedMs }),
        )
      },
      append: async (event) =>
        write(() => {
          const events = memory.events.get(event.journey) ?? []
          if (events.length >= event.number) return false
          memory.events.set(event.journey, [...events, event])
          memory.stream.push({ journey: event.journey, number: event.number })
          return true
        }),
    },
    pending: {
      list: async () => [...memory.pending.values()],
      async remove(journey, number) {
        write(() => memory.pending.delete(`${journey}#${number}`))
      },
      async removeUnchanged(work) {
        const key = work.kind === 'code' ? `code#${work.id}` : `${work.journey}#${work.number}`
        write(() => memory.pending.get(key)?.atUnmovedMs === work.atUnmovedMs && memory.pending.delete(key))
      },
    },
    askForCode: {
      async put(request, atUnmovedMs) {
        write(() => {
          memory.codeRequests.set(request.id, request)
          memory.pending.set(`code#${request.id}`, { kind: 'code', id: request.id, atUnmovedMs })
        })
      },
    },
    codeRequests: {
      get: async (id) => memory.codeRequests.get(id),
      async remove(id) {
        write(() => {
          memory.codeRequests.delete(id)
          memory.pending.delete(`code#${id}`)
        })
      },
    },
    codeWriter: {
      async put({ id, ...code }) {
        write(() => memory.codes.set(id, { ...code, tries: 0, used: false }))
      },
    },
    codes: {
      countTry: async (id, now) =>
        write(() => {
          const row = memory.codes.get(id)
          if (!row || row.tries >= 5 || row.expiresAt <= now.toISOString()) return undefined
          row.tries++
          return {
            address: row.address,
            journey: row.journey,
            salt: 'salt',
            codeHash: sha256('salt', row.code),
          }
        }),
      useUp: async (id) =>
        write(() => {
          const row = memory.codes.get(id)
          if (!row || row.used) return false
          row.used = true
          return true
        }),
    },
    sessions: { get: async (id) => memory.sessions.get(id) },
    sessionWriter: {
      async put(session) {
        write(() => memory.sessions.set(session.id, session))
      },
      async touch(id, usedAt) {
        const session = memory.sessions.get(id)
        if (session) write(() => memory.sessions.set(id, { ...session, usedAt }))
      },
      async remove(id) {
        write(() => memory.sessions.delete(id))
      },
    },
    heldForms: {
      async get(session, now) {
        const held = memory.held.get(session)
        return held && now.toISOString() < held.expiresAt ? held : undefined
      },
    },
    heldFormWriter: {
      async put(held) {
        write(() => memory.held.set(held.session, held))
      },
      async remove(session) {
        write(() => memory.held.delete(session))
      },
    },
    people: {
      personOf: async (addressHash) => memory.people.get(addressHash),
      addressOf: async (person) => memory.addresses.get(person),
      contact: async (person, journey) => memory.contacts.get(`${person}#${journey}`),
      journeysOf: async (addressHash) => memory.journeysOf.get(addressHash) ?? [],
    },
    peopleWriter: {
      async admit(address) {
        if (normaliseAddress(address) !== address) throw new Error('An address is stored normalised')
        const known = memory.people.get(sha256(address))
        if (known) return known
        const person = mintId()
        write(() => memory.addresses.set(person, address))
        write(() => memory.people.set(sha256(address), person))
        return person
      },
      async putContact(person, address, journey, contact) {
        write(() => memory.contacts.set(`${person}#${journey}`, contact))
        const journeys = memory.journeysOf.get(sha256(address)) ?? []
        write(() => memory.journeysOf.set(sha256(address), [...new Set([...journeys, journey])]))
      },
      async removeContact(person, address, journey) {
        const journeys = memory.journeysOf.get(sha256(address)) ?? []
        const others = journeys.filter((each) => each !== journey)
        write(() => memory.journeysOf.set(sha256(address), others))
        write(() => memory.contacts.delete(`${person}#${journey}`))
      },
    },
    records: { get: async (journey, id) => memory.records.get(`${journey}#${id}`) },
    recordWriter: {
      async put(record) {
        write(() => memory.records.set(`${record.journey}#${record.id}`, record))
      },
    },
    judgements: { get: async (journey, id) => memory.judgements.get(`${journey}#${id}`) },
    judgementWriter: {
      async put(judgement) {
        const key = `${judgement.journey}#${judgement.id}`
        if (memory.judgements.has(key)) throw new Error('A judgement with this random id exists already')
        write(() => memory.judgements.set(key, judgement))
      },
    },
    drafts: {
      ofStep: async (journey, round, step) =>
        [...memory.drafts.values()].filter(
          (d) => d.journey === journey && d.round === round && d.step === step,
        ),
    },
    draftIndex: { ofRound: async (journey, round) => memory.draftIndexes.get(`${journey}#${round}`) ?? {} },
    draftWriter: {
      save: async (draft) =>
        write(() => {
          const { journey, round, step, section, entry, revision } = draft
          const key = [journey, round, step, section, entry].join('#')
          if ((memory.drafts.get(key)?.revision ?? 0) !== revision - 1) return false
          memory.drafts.set(key, draft)
          return true
        }),
      async note(journey, round, index) {
        const key = `${journey}#${round}`
        write(() => memory.draftIndexes.set(key, { ...memory.draftIndexes.get(key), ...index }))
      },
    },
    tokens: {
      get: async (journey, wait, executionSeq) =>
        memory.tokens.get(`${journey}#${wait}#${executionSeq}`)?.token,
    },
    tokenWriter: {
      async put(token) {
        const key = `${token.journey}#${token.wait}#${token.executionSeq}`
        const stored = memory.tokens.get(key)
        const newer =
          !stored ||
          stored.enteredAt < token.enteredAt ||
          (stored.enteredAt === token.enteredAt && stored.retryCount < token.retryCount)
        if (newer) write(() => memory.tokens.set(key, token))
      },
    },
    summaries: {
      inPhase: async (phase) => [...memory.summaries.values()].filter((each) => each.phase === phase),
      of: async (journeys) =>
        [...memory.summaries.values()].filter((each) => journeys.includes(each.journey)),
    },
    summaryWriter: {
      async put(summary) {
        const stored = memory.summaries.get(summary.journey)
        if (!stored || stored.version < summary.version)
          write(() => memory.summaries.set(summary.journey, summary))
      },
    },
    namesakes: {
      under: async (hashes) => [
        ...new Set(hashes.flatMap((hash) => [...(memory.namesakes.get(hash) ?? [])])),
      ],
    },
    namesakeWriter: {
      async put(hashes, journey) {
        for (const hash of hashes)
          write(() => memory.namesakes.set(hash, new Set([...(memory.namesakes.get(hash) ?? []), journey])))
      },
    },
    due: {
      dueBy: async (moment, limit) =>
        [...memory.summaries.values()]
          .filter(({ dueAt }) => dueAt !== undefined && dueAt <= moment)
          .slice(0, limit)
          .map(({ journey }) => journey),
    },
    ledger: {
      claim: async (id, now) =>
        write(() => {
          const row = memory.ledger.get(id)
          if (row?.settled) return 'settled'
          if (row && now.getTime() - row.claimedAt < claimMs) return 'waiting'
          memory.ledger.set(id, { claimedAt: now.getTime(), settled: false })
          return 'claimed'
        }),
      async release(id) {
        write(() => memory.ledger.delete(id))
      },
      async markSent(id) {
        const row = memory.ledger.get(id)
        if (row) write(() => memory.ledger.set(id, { ...row, settled: true }))
      },
      async markNotToGo(id) {
        const row = memory.ledger.get(id)
        if (row) write(() => memory.ledger.set(id, { ...row, settled: true }))
      },
    },
    sentMail: {
      outcomes: async (ids) =>
        new Map(
          ids.flatMap((id): [string, EmailOutcome][] => {
            const row = memory.ledger.get(id)
            return row?.settled ? [[id, { kind: 'sent', at: new Date(row.claimedAt).toISOString() }]] : []
          }),
        ),
    },
    mail: {
      send: async (email) =>
        write(() => {
          memory.mailbox.push(email)
          return 'accepted'
        }),
    },
    limits: {
      async take(what, max, seconds, now) {
        const key = `${what}#${Math.floor(now.getTime() / 1000 / seconds)}`
        const uses = memory.limits.get(key) ?? 0
        if (uses >= max) return false
        write(() => memory.limits.set(key, uses + 1))
        return true
      },
    },
    awards: { get: async (serial) => memory.awards.get(serial) },
    awardWriter: {
      async put(award, name) {
        if (!memory.awards.has(award.serial)) write(() => memory.awards.set(award.serial, { ...award, name }))
        publish(award.journey, ({ awards }) => ({
          awards: [...awards.filter(({ serial }) => serial !== award.serial), award],
        }))
      },
    },
    publications: {
      of: async (journey) => published(journey),
      page: async (journey) => published(journey).page,
      nameOf: async (journey) => published(journey).name,
      ideas: async ({ area, sector, topic }, limit) => ({
        ideas: [...memory.published.values()]
          .flatMap(({ ideas, name, page }) =>
            ideas.map((idea) => ({ idea, name, hasPage: page !== undefined })),
          )
          .filter(
            ({ idea }) =>
              (!area || idea.areas.includes(area)) &&
              (!sector || idea.sectors.includes(sector)) &&
              (!topic || idea.topic === topic),
          )
          .slice(0, limit),
        more: undefined,
      }),
    },
    publicationWriter: {
      putPage: async (page) => publish(page.journey, () => ({ page })),
      putIdea: async (idea) =>
        publish(idea.journey, ({ ideas }) => ({ ideas: [...others(ideas, idea.entry), idea] })),
      putName: async (journey, name) => publish(journey, () => ({ name })),
      putPledge: async (pledge) =>
        publish(pledge.journey, ({ pledges }) => ({
          pledges: [...pledges.filter(({ id }) => id !== pledge.id), pledge],
        })),
    },
    publicationRemoval: {
      takeDown: async (journey) => publish(journey, () => ({ page: undefined, ideas: [], pledges: [] })),
      async takeDownIdea(journey, entry) {
        if (!published(journey).ideas.some((each) => each.entry === entry)) return
        publish(journey, ({ ideas }) => ({ ideas: others(ideas, entry) }))
      },
      takeDownPledge: async (journey, id) =>
        publish(journey, ({ pledges }) => ({ pledges: pledges.filter((each) => each.id !== id) })),
      async dropFile(journey, file) {
        if (!published(journey).ideas.some(({ files }) => Object.hasOwn(files, file))) return
        publish(journey, ({ ideas }) => ({
          ideas: ideas.map((idea) => {
            const { [file]: _, ...files } = idea.files
            return { ...idea, files }
          }),
        }))
      },
      hideName: async (journey) => publish(journey, () => ({ name: undefined })),
    },
    pledges: {
      count: async (journey, round) =>
        [...memory.pledges.values()].filter((each) => each.journey === journey && each.round === round)
          .length,
      async byGroup(journey, round) {
        const counts: Record<string, number> = {}
        for (const { group, ...each } of memory.pledges.values())
          if (each.journey === journey && each.round === round && group !== undefined)
            counts[group] = (counts[group] ?? 0) + 1
        return counts
      },
    },
    said: {
      async page(journey, limit, before) {
        const place = ({ at, id }: SaidInPledge) => `${at}#${id}`
        const all = [...memory.said.values()]
          .filter((each) => each !== undefined)
          .filter((each) => each.journey === journey && (!before || place(each) < before))
          .toSorted((a, b) => (place(a) > place(b) ? -1 : 1))
        const said = all.slice(0, limit)
        return { said, more: all.length > limit ? place(said.at(-1)!) : undefined }
      },
      get: async (journey, id) => memory.said.get(`${journey}#${id}`),
    },
    saidRemoval: {
      async remove(journey, id) {
        if (memory.said.has(`${journey}#${id}`)) write(() => memory.said.set(`${journey}#${id}`, undefined))
      },
    },
    pledgeWriter: {
      async putSaid(said) {
        const key = `${said.journey}#${said.id}`
        if (!memory.said.has(key)) write(() => memory.said.set(key, said))
      },
      async put(pledge) {
        const key = `${pledge.journey}#${pledge.round}#${pledge.id}`
        if (!memory.pledges.has(key)) write(() => memory.pledges.set(key, pledge))
      },
    },
    suppressions: {
      has: async (addressHash) => memory.suppressed.has(addressHash),
      why: async (addressHash) => {
        if (!memory.suppressed.has(addressHash)) return undefined
        return memory.complained.has(addressHash) ? 'complaint' : 'bounce'
      },
    },
    suppressionLifter: {
      async lift(addressHash) {
        write(() => memory.suppressed.delete(addressHash) && memory.complained.delete(addressHash))
      },
    },
    suppressionWriter: {
      async put({ addressHash, why }) {
        write(() => {
          memory.suppressed.add(addressHash)
          if (why === 'complaint') memory.complained.add(addressHash)
        })
      },
    },
    stopLinks: {
      async get(id, now) {
        const link = memory.stopLinks.get(id)
        return link && now.toISOString() < link.expiresAt ? link : undefined
      },
    },
    stopLinkWriter: {
      async put(link) {
        write(() => memory.stopLinks.set(link.id, link))
      },
    },
    files: {
      get: async (journey, file) => memory.files.get(`${journey}#${file}`),
      ofJourney: async (journey) => [...memory.files.values()].filter((file) => file.journey === journey),
    },
    fileWriter: {
      add: async (file) =>
        write(() => {
          const key = `${file.journey}#${file.id}`
          if (memory.files.has(key)) return false
          memory.files.set(key, file)
          return true
        }),
      move: async (journey, file, move) =>
        write(() => {
          const key = `${journey}#${file}`
          const row = memory.files.get(key)
          const next = row && moved(row, move)
          if (next) memory.files.set(key, next)
          return next !== undefined
        }),
    },
    uploadForms: {
      formFor: (journey, file, backTo) => ({
        action: 'https://evidence.example',
        fields: { key: `quarantine/${journey}/${file}`, success_action_redirect: backTo },
      }),
    },
    downloads: {
      linkTo: (journey, file, fileName) =>
        `https://evidence.example/clean/${journey}/${file}?name=${fileName}`,
    },
    scanner: {
      async look(journey, file) {
        const object = memory.sent.get(`${journey}#${file}`)
        return object && { verdict: object.verdict, bytes: object.content.length, tag: tagOf(object.content) }
      },
    },
    evidenceObjects: {
      async readSent(journey, file, tag) {
        const content = memory.sent.get(`${journey}#${file}`)?.content
        return content && tagOf(content) === tag ? content : undefined
      },
      async putClean(journey, file, content) {
        write(() => memory.clean.set(`${journey}#${file}`, content))
      },
    },
    evidenceRemoval: {
      async dropSent(journey, file) {
        write(() => memory.sent.delete(`${journey}#${file}`))
      },
      async dropClean(journey, file) {
        write(() => memory.clean.delete(`${journey}#${file}`))
      },
    },
    inspector: {
      // As if everything were a PDF, except what says that it is not.
      inspect: async (content) =>
        Buffer.from(content).toString() === 'nonsense'
          ? { refused: 'wrong-kind' }
          : { kind: 'pdf', content: Buffer.from(`checked ${Buffer.from(content)}`) },
    },
    links: {
      ofJourney: async (journey) => [...memory.links.values()].filter((link) => link.journey === journey),
    },
    linkWriter: {
      async note(link) {
        const key = `${link.journey}#${link.id}`
        write(() => memory.links.has(key) || memory.links.set(key, link))
      },
    },
    linkChecks: {
      dueBy: async (moment, limit) =>
        [...memory.links.values()]
          .filter(({ dueAt }) => dueAt !== undefined && dueAt <= moment)
          .toSorted((a, b) => (a.dueAt! < b.dueAt! ? -1 : 1))
          .slice(0, limit),
      get: async (journey, id) => memory.links.get(`${journey}#${id}`),
      async replace(was, by) {
        const key = `${was.journey}#${was.id}`
        return write(() => {
          if (was.dueAt === undefined || memory.links.get(key)?.dueAt !== was.dueAt) return false
          memory.links.set(key, by)
          return true
        })
      },
    },
    captures: { get: async (journey, id) => memory.captures.get(`${journey}#${id}`) },
    captureWriter: {
      async put(capture) {
        const key = `${capture.journey}#${capture.id}`
        write(() => memory.captures.has(key) || memory.captures.set(key, capture))
      },
    },
    captureRemoval: {
      async drop(journey, id) {
        write(() => memory.captures.delete(`${journey}#${id}`))
      },
    },
    pageFetcher: {
      fetch: async (url) => around.page?.(url) ?? { kind: 'cannot-be-checked', why: 'does-not-answer' },
    },
    publicWeb: { get: async () => ({ kind: 'failed', why: 'does-not-answer' }) },
    workflow: around.workflow ?? {
      async start() {},
      async stop() {},
      async succeed() {},
      async reopen() {},
    },
  }
}

/** What S3 calls the content. */
export function tagOf(content: Uint8Array): string {
  return sha256(Buffer.from(content).toString('base64'))
}

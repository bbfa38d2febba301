// What the application needs from outside, in permission-sized pieces: a line of an inventory's needs is a line of IAM.

import type { FetchedPage, WhyNot } from '../../events/fetched-pages.ts'
import type { EvidenceFile, FileKind, FileMove, FileRefusal } from '../../workflows/evidence-file.ts'
import type { Answers } from '../../workflows/fields.ts'
import type { CommittedEvent, StoredEvent } from '../../workflows/journey-events.ts'
import type { HandedInLink } from '../../workflows/links.ts'
import type { CopiedPart, PublicPart } from '../../workflows/publicised.ts'
import type { WordLayer } from '../../workflows/words/catalogue.ts'

/** Every port by the name that the inventory uses. */
export interface Ports {
  clock: Clock
  settings: Settings
  words: StoredWords
  journeys: JourneyReader
  commits: JourneyCommits
  pending: PendingWork
  codeRequests: CodeRequests
  askForCode: AskForCode
  summaries: Summaries
  summaryWriter: SummaryWriter
  namesakes: Namesakes
  namesakeWriter: NamesakeWriter
  due: DueJourneys
  records: RecordReader
  recordWriter: RecordWriter
  judgements: JudgementReader
  judgementWriter: JudgementWriter
  drafts: DraftReader
  draftIndex: DraftIndexReader
  draftWriter: DraftWriter
  tokens: TaskTokens
  tokenWriter: TaskTokenWriter
  workflow: Workflow
  mail: Mail
  ledger: MailLedger
  sentMail: SentMail
  codes: CodeCheck
  codeWriter: CodeWriter
  sessions: SessionReader
  sessionWriter: SessionWriter
  heldForms: HeldFormReader
  heldFormWriter: HeldFormWriter
  people: PeopleReader
  peopleWriter: PeopleWriter
  limits: Limits
  awards: AwardReader
  awardWriter: AwardWriter
  publications: Publications
  publicationWriter: PublicationWriter
  publicationRemoval: PublicationRemoval
  pledges: PledgeReader
  pledgeWriter: PledgeWriter
  said: SaidReader
  saidRemoval: SaidRemoval
  suppressions: SuppressionReader
  suppressionWriter: SuppressionWriter
  suppressionLifter: SuppressionLifter
  stopLinks: StopLinkReader
  stopLinkWriter: StopLinkWriter
  files: FileReader
  fileWriter: FileWriter
  uploadForms: UploadForms
  downloads: Downloads
  evidenceObjects: EvidenceObjects
  evidenceRemoval: EvidenceRemoval
  scanner: Scanner
  inspector: Inspector
  links: LinkReader
  linkWriter: LinkWriter
  linkChecks: LinkChecks
  captures: CaptureReader
  captureWriter: CaptureWriter
  captureRemoval: CaptureRemoval
  pageFetcher: PageFetcher
  publicWeb: PublicWeb
}

export interface Clock {
  now(): Date
  /** Milliseconds that only ever pass by themselves, also on a machine whose clock was moved. */
  unmovedMs(): number
}

export interface Settings {
  /** Where the pages are, without a slash at the end; links are made of this, never of the Host header. */
  readonly baseUrl: string
  readonly teamAddresses: readonly string[]
  readonly contact: {
    /** Whom people can ask for. */
    readonly name: string
    readonly address: string
    readonly telephone: string
    /** On social media, such as `@name`. */
    readonly handle: string
    /** Each with its `#`. */
    readonly hashtags: readonly string[]
  }
  /** One person alone can ask for validation too (domain.md 3.11). */
  readonly individualsValidated: boolean
  /** How many have to judge before a validation can be decided: 1 to 9. */
  readonly panelSize: number
}

export interface StoredWords {
  /** Those that stand instead of ours, as they were at most a minute ago. */
  all(): Promise<WordLayer>
}

export interface JourneyReader {
  /** The newest event, which carries the state; read consistently. */
  newest(journey: string): Promise<CommittedEvent | undefined>
  event(journey: string, number: number): Promise<CommittedEvent | undefined>
  /** Every event, in order. */
  all(journey: string): Promise<readonly CommittedEvent[]>
}

export interface JourneyCommits {
  /** Work that will be left over if the process ends after the commit; put before it. */
  noteWork(work: { journey: string; number: number; atUnmovedMs: number }): Promise<void>
  /** Puts the event if its number is still free; false means that another took it. Never overwrites. */
  append(event: StoredEvent): Promise<boolean>
}

export type LeftOver = { readonly atUnmovedMs: number } & (
  | { readonly kind: 'event'; readonly journey: string; readonly number: number }
  | { readonly kind: 'code'; readonly id: string }
)

export interface PendingWork {
  list(): Promise<readonly LeftOver[]>
  /** Removes it once it is done. */
  remove(journey: string, number: number): Promise<void>
  /** Removes it only if nobody has put it again since it was listed. */
  removeUnchanged(work: LeftOver): Promise<void>
}

/** Somebody asked for a code: the row is all that the web's functions can leave, and nobody was looked up for it. */
export interface CodeRequest {
  /** SHA-256 of the secret in the cookie of the browser that asked. */
  readonly id: string
  readonly address: string
  /** The registration that the code confirms; a code asked for at sign-in confirms none. */
  readonly journey?: string | undefined
  /** ISO. */
  readonly expiresAt: string
}

export interface AskForCode {
  put(request: CodeRequest, atUnmovedMs: number): Promise<void>
}

export interface CodeRequests {
  get(id: string): Promise<CodeRequest | undefined>
  remove(id: string): Promise<void>
}

/** What lists show of a journey, and the keys under which they find it. */
export interface Summary {
  readonly journey: string
  /** The number of the event that it was made of: an older one never replaces a newer. */
  readonly version: number
  readonly organisationName: string
  readonly level: string
  readonly at: string
  readonly since: string
  /** The list that it stands in; not listed until the address is confirmed. */
  readonly phase: string | undefined
  /** When the sweep should look at it (ISO). */
  readonly dueAt: string | undefined
  readonly paused: boolean
  readonly postcode: string | undefined
  /** Of the validators without a conflict of interest. */
  readonly panel: { readonly members: number; readonly hasChair: boolean }
  /** Somebody whom the journey waits for and no email reaches: its lead, or the chair at the validation. */
  readonly unreachable: 'lead' | 'chair' | undefined
  /** Its execution has failed. */
  readonly failed: boolean
}

export interface Summaries {
  /** Every journey in the phase; an index is read for the keys and each journey again for the rest. */
  inPhase(phase: string): Promise<readonly Summary[]>
  /** Those of these journeys that have one. */
  of(journeys: readonly string[]): Promise<readonly Summary[]>
}
export interface SummaryWriter {
  /** Puts it unless a newer one is there. */
  put(summary: Summary): Promise<void>
}
/** Journeys under the hash of a name or a postcode: where to look for the same organisation, to be compared again. */
export interface Namesakes {
  under(hashes: readonly string[]): Promise<readonly string[]>
}
export interface NamesakeWriter {
  /** Put again it changes nothing. */
  put(hashes: readonly string[], journey: string): Promise<void>
}
export interface DueJourneys {
  /** Journeys that were due by this moment (ISO), the longest due first, at most `limit`. */
  dueBy(moment: string, limit: number): Promise<readonly string[]>
}

/** How somebody for whom the team fills something in got in touch; `unsaid` when nobody was asked. */
export type OnBehalfOf = 'telephone' | 'letter' | 'email' | 'unsaid'

export type EntryIds = Readonly<Record<string, readonly string[]>>

/** What is signed of a formal commitment beside the aims, which are the mark's; never the names of people. */
export interface Commitment {
  readonly organisationName: string
  readonly pledge: string
  /** An option of the field that asks who decided. */
  readonly decidingBody: string
  readonly decidingBodyName?: string
  /** 2027-01-31 */
  readonly decidedOn?: string
  readonly salt: string
  /** The hash of who signs, by name and address, with the salt. */
  readonly people: string
}

/** Content that an event points to; put once and never changed. */
export interface StoredRecord {
  /** Names round and step, and ends in a random id. */
  readonly id: string
  readonly journey: string
  readonly at: string
  readonly by: string
  readonly salt: string
  readonly content: {
    readonly answers?: Answers
    /** Which entry each answer of a field with entries is, by the field's id: so that an entry stays the same one later. */
    readonly entries?: EntryIds
    /** What the answers name of other steps, as it was called when they were given: it can be called otherwise later, or be gone. */
    readonly named?: Readonly<Record<string, readonly { readonly id: string; readonly title: string }[]>>
    readonly comment?: string
    readonly commitment?: Commitment
    /** The team filled it in for somebody, who told them so. */
    readonly onBehalfOf?: OnBehalfOf
  }
}

export interface RecordReader {
  get(journey: string, id: string): Promise<StoredRecord | undefined>
}
export interface RecordWriter {
  put(record: StoredRecord): Promise<void>
}

/** What somebody on a panel thinks of a case; put once and never changed: one that replaces it is another row. */
export interface StoredJudgement {
  /** Names round and person, and ends in a random id. */
  readonly id: string
  readonly journey: string
  readonly at: string
  readonly by: string
  readonly salt: string
  readonly content: Answers
}
export interface JudgementReader {
  get(journey: string, id: string): Promise<StoredJudgement | undefined>
}
export interface JudgementWriter {
  put(judgement: StoredJudgement): Promise<void>
}

/** What was typed into a section, or into one of its entries, and is not handed in yet. */
export interface Draft {
  readonly journey: string
  /** 0 for what no round ends: see `draftRound`. */
  readonly round: number
  readonly step: string
  readonly section: string
  /** The entry's random id; empty for a section without entries, and for why a whole section of entries does not apply. */
  readonly entry: string
  readonly typed: Readonly<Record<string, readonly string[]>>
  /** Grows by one with each save. */
  readonly revision: number
  readonly by: string
  readonly at: string
  /** When it was begun: the order of entries. */
  readonly begunAt: string
  /** An entry that was taken away; its row stays so that an earlier page cannot bring it back unseen. */
  readonly removed?: boolean
}
export interface DraftReader {
  ofStep(journey: string, round: number, step: string): Promise<readonly Draft[]>
}
export interface DraftWriter {
  /** Saves it as the revision after `draft.revision - 1`; false if somebody saved another meanwhile. */
  save(draft: Draft): Promise<boolean>
  /** Puts how far these parts are into the index of the round's drafts, beside the others. */
  note(journey: string, round: number, index: DraftIndex): Promise<void>
}
/** How far a part of a step is, as of its newest save. */
export interface PartProgress {
  readonly status: 'empty' | 'begun' | 'checking' | 'done'
  /** Answers without which it cannot be handed in. */
  readonly missing: number
  readonly entries: number
}
/** By step and section: see `placeInIndex`. Parts that were never saved in the round are not in it. */
export type DraftIndex = Readonly<Record<string, PartProgress>>
export interface DraftIndexReader {
  ofRound(journey: string, round: number): Promise<DraftIndex>
}

/** The task token never leaves the table except to the workflow: not in a URL, a page, an email or a log. */
export interface TaskToken {
  readonly journey: string
  readonly wait: string
  readonly executionSeq: number
  readonly token: string
  readonly enteredAt: string
  readonly retryCount: number
}
export interface TaskTokens {
  /** Read consistently. */
  get(journey: string, wait: string, executionSeq: number): Promise<string | undefined>
}
export interface TaskTokenWriter {
  /** Stores it unless the one there is of a later entry, or a later retry of the same one. */
  put(token: TaskToken): Promise<void>
}

export interface ExecutionInput {
  readonly journey: string
  readonly round: number
  readonly executionSeq: number
  readonly resumeAt: string
}
export interface Workflow {
  /** Starts `<journey>-<executionSeq>`; nothing happens if it was started before. */
  start(definition: string, input: ExecutionInput): Promise<void>
  /** Ends it; nothing happens if it has ended or never was. */
  stop(definition: string, journey: string, executionSeq: number): Promise<void>
  /** Both: nothing happens if that wait is over. */
  succeed(token: string): Promise<void>
  reopen(token: string, resumeAt: string): Promise<void>
}

export interface OutgoingEmail {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** The effect's id: a tag by which the provider's events tell us what was sent. */
  readonly tag: string
  /** Beside the usual ones. */
  readonly headers?: Readonly<Record<string, string>>
}
export interface Mail {
  /** `rejected` = it was surely not sent; what leaves that open throws. */
  send(email: OutgoingEmail): Promise<'accepted' | 'rejected'>
}
export interface MailLedger {
  /**
   * `claimed` = you may send it now; `settled` = it went, or is not to go; `waiting` = somebody claimed it less than 15
   * minutes ago and nothing is known of it yet.
   */
  claim(id: string, now: Date): Promise<'claimed' | 'settled' | 'waiting'>
  release(id: string): Promise<void>
  markSent(id: string, now: Date): Promise<void>
  /** It is not to go: there is nobody to write to, or they cannot be reached. */
  markNotToGo(id: string, now: Date): Promise<void>
}

export interface SentMail {
  /** What became of each, by id; one of which nothing is known yet is not among them. */
  outcomes(ids: readonly string[]): Promise<ReadonlyMap<string, EmailOutcome>>
}
export interface EmailOutcome {
  readonly kind: 'sent' | 'not-to-go'
  /** ISO. */
  readonly at: string
}

export interface CodeWriter {
  /** Stores it salted; one asked for before in the same browser ends. Expires at `expiresAt` (ISO). */
  put(code: CodeRequest & { readonly code: string }): Promise<void>
}
export interface StoredCode {
  readonly address: string
  readonly journey?: string | undefined
  readonly salt: string
  readonly codeHash: string
}
export interface CodeCheck {
  /** Counts one try; undefined when there is no such code, it has expired, or 5 tries were made. */
  countTry(id: string, now: Date): Promise<StoredCode | undefined>
  /** False when it was used before: of two at once, one wins. */
  useUp(id: string, now: Date): Promise<boolean>
}

export interface Session {
  /** SHA-256 of the secret in the cookie. */
  readonly id: string
  readonly person: string
  readonly addressHash: string
  readonly openedAt: string
  /** The last time that something was sent (reading changes nothing, so it does not count). */
  readonly usedAt: string
  /** The ended session of the same browser and person under which a form is held. */
  readonly heldFrom?: string | undefined
}
export interface SessionReader {
  get(id: string): Promise<Session | undefined>
}
export interface SessionWriter {
  put(session: Session): Promise<void>
  touch(id: string, usedAt: string): Promise<void>
  remove(id: string): Promise<void>
}

/** A form that was sent when its sign-in had ended: to be shown again to the same person, and to nobody else. */
export interface HeldForm {
  /** The id of the session that had ended; each holds one form. */
  readonly session: string
  readonly person: string
  /** The function that it was sent to. */
  readonly to: string
  readonly path: string
  /** What was sent, without the form's token. */
  readonly form: Readonly<Record<string, readonly string[]>>
  /** ISO. */
  readonly expiresAt: string
}
export interface HeldFormReader {
  /** Undefined when it has expired, too. */
  get(session: string, now: Date): Promise<HeldForm | undefined>
}
export interface HeldFormWriter {
  /** Replaces the one before. */
  put(held: HeldForm): Promise<void>
  remove(session: string): Promise<void>
}

/** What we were told of somebody for one journey. */
export interface Contact {
  readonly name: string
  readonly role?: string | undefined
  readonly telephone?: string | undefined
  /** Who signs the commitment beside them, as it is to be read. */
  readonly second?: string | undefined
}
export interface PeopleReader {
  personOf(addressHash: string): Promise<string | undefined>
  addressOf(person: string): Promise<string | undefined>
  contact(person: string, journey: string): Promise<Contact | undefined>
  /** The journeys that the address is a contact of. */
  journeysOf(addressHash: string): Promise<readonly string[]>
}
export interface PeopleWriter {
  /** The person with this address; a new one if nobody has it. Two at once get the same. */
  admit(address: string): Promise<string>
  putContact(person: string, address: string, journey: string, contact: Contact): Promise<void>
  /** Forgets who they are in this journey, and the journey is no longer theirs. */
  removeContact(person: string, address: string, journey: string): Promise<void>
}

export interface Limits {
  /** Counts one use; false if `max` were made in this window of `seconds`. */
  take(what: string, max: number, seconds: number, now: Date): Promise<boolean>
}

export interface Award {
  readonly serial: string
  readonly level: string
  readonly journey: string
  readonly round: number
  readonly awardedAt: string
  /** Their name is shown only while they want it: see `Publications.nameOf`. */
  readonly individual?: true
}
export interface AwardReader {
  get(serial: string): Promise<(Award & { readonly name: string | undefined }) | undefined>
}
export interface AwardWriter {
  /**
   * Put once; the second time nothing happens. The name is a row of its own, so that it can be erased; an individual's is
   * not kept. The award also comes among what is public of the journey.
   */
  put(award: Award, name: string | undefined): Promise<void>
}

/** A copy for everybody, as it was when it was published. An individual's name is never in it. */
interface Published {
  readonly journey: string
  /** ISO. */
  readonly publishedAt: string
  readonly by: string
  readonly name: string | undefined
  readonly individual: boolean
}
export interface PublishedPage extends Published {
  readonly shows: readonly PublicPart[]
  readonly about: Answers
  readonly copies: Readonly<Partial<Record<CopiedPart, Answers>>>
}
export interface PublishedFile {
  readonly caption: string
  readonly kind: FileKind
  readonly bytes: number
}
/** An entry of a diary. */
export interface PublishedIdea extends Published {
  readonly entry: string
  /** 2027-01-31 */
  readonly on: string
  readonly title: string
  readonly what: string | undefined
  readonly changed: string
  readonly areas: readonly string[]
  readonly topic: string | undefined
  readonly sectors: readonly string[]
  readonly link: string | undefined
  /** By id. */
  readonly files: Readonly<Record<string, PublishedFile>>
}
/** What somebody said in their pledge, who wants everybody to read it: the words and what they call themselves, and no more. */
export interface PublishedPledge {
  readonly journey: string
  /** That of the pledge. */
  readonly id: string
  readonly words: string
  readonly name: string | undefined
  /** ISO. */
  readonly saidAt: string
  readonly publishedAt: string
  readonly by: string
}
export interface PublicJourney {
  readonly page: PublishedPage | undefined
  /** The newest first. */
  readonly ideas: readonly PublishedIdea[]
  readonly awards: readonly Pick<Award, 'serial' | 'level' | 'awardedAt'>[]
  /** The newest first. */
  readonly pledges: readonly PublishedPledge[]
  /** Of an individual who wants it shown. */
  readonly name: string | undefined
}
export interface IdeaFilter {
  readonly area?: string | undefined
  readonly sector?: string | undefined
  readonly topic?: string | undefined
}
export interface ListedIdea {
  readonly idea: PublishedIdea
  /** Of an individual who wants it shown. */
  readonly name: string | undefined
  readonly hasPage: boolean
}
/** What is public; pages for everybody read nothing else. Read consistently: what was taken down is gone at once. */
export interface Publications {
  of(journey: string): Promise<PublicJourney>
  page(journey: string): Promise<PublishedPage | undefined>
  /** Of an individual who wants it shown. */
  nameOf(journey: string): Promise<string | undefined>
  /** The newest first, at most `limit`; `more` is given back as `before` for those that follow. */
  ideas(
    filter: IdeaFilter,
    limit: number,
    before?: string,
  ): Promise<{ readonly ideas: readonly ListedIdea[]; readonly more: string | undefined }>
}
/** Put again, each replaces the one before. */
export interface PublicationWriter {
  putPage(page: PublishedPage): Promise<void>
  putIdea(idea: PublishedIdea): Promise<void>
  putName(journey: string, name: string): Promise<void>
  putPledge(pledge: PublishedPledge): Promise<void>
}
/** Nothing happens when there is nothing. */
export interface PublicationRemoval {
  /** The page, every idea, and what people said in their pledges; awards stay. */
  takeDown(journey: string): Promise<void>
  takeDownIdea(journey: string, entry: string): Promise<void>
  takeDownPledge(journey: string, id: string): Promise<void>
  /** Out of every idea that names it. */
  dropFile(journey: string, file: string): Promise<void>
  hideName(journey: string): Promise<void>
}

/** Somebody's tick on the pledge page; nobody is identified. */
export interface Pledge {
  /** The random id of the form: the same form sent twice is one pledge. */
  readonly id: string
  readonly journey: string
  readonly round: number
  /** 2027-01-31 */
  readonly day: string
  /** Which one they said that they are in; nobody else's doing. */
  readonly group?: string | undefined
}
/** What somebody said beside their tick: kept for two years, apart from what counts. */
export interface SaidInPledge {
  /** That of the pledge. */
  readonly id: string
  readonly journey: string
  /** ISO. */
  readonly at: string
  readonly group: string | undefined
  readonly team: string | undefined
  readonly name: string | undefined
  readonly words: string | undefined
  /** They want everybody to read it. */
  readonly forEverybody: boolean
}
export interface PledgeReader {
  /** Exact while there are few; of many, as it was at most a minute ago. */
  count(journey: string, round: number): Promise<number>
  /** Of those who said in which group they are. */
  byGroup(journey: string, round: number): Promise<Readonly<Record<string, number>>>
}
export interface SaidReader {
  /** The newest first, at most `limit`; `more` is given back as `before` for those that follow. Read consistently. */
  page(
    journey: string,
    limit: number,
    before?: string,
  ): Promise<{ readonly said: readonly SaidInPledge[]; readonly more: string | undefined }>
  /** Read consistently. */
  get(journey: string, id: string): Promise<SaidInPledge | undefined>
}
export interface SaidRemoval {
  /** For good: the same form does not bring it back. The pledge still counts; nothing happens when nothing was said. */
  remove(journey: string, id: string): Promise<void>
}
export interface PledgeWriter {
  /** The second time nothing happens. */
  putSaid(said: SaidInPledge): Promise<void>
  /** The second time nothing happens. */
  put(pledge: Pledge): Promise<void>
}

/** Addresses that we do not write to any more: an email came back for good, or somebody called one unwanted. */
export interface SuppressionReader {
  has(addressHash: string): Promise<boolean>
  /** Undefined when we may write to it. */
  why(addressHash: string): Promise<WhySuppressed | undefined>
}
export type WhySuppressed = 'bounce' | 'complaint'
export interface SuppressionWriter {
  /** Put again it changes nothing, except that a complaint counts for more than a bounce. */
  put(suppressed: {
    readonly addressHash: string
    readonly why: WhySuppressed
    /** ISO. */
    readonly at: string
  }): Promise<void>
}
export interface SuppressionLifter {
  /** We may write to it again; nothing happens if we may. */
  lift(addressHash: string): Promise<void>
}

/** A link in a reminder that stops reminders without signing in. */
export interface StopLink {
  /** SHA-256 of the secret in the link. */
  readonly id: string
  readonly journey: string
  /** Whom the reminder went to. */
  readonly person: string
  /** ISO. */
  readonly expiresAt: string
}
export interface StopLinkReader {
  /** Undefined when there is none, or it has expired. */
  get(id: string, now: Date): Promise<StopLink | undefined>
}
export interface StopLinkWriter {
  put(link: StopLink): Promise<void>
}

/** What is known of each file; its content lies in a bucket. Read consistently. */
export interface FileReader {
  get(journey: string, file: string): Promise<EvidenceFile | undefined>
  /** Those that were taken away included. */
  ofJourney(journey: string): Promise<readonly EvidenceFile[]>
}
export interface FileWriter {
  /** False if there is a row with this id already; it is never overwritten. */
  add(file: EvidenceFile): Promise<boolean>
  /** False when the file cannot go there from where it is (workflows/evidence-file.ts), and nothing was changed. */
  move(journey: string, file: string, move: FileMove): Promise<boolean>
}

export interface UploadForm {
  /** Where the form is sent. */
  readonly action: string
  /** What it sends before the file, by name; exactly these, in any order. */
  readonly fields: Readonly<Record<string, string>>
}
export interface UploadForms {
  /** A form that takes one file for ten minutes, and leads back to `backTo` (a whole address) when it has arrived. */
  formFor(journey: string, file: string, backTo: string, now: Date): UploadForm
}
export interface Downloads {
  /** An address that gives the content as a file of this name to whoever has it, for a minute. */
  linkTo(journey: string, file: string, fileName: string, now: Date): string
}

/** `tag` names exactly this content, as far as the bucket can tell. */
export interface ScannedObject {
  readonly verdict: 'pending' | 'clean' | 'infected' | 'not-scannable'
  readonly bytes: number
  readonly tag: string
}
export interface Scanner {
  /** What the scan said of what was sent; undefined when there is nothing. */
  look(journey: string, file: string): Promise<ScannedObject | undefined>
}
export interface EvidenceObjects {
  /** What was sent; undefined when it is not the one with this tag any more. */
  readSent(journey: string, file: string, tag: string): Promise<Uint8Array | undefined>
  /** Puts what may be opened; again, it is replaced. */
  putClean(journey: string, file: string, content: Uint8Array): Promise<void>
}
export interface EvidenceRemoval {
  /** Nothing happens when there is none. */
  dropSent(journey: string, file: string): Promise<void>
  dropClean(journey: string, file: string): Promise<void>
}
export interface Inspector {
  /** What the content is, whatever it was called; a photo comes back drawn anew, without what the camera wrote into it. */
  inspect(
    content: Uint8Array,
  ): Promise<{ readonly kind: FileKind; readonly content: Uint8Array } | { readonly refused: FileRefusal }>
}

export interface LinkReader {
  /** Every link that was handed in, also those of earlier submissions. */
  ofJourney(journey: string): Promise<readonly HandedInLink[]>
}
export interface LinkWriter {
  /** Put again it changes nothing, whatever has become of the link meanwhile. */
  note(link: HandedInLink): Promise<void>
}
export interface LinkChecks {
  /** Links to look at by this moment (ISO), the longest due first, at most `limit`. */
  dueBy(moment: string, limit: number): Promise<readonly Pick<HandedInLink, 'journey' | 'id'>[]>
  /** Read consistently. */
  get(journey: string, id: string): Promise<HandedInLink | undefined>
  /** False if it is not due any more when it was: somebody else has looked at it, or does so. */
  replace(was: HandedInLink, by: HandedInLink): Promise<boolean>
}

/** What a page said that somebody gave as evidence; for validators alone. */
export interface Capture {
  /** That of the link. */
  readonly id: string
  readonly journey: string
  readonly url: string
  /** Where it was in the end. */
  readonly finalUrl: string
  /** ISO. */
  readonly at: string
  readonly status: number
  readonly text: string
  /** SHA-256 of the text. */
  readonly hash: string
}
export interface CaptureReader {
  get(journey: string, id: string): Promise<Capture | undefined>
}
export interface CaptureWriter {
  /** Put once; the second time nothing happens. */
  put(capture: Capture): Promise<void>
}
export interface CaptureRemoval {
  drop(journey: string, id: string): Promise<void>
}

export interface PageFetcher {
  /** Has the function look at it that may reach the internet and nothing of ours; throws when that fails. */
  fetch(url: string): Promise<FetchedPage>
}
export interface PublicWeb {
  /** One request, to a public address alone, without following where it leads; ended by the signal. */
  get(url: URL, signal: AbortSignal): Promise<WebAnswer>
}
export type WebAnswer =
  | {
      readonly kind: 'answered'
      readonly status: number
      readonly location: string | undefined
      readonly contentType: string
      /** Of a page of text that is there. */
      readonly body: Uint8Array | undefined
    }
  | { readonly kind: 'failed'; readonly why: WhyNot }

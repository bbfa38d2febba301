// The work on one step: its sections with what was typed so far, what is missing, and what the team said.
import { isIndividual } from '../../workflows/applicant.ts'
import type { EvidenceFile } from '../../workflows/evidence-file.ts'
import { type Answers, entriesOf, filesIn } from '../../workflows/fields.ts'
import type { CommittedEvent } from '../../workflows/journey-events.ts'
import {
  type JourneyDefinition,
  type Section,
  type Step,
  sectionsFor,
  stepsOf,
} from '../../workflows/model.ts'
import { hasEnded } from '../../workflows/moves.ts'
import { definitionOf } from '../../workflows/released/index.ts'
import { londonDay } from '../web/dates.ts'
import type { OnBehalf } from '../web/on-behalf.ts'
import { type CommitmentWork, commitmentWork, missingOf } from './commitment.ts'
import { hasFiles } from './files.ts'
import type { Draft, EntryIds, Ports, Session } from './ports.ts'
import { journeyOf, onBehalfIn, type Role } from './read-journey.ts'
import { namedIn, placeOf, type Referable, type Referables, referableFrom } from './referable.ts'
import { sha256 } from './secrets.ts'
import { answersIn, type SectionWork, type Submitted, sectionWork } from './section-work.ts'

export interface StepWork {
  readonly event: CommittedEvent
  readonly definition: JourneyDefinition
  readonly step: Step
  readonly sections: readonly SectionWork[]
  /** Sections of other steps that can be filled in from here too. */
  readonly alsoShown: readonly { readonly step: string; readonly work: SectionWork }[]
  /** What answers can name of other steps, by the field that has the entries. */
  readonly referable: Referables
  readonly comment: string | undefined
  /** Not handed in, in a journey that goes on. */
  readonly open: boolean
  /** What a submission would hold; undefined while something is missing. */
  readonly answers: Answers | undefined
  readonly entries: EntryIds
  /** The answers of the newest submission. */
  readonly submitted: Answers
  /** What they name of other steps, as it was called then. */
  readonly named: Referables
  /** Every file of the journey, of a step that asks for some. */
  readonly files: readonly EvidenceFile[]
  /** The files of the newest submission: they stay, whatever becomes of the draft. */
  readonly handedIn: readonly string[]
  /** The signature under the formal commitment, of the step that needs one. */
  readonly commitment?: CommitmentWork | undefined
  /** What is missing beside the questions; then there are no `answers` to hand in. */
  readonly extraMissing?: ReturnType<typeof missingOf>
  /** For whom the team sees it; undefined for everybody else. */
  readonly onBehalf?: OnBehalf | undefined
}

type WorkPorts = Pick<Ports, 'drafts' | 'records' | 'files' | 'clock'>

/** Undefined when the journey's definition has no such step. */
export async function stepWork(
  ports: WorkPorts,
  event: CommittedEvent,
  stepId: string,
): Promise<StepWork | undefined> {
  const { journey, state } = event
  const definition = definitionOf(state.definition)
  const step = stepsOf(definition).find(({ id }) => id === stepId)
  if (!step) return undefined
  const { returned } = state
  const [said, { sections, submitted, files }, also, referable] = await Promise.all([
    returned?.to === step.id ? ports.records.get(journey, returned.comment.id) : undefined,
    readSections(ports, event, step),
    alsoShown(ports, event, step),
    referableIn(ports, event, step),
  ])
  const kept = sections.filter(({ section }) => section.about === 'organisation')
  return {
    event,
    definition,
    step,
    sections,
    alsoShown: also,
    referable,
    comment: said?.content.comment,
    open: isOpen(event, step.id),
    answers: sections.every(({ status }) => status === 'done') ? together(kept) : undefined,
    entries: entryIdsOf(kept),
    submitted: submitted.answers,
    named: submitted.named ?? {},
    files,
    handedIn: filesIn(step.sections, submitted.answers),
  }
}

function isOpen({ state }: CommittedEvent, step: string): boolean {
  const isOver = hasEnded(state) || state.position.at === 'complete' || state.position.at === 'issue-award'
  return !Object.hasOwn(state.done, step) && !isOver
}

/**
 * Whether a draft of it can be saved: while its step is not handed in; and when it goes on, until the journey has ended, also
 * while the team or the panel reads what was handed in, and after an award.
 */
export function takesDrafts(
  event: CommittedEvent,
  step: string,
  { goesOn }: Pick<Section, 'goesOn'>,
): boolean {
  return isOpen(event, step) || (goesOn === true && !hasEnded(event.state))
}

/** What is answered so far in the steps that ask these fields, finished or not. */
export async function answersAround(
  ports: WorkPorts,
  event: CommittedEvent,
  fields: readonly string[],
): Promise<Answers> {
  const definition = definitionOf(event.state.definition)
  const steps = new Set(fields.flatMap((field) => placeOf(definition, field)?.step ?? []))
  const read = await Promise.all([...steps].map((step) => readSections(ports, event, step)))
  return together(read.flatMap(({ sections }) => sections))
}

interface ReadSections {
  readonly sections: readonly SectionWork[]
  readonly submitted: Submitted
  readonly files: readonly EvidenceFile[]
}

/** Only those that are asked of who applies. A contact's own details are kept with the person, so they are not asked again. */
async function readSections(ports: WorkPorts, event: CommittedEvent, step: Step): Promise<ReadSections> {
  const { journey, state } = event
  const submission = state.submissions[step.id]
  const [record, drafts, files] = await Promise.all([
    submission && ports.records.get(journey, submission.id),
    draftsOf(ports, event, step),
    hasFiles(step.sections) ? ports.files.ofJourney(journey) : [],
  ])
  const { answers = {}, entries = {}, named = {} } = record?.content ?? {}
  const submitted = { answers, entries, named }
  const today = londonDay(ports.clock.now())
  const read = (sections: readonly Section[]) =>
    sections
      .filter(({ about }) => about !== 'contact')
      .map((section) => sectionWork(section, drafts, submitted, files, today))
  const whoApplies = together(read(step.sections.filter(({ registers }) => registers)))
  const individual = 'applyingAs' in whoApplies ? isIndividual(whoApplies) : state.individual === true
  return { sections: read(sectionsFor(step, individual)), submitted, files }
}

async function draftsOf(
  { drafts }: Pick<Ports, 'drafts'>,
  { journey, state }: CommittedEvent,
  step: Step,
): Promise<readonly Draft[]> {
  const { round } = state
  const rounds = new Set([round, ...step.sections.map((section) => draftRound(section, round))])
  const read = (await Promise.all([...rounds].map((each) => drafts.ofStep(journey, each, step.id)))).flat()
  return read.flatMap((draft) => {
    const section = step.sections.find(({ id }) => id === draft.section)
    if (!section || draft.round === draftRound(section, round)) return [draft]
    // Written while rules held by which it was kept elsewhere: it counts until it is saved where it is kept now.
    const isSaved = read.some(
      (each) => each.section === draft.section && each.entry === draft.entry && each.round !== draft.round,
    )
    return isSaved ? [] : [{ ...draft, revision: 0 }]
  })
}

/**
 * Where its drafts are kept; 0 = they stay from round to round. What is told of contacts is in no submission; what goes on is
 * written between two rounds too, and the next begins with it.
 */
export function draftRound({ about, goesOn }: Pick<Section, 'about' | 'goesOn'>, round: number): number {
  return about === 'contacts' || goesOn ? 0 : round
}

async function alsoShown(ports: WorkPorts, event: CommittedEvent, { alsoShows = [] }: Step) {
  const steps = stepsOf(definitionOf(event.state.definition))
  return Promise.all(
    alsoShows.map(async ({ step: id, section }) => {
      const { sections } = await readSections(ports, event, steps.find((each) => each.id === id)!)
      return { step: id, work: sections.find((each) => each.section.id === section)! }
    }),
  )
}

/** Handed in or not. */
async function referableIn(ports: WorkPorts, event: CommittedEvent, { sections }: Step): Promise<Referables> {
  const found = namedIn(sections).map(async (field): Promise<[string, readonly Referable[]]> => {
    const place = placeOf(definitionOf(event.state.definition), field)!
    const { sections } = await readSections(ports, event, place.step)
    const work = sections.find(({ section }) => section.id === place.section.id)
    if (!work) return [field, []]
    return [field, referableFrom(work.section, answersIn(work), entryIdsOf([work]))]
  })
  return Object.fromEntries(await Promise.all(found))
}

export function together(sections: readonly SectionWork[]): Answers {
  return Object.assign({}, ...sections.map(answersIn))
}

function entryIdsOf(sections: readonly SectionWork[]): EntryIds {
  return Object.fromEntries(
    sections.flatMap(({ section, written }): [string, string[]][] => {
      const entries = entriesOf(section)
      return entries ? [[entries.id, written.map(({ id }) => id)]] : []
    }),
  )
}

/** Names the answers that were shown: others are not handed in unseen. */
export function answersHash(answers: Answers): string {
  return sha256(JSON.stringify(answers))
}

export interface StepFor {
  readonly work: StepWork
  readonly role: Role
}

/** The step as somebody who belongs to the journey sees it; undefined for everybody else, and for a step that is none. */
export async function stepFor(
  ports: Pick<Ports, 'journeys' | 'settings'> & WorkPorts,
  session: Session,
  { journey, step }: { readonly journey: string; readonly step: string },
): Promise<StepFor | undefined> {
  const found = await journeyOf(ports, journey, session)
  const work = found && (await stepWork(ports, found.event, step))
  if (!work) return undefined
  const signed = work.open ? await withSignature(ports, work) : work
  return { work: { ...signed, onBehalf: await onBehalfIn(ports, found) }, role: found.role }
}

async function withSignature(ports: Pick<Ports, 'records'>, work: StepWork): Promise<StepWork> {
  const commitment = await commitmentWork(ports, work.event, work.sections)
  const extraMissing = missingOf(work.event.journey, work.step.id, commitment)
  const isOpen = extraMissing.length > 0 || commitment?.status === 'unfinished'
  const answers = isOpen ? undefined : work.answers
  return { ...work, answers, commitment, extraMissing }
}

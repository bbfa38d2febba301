// How far each step of a journey is, from the index of its drafts.
import { entriesOf, isNeeded, plainFieldsOf } from '../../workflows/fields.ts'
import type { CommittedEvent } from '../../workflows/journey-events.ts'
import type { JourneyState } from '../../workflows/journey-state.ts'
import {
  type JourneyDefinition,
  type Section,
  type Step,
  sectionsFor,
  stepsOf,
} from '../../workflows/model.ts'
import { definitionOf } from '../../workflows/released/index.ts'
import { missingIn } from './missing.ts'
import type { DraftIndex, Ports } from './ports.ts'
import type { SectionWork } from './section-work.ts'

export interface StepProgress {
  readonly parts: number
  readonly done: number
  /** Answers without which it cannot be handed in. */
  readonly missing: number
  readonly entries: number
}

/** The name of a part in the index. */
export function placeInIndex(step: string, section: string): string {
  return `${step}#${section}`
}

/**
 * For the hub, which reads one row of all drafts. Killed before it, the hub is behind until the next save of this part;
 * the page of the step tells the truth at any time.
 */
export async function noteProgress(
  { draftWriter }: Pick<Ports, 'draftWriter'>,
  { journey, state }: CommittedEvent,
  step: Step,
  work: SectionWork,
): Promise<void> {
  const { section, status, written } = work
  // What becomes of a file is not noted here, so a file that is being checked is not counted as missing.
  const missing = missingIn(work).filter(({ problem }) => problem.code !== 'being-checked').length
  const progress = { status, missing, entries: entriesOf(section) ? written.length : 0 }
  await draftWriter.note(journey, state.round, { [placeInIndex(step.id, section.id)]: progress })
}

/** Of the round's drafts; of what goes on, also what was noted in the round before, until it is saved anew. */
export async function draftIndexOf(
  { draftIndex }: Pick<Ports, 'draftIndex'>,
  { journey, state: { definition, round } }: CommittedEvent,
): Promise<DraftIndex> {
  const [before, index] = await Promise.all([
    round > 1 ? draftIndex.ofRound(journey, round - 1) : ({} as DraftIndex),
    draftIndex.ofRound(journey, round),
  ])
  const places = stepsOf(definitionOf(definition)).flatMap(({ id, sections }) =>
    sections.filter(({ goesOn }) => goesOn).map((section) => placeInIndex(id, section.id)),
  )
  const goneOnWith = Object.entries(before).filter(([place]) => places.includes(place))
  return { ...Object.fromEntries(goneOnWith), ...index }
}

/**
 * Of each step that something was done for and that is not handed in now. A part that was not saved in this round is as it
 * was handed in before, if it was; what was answered to register is answered.
 */
export function progressOf(
  definition: JourneyDefinition,
  { done, submissions, individual, round, returned }: JourneyState,
  index: DraftIndex,
): Readonly<Record<string, StepProgress>> {
  const open = stepsOf(definition).filter(({ id }) => !Object.hasOwn(done, id))
  return Object.fromEntries(
    open.flatMap((step): [string, StepProgress][] => {
      // To register interest is to give a few answers of the first step.
      const onlyInterest =
        step.sections.some(({ registers }) => registers) && round === 1 && returned?.to !== step.id
      const wasHandedIn = Object.hasOwn(submissions, step.id) && !onlyInterest
      const sections = sectionsFor(step, individual === true).filter(({ about }) => about !== 'contact')
      const parts = sections.map((section) => {
        const saved = index[placeInIndex(step.id, section.id)]
        const isAnswered = wasHandedIn || section.registers === true
        return {
          isBegun: saved !== undefined,
          missing: saved?.missing ?? (isAnswered ? 0 : neededAtFirst(section)),
          isDone: saved ? saved.missing === 0 : isAnswered,
          entries: saved?.entries ?? 0,
        }
      })
      if (!wasHandedIn && !parts.some(({ isBegun }) => isBegun)) return []
      const progress = {
        parts: parts.length,
        done: parts.filter(({ isDone }) => isDone).length,
        missing: sum(parts.map(({ missing }) => missing)),
        entries: sum(parts.map(({ entries }) => entries)),
      }
      return [[step.id, progress]]
    }),
  )
}

/** While nothing is answered in it. */
function neededAtFirst(section: Section): number {
  if (entriesOf(section)) return entriesOf(section)!.required ? 1 : 0
  return plainFieldsOf(section).filter((field) => isNeeded(field, {})).length
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}

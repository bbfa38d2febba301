// A part of a step as somebody who belongs to the journey works on it.
import { asksDistance, type Distance, distanceFields, distanceOf } from '../../workflows/distance.ts'
import { entriesOf } from '../../workflows/fields.ts'
import { forOthers, isPrivate } from '../../workflows/readers.ts'
import type { Ports, Session } from './ports.ts'
import type { SectionWork } from './section-work.ts'
import { answersAround, type StepWork, stepFor, together } from './step-work.ts'

export interface SectionFor extends StepWork {
  readonly work: SectionWork
  /** Who works on it. */
  readonly person: string
  /** Then and now, of the part that asks how far they have come. */
  readonly distance: Distance | undefined
}

export interface SectionPlace {
  readonly journey: string
  readonly step: string
  readonly section: string
  readonly entry?: string | undefined
}

type WorkPorts = Pick<Ports, 'journeys' | 'settings' | 'records' | 'drafts' | 'files' | 'clock'>

/** Undefined when there is no such part, and for the team when it is an entry that the organisation keeps to itself. */
export async function sectionFor(
  ports: WorkPorts,
  session: Session,
  place: SectionPlace,
): Promise<SectionFor | undefined> {
  const found = await stepFor(ports, session, place)
  const work = found?.work.sections.find(({ section }) => section.id === place.section)
  if (!found || !work || (!entriesOf(work.section) && place.entry !== undefined)) return undefined
  const written = work.written.find(({ id }) => id === place.entry)
  if (found.role === 'team' && written && isPrivate(written.answers)) return undefined
  const distance = asksDistance(work.section) ? await distanceIn(ports, found.work) : undefined
  return { ...found.work, work, person: session.person, distance }
}

/** Of the step that asks how far they have come; undefined of every other. */
export async function distanceIn(
  ports: WorkPorts,
  { event, step, sections, onBehalf }: StepWork,
): Promise<Distance | undefined> {
  if (!step.sections.some(asksDistance)) return undefined
  const around = await answersAround(ports, event, distanceFields)
  return distanceOf({ ...(onBehalf ? forOthers(around) : around), ...together(sections) })
}

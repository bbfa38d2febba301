// What was found wanting becomes rows of the plan, unfinished: once each, and none comes again that was taken away.
import { entriesOf } from '../../workflows/fields.ts'
import { type PlanRow, planRows } from '../../workflows/plan-rows.ts'
import { wordFor } from '../../workflows/words.ts'
import { londonDay } from '../web/dates.ts'
import type { Draft, Ports } from './ports.ts'
import type { SectionFor } from './section-for.ts'
import { afterSaving, type SectionWork } from './section-work.ts'
import { noteProgress } from './step-progress.ts'
import { draftRound, type StepWork, together } from './step-work.ts'

export function isPlan({ section }: Pick<SectionWork, 'section'>): boolean {
  return entriesOf(section)?.id === 'action'
}

/** Of the step that has the plan; no more than it has room for. */
export function rowsFor({ event, sections }: Pick<StepWork, 'event' | 'sections'>): readonly PlanRow[] {
  const plan = sections.find(isPlan)
  if (!plan) return []
  const improvements = sections.find(({ section }) => entriesOf(section)?.id === 'improvement')?.written ?? []
  const known = new Set([...plan.written, ...plan.taken].map(({ id }) => id))
  const rows = planRows({ improvements, answers: together(sections), known }, (field) =>
    wordFor(event.state.individual, `field.${field}`),
  )
  return rows.slice(0, entriesOf(plan.section)!.max - plan.written.length)
}

/** Called again it adds what is not there yet: a row's id follows from what it is made of. */
export async function addPlanRows(
  ports: Pick<Ports, 'draftWriter' | 'clock'>,
  found: SectionFor,
): Promise<void> {
  const now = ports.clock.now()
  const at = now.toISOString()
  let { work } = found
  for (const { id, typed } of rowsFor(found)) {
    const draft: Draft = {
      ...placeOf(found),
      entry: id,
      typed,
      revision: 1,
      by: found.person,
      at,
      begunAt: at,
    }
    if (await ports.draftWriter.save(draft)) work = afterSaving(work, draft, found.files, londonDay(now))
  }
  await noteProgress(ports, found.event, found.step, work)
}

function placeOf({ event, step, work }: StepWork & Pick<SectionFor, 'work'>) {
  const { journey, state } = event
  return { journey, round: draftRound(work.section, state.round), step: step.id, section: work.section.id }
}

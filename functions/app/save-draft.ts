// Saves what was typed into a section or an entry, unless somebody saved another version since the page was opened.
import type { Draft, Ports } from './ports.ts'
import type { StepWork, Typed } from './step-work.ts'

/** `stale` = somebody else's version is newer: it is kept, and so is what was typed, to be compared. */
export async function saveDraft(
  ports: Pick<Ports, 'draftWriter' | 'clock'>,
  { event, step }: StepWork,
  person: string,
  place: {
    readonly section: string
    readonly entry: string
    readonly revision: number
    readonly begunAt: string | undefined
  },
  typed: Typed | 'remove',
): Promise<'saved' | 'stale'> {
  const at = ports.clock.now().toISOString()
  const draft: Draft = {
    journey: event.journey,
    round: event.state.round,
    step: step.id,
    section: place.section,
    entry: place.entry,
    revision: place.revision + 1,
    by: person,
    at,
    begunAt: place.begunAt ?? at,
    ...(typed === 'remove' ? { typed: {}, removed: true } : { typed: withoutEmpty(typed) }),
  }
  return (await ports.draftWriter.save(draft)) ? 'saved' : 'stale'
}

function withoutEmpty(typed: Typed): Typed {
  return Object.fromEntries(
    Object.entries(typed).flatMap(([id, values]) => {
      const kept = values.filter((value) => value.trim() !== '')
      return kept.length > 0 ? [[id, kept]] : []
    }),
  )
}

// What is still missing before a step can be handed in, and which question each thing is about.
import { type Answers, entriesOf, type Problem } from '../../workflows/fields.ts'
import { isSetAside, type SectionWork } from './section-work.ts'

export interface Missing {
  readonly section: string
  /** The entry's id, and its number in the list from 1 on; undefined for a section's own questions. */
  readonly entry?: { readonly id: string; readonly number: number; readonly answers: Answers }
  readonly field: string
  readonly problem: Problem
}

/** In the order of the questions; nothing when the part can be handed in. */
export function missingIn({ section, written, aside }: SectionWork): readonly Missing[] {
  const entries = entriesOf(section)
  if (entries?.required && written.length === 0 && !isSetAside(aside)) {
    return [{ section: section.id, field: entries.id, problem: { code: 'missing' } }]
  }
  return written.flatMap(({ id, answers, problems }, at) =>
    Object.entries(problems).map(([field, problem]) => ({
      section: section.id,
      ...(entries && { entry: { id, number: at + 1, answers } }),
      field,
      problem,
    })),
  )
}

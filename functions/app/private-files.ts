// Which files are of an entry that the organisation keeps to itself.
import { entriesIn, entriesOf } from '../../workflows/fields.ts'
import { isPrivate } from '../../workflows/readers.ts'
import type { StepWork } from './step-work.ts'

/** By what its entry says now; of a file that no draft has any more, by what it said when it was handed in. */
export function isOfPrivateEntry(
  { sections, submitted }: Pick<StepWork, 'sections' | 'submitted'>,
  file: string,
): boolean {
  const written = sections
    .flatMap((section) => section.written)
    .filter(({ typed }) => Object.values(typed).flat().includes(file))
  if (written.length > 0) return written.some(({ answers }) => isPrivate(answers))
  return sections
    .flatMap(({ section }) => entriesIn(submitted[entriesOf(section)?.id ?? '']))
    .some((entry) => isPrivate(entry) && Object.values(entry).flat().includes(file))
}

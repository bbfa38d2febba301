// What a save means for the public copy of an entry: who makes it private, or takes it away, takes the copy down.
import { checkFields } from '../../workflows/fields.ts'
import { mayBePublic } from '../../workflows/publicised.ts'
import { londonDay } from '../web/dates.ts'
import type { Ports } from './ports.ts'
import { cannotBeKept, type Save, type Saved } from './save-draft.ts'
import type { SectionWork } from './section-work.ts'

/**
 * Taken down before the save, so that a kill leaves nothing public; and after it, since somebody may be publishing just now.
 * What is refused changes nothing.
 */
export async function hidingFromPublic(
  { publicationRemoval, clock }: Pick<Ports, 'publicationRemoval' | 'clock'>,
  journey: string,
  { section, fields }: SectionWork,
  { entry, typed, stray = {} }: Save,
  save: () => Promise<Saved>,
): Promise<Saved> {
  if (section.id !== 'diary' || !hides()) return save()
  await publicationRemoval.takeDownIdea(journey, entry)
  const saved = await save()
  await publicationRemoval.takeDownIdea(journey, entry)
  return saved

  function hides(): boolean {
    if (typed === 'remove') return true
    const { answers, problems } = checkFields(fields, typed, londonDay(clock.now()))
    return !cannotBeKept({ ...stray, ...problems }) && !mayBePublic(answers)
  }
}

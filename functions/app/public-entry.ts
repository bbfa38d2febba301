// What a save means for the public copy of an entry: who makes it private, or takes it away, takes the copy down.
import { checkFields } from '../../workflows/fields.ts'
import { mayBePublic } from '../../workflows/publicised.ts'
import { londonDay } from '../web/dates.ts'
import type { Ports } from './ports.ts'
import type { Save, Saved } from './save-draft.ts'
import type { SectionWork } from './section-work.ts'

/** Taken down before the save, so that a kill leaves nothing public; and after it, since somebody may be publishing just now. */
export async function hidingFromPublic(
  { publicationRemoval, clock }: Pick<Ports, 'publicationRemoval' | 'clock'>,
  journey: string,
  { section, fields }: SectionWork,
  { entry, typed }: Save,
  save: () => Promise<Saved>,
): Promise<Saved> {
  const isOfDiary = section.id === 'diary'
  const hides =
    isOfDiary &&
    (typed === 'remove' || !mayBePublic(checkFields(fields, typed, londonDay(clock.now())).answers))
  if (!hides) return save()
  await publicationRemoval.takeDownIdea(journey, entry)
  const saved = await save()
  await publicationRemoval.takeDownIdea(journey, entry)
  return saved
}

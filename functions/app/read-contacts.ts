// Whom step 1 told us to talk to. It stays in drafts that no round ends, so that it can be corrected and erased.
import { type Answers, checkFields, plainFieldsOf } from '../../workflows/fields.ts'
import type { CommittedEvent } from '../../workflows/journey-events.ts'
import { type JourneyDefinition, type Section, stepsOf } from '../../workflows/model.ts'
import { definitionOf } from '../../workflows/released/index.ts'
import { londonDay } from '../web/dates.ts'
import type { Contact, Draft, Ports } from './ports.ts'
import { draftRound } from './step-work.ts'

/** Sections of the first step about contacts, and what was answered to them so far; none in definitions that do not ask. */
export interface Contacts {
  readonly sections: readonly Section[]
  readonly answers: Answers
}

export async function readContacts(
  ports: Pick<Ports, 'drafts' | 'clock'>,
  { journey, state }: CommittedEvent,
): Promise<Contacts> {
  const { step, sections } = contactsIn(definitionOf(state.definition))
  if (sections.length === 0) return { sections, answers: {} }
  const drafts = await ports.drafts.ofStep(journey, draftRound(sections[0]!, state.round), step)
  const today = londonDay(ports.clock.now())
  const given = sections.map((section) => {
    const typed = drafts.find((draft) => draft.section === section.id)?.typed ?? {}
    return checkFields(plainFieldsOf(section), typed, today).answers
  })
  return { sections, answers: Object.assign({}, ...given) }
}

/** The lead's own, as the team was told them: what was there of another lead is gone. Can be called twice. */
export function replaceLeadContact(
  ports: RewritePorts,
  event: CommittedEvent,
  by: string,
  { role, telephone }: Pick<Contact, 'role' | 'telephone'>,
): Promise<void> {
  return rewrite(ports, event, by, 'contactRole', ({ contactRole: _, contactTelephone: __, ...others }) => ({
    ...others,
    ...(role !== undefined && { contactRole: [role] }),
    ...(telephone !== undefined && { contactTelephone: [telephone] }),
  }))
}

/** Which language they like best, and what makes it easier for them, was asked of the lead before. Can be called twice. */
export function forgetLeadNeeds(ports: RewritePorts, event: CommittedEvent, by: string): Promise<void> {
  return rewrite(ports, event, by, 'accessNeeds', () => ({}))
}

type RewritePorts = Pick<Ports, 'drafts' | 'draftWriter' | 'clock'>

/** The section that asks `field`. */
async function rewrite(
  ports: RewritePorts,
  { journey, state }: CommittedEvent,
  by: string,
  field: string,
  change: (typed: Draft['typed']) => Draft['typed'],
): Promise<void> {
  const { step, sections } = contactsIn(definitionOf(state.definition))
  const section = sections.find(({ fields }) => fields.some(({ id }) => id === field))
  if (!section) return
  const round = draftRound(section, state.round)
  for (let tries = 0; tries < 5; tries++) {
    const drafts = await ports.drafts.ofStep(journey, round, step)
    const before = drafts.find((draft) => draft.section === section.id)
    const typed = change(before?.typed ?? {})
    if (!before && Object.keys(typed).length === 0) return
    const at = ports.clock.now().toISOString()
    const draft: Draft = {
      ...{ journey, round, step, section: section.id, entry: '', by, at, typed },
      revision: (before?.revision ?? 0) + 1,
      begunAt: before?.begunAt ?? at,
    }
    if (await ports.draftWriter.save(draft)) return
  }
  throw new Error('Somebody else saved the contacts each time')
}

function contactsIn(definition: JourneyDefinition) {
  const first = stepsOf(definition)[0]!
  return { step: first.id, sections: first.sections.filter(({ about }) => about === 'contacts') }
}

// An organisation registers: contact, submission, event; nothing starts before the address is confirmed by a code.
import type { Answers } from '../../workflows/fields.ts'
import { type JourneyDefinition, type Section, stepsOf } from '../../workflows/model.ts'
import { newest } from '../../workflows/released/index.ts'
import { carryOut } from './carry-out.ts'
import { keepRecord } from './keep-record.ts'
import type { Ports } from './ports.ts'
import { idFrom } from './secrets.ts'

export function registrationSections(definition: JourneyDefinition = newest): readonly Section[] {
  return stepsOf(definition)[0]!.sections
}

/**
 * `nonce` is the form's own random text: the same form sent twice with the same address is one registration.
 * `already` = that registration was confirmed before.
 */
export async function register(
  ports: Pick<Ports, 'journeys' | 'commits' | 'clock' | 'recordWriter' | 'peopleWriter'>,
  nonce: string,
  answers: Answers,
): Promise<{ readonly kind: 'registered'; readonly journey: string } | { readonly kind: 'already' }> {
  const address = String(answers.contactEmail)
  const journey = idFrom(nonce, address)
  const known = await ports.journeys.newest(journey)
  if (known && known.state.position.at !== 'confirmation') return { kind: 'already' }
  const lead = await ports.peopleWriter.admit(address)
  await ports.peopleWriter.putContact(lead, address, journey, {
    name: String(answers.contactName),
    role: String(answers.contactRole),
    telephone: answers.contactTelephone === undefined ? undefined : String(answers.contactTelephone),
  })
  const step = stepsOf(newest)[0]!
  const submission = await keepRecord(ports, journey, `1#${step.id}`, lead, {
    answers: aboutTheOrganisation(step.sections, answers),
  })
  const outcome = await carryOut(ports, journey, lead, { kind: 'register', lead, submission })
  return outcome.kind === 'accepted' ? { kind: 'registered', journey } : { kind: 'already' }
}

/** What a submission keeps; a contact's own details stay with the person, where they can be erased. */
export function aboutTheOrganisation(sections: readonly Section[], answers: Answers): Answers {
  const kept = sections.filter(({ about }) => about === 'organisation').flatMap(({ fields }) => fields)
  return Object.fromEntries(kept.flatMap(({ id }) => (answers[id] === undefined ? [] : [[id, answers[id]]])))
}

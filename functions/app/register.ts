// Somebody registers their interest: contact, first answers, event; nothing starts before the address is confirmed by a code.
import { isIndividual } from '../../workflows/applicant.ts'
import { type Answers, plainFieldsOf } from '../../workflows/fields.ts'
import { type PlainField, type Section, stepsOf } from '../../workflows/model.ts'
import { newest } from '../../workflows/released/index.ts'
import { carryOut } from './carry-out.ts'
import { keepRecord } from './keep-record.ts'
import type { OnBehalfOf, Ports } from './ports.ts'
import { idFrom } from './secrets.ts'

/** What is asked before there is a journey; the rest of the step comes later. */
export const registrationSections: readonly Section[] = stepsOf(newest)[0]!.sections.filter(
  ({ registers }) => registers,
)

export const registrationFields: readonly PlainField[] = registrationSections.flatMap(plainFieldsOf)

/** The same form sent twice with the same address is one registration. */
export function registrationId(nonce: string, answers: Answers): string {
  return idFrom(nonce, String(answers.contactEmail))
}

/**
 * `nonce` is the form's own random text: the same form sent twice with the same address is one registration.
 * `already` = that registration was confirmed before. `team` is there when the team does it for somebody.
 */
export async function register(
  ports: Pick<Ports, 'journeys' | 'commits' | 'clock' | 'recordWriter' | 'peopleWriter'>,
  nonce: string,
  answers: Answers,
  team?: { readonly actor: string; readonly onBehalfOf: OnBehalfOf },
): Promise<{ readonly kind: 'registered'; readonly journey: string } | { readonly kind: 'already' }> {
  const address = String(answers.contactEmail)
  const journey = registrationId(nonce, answers)
  const known = await ports.journeys.newest(journey)
  if (known && known.state.position.at !== 'confirmation') return { kind: 'already' }
  const lead = await ports.peopleWriter.admit(address)
  await ports.peopleWriter.putContact(lead, address, journey, {
    name: String(answers.contactName),
    // Known already when the team registers somebody; otherwise step 1 asks for them.
    role: answers.contactRole === undefined ? undefined : String(answers.contactRole),
    telephone: answers.contactTelephone === undefined ? undefined : String(answers.contactTelephone),
  })
  const step = stepsOf(newest)[0]!
  const submission = await keepRecord(ports, journey, `1#${step.id}`, team?.actor ?? lead, {
    answers: aboutTheOrganisation(registrationSections, answers),
    ...(team && { onBehalfOf: team.onBehalfOf }),
  })
  const individual = isIndividual(answers)
  const command = { kind: 'register', lead, individual, submission } as const
  const outcome = await carryOut(ports, journey, team?.actor ?? lead, command)
  return outcome.kind === 'accepted' ? { kind: 'registered', journey } : { kind: 'already' }
}

/** What a submission keeps; a contact's own details stay with the person, where they can be erased. */
export function aboutTheOrganisation(sections: readonly Section[], answers: Answers): Answers {
  const kept = sections.filter(({ about }) => about === 'organisation').flatMap(({ fields }) => fields)
  return Object.fromEntries(kept.flatMap(({ id }) => (answers[id] === undefined ? [] : [[id, answers[id]]])))
}

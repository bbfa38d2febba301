// The team registers somebody who got in touch: confirmed at once, without a code, and recorded as done on their behalf.
import { type Answers, plainFieldsOf } from '../../workflows/fields.ts'
import type { PlainField } from '../../workflows/model.ts'
import { carryOut } from './carry-out.ts'
import { leadFields } from './change-lead.ts'
import { markIfSuppressed } from './mark-unreachable.ts'
import type { OnBehalfOf, Ports } from './ports.ts'
import { register, registrationId, registrationSections } from './register.ts'

export const waysToGetInTouch = ['telephone', 'letter', 'email'] as const satisfies readonly OnBehalfOf[]

/** The questions of the registration; those about the lead are asked as one asks about somebody else. */
export const registerForFields: readonly PlainField[] = [
  ...registrationSections.filter(({ about }) => about === 'organisation').flatMap(plainFieldsOf),
  ...leadFields,
]

/** Gives the journey. Can be sent twice: the second time it is the one that was registered the first time. */
export async function registerFor(
  ports: Pick<
    Ports,
    | 'clock'
    | 'settings'
    | 'journeys'
    | 'commits'
    | 'recordWriter'
    | 'people'
    | 'peopleWriter'
    | 'suppressions'
  >,
  team: string,
  nonce: string,
  { leadName, leadRole, leadEmail, leadTelephone, ...organisation }: Answers,
  onBehalfOf: OnBehalfOf,
): Promise<string> {
  const answers: Answers = {
    ...organisation,
    contactName: leadName!,
    contactRole: leadRole!,
    contactEmail: leadEmail!,
    ...(leadTelephone !== undefined && { contactTelephone: leadTelephone }),
  }
  const journey = registrationId(nonce, answers)
  await register(ports, nonce, answers, { actor: team, onBehalfOf })
  // Refused if it is confirmed already, which is just as well.
  await carryOut(ports, journey, team, { kind: 'confirm-address' })
  await markIfSuppressed(ports, String(leadEmail), team)
  return journey
}

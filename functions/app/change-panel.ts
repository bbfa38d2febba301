// The team invites a validator, or takes one off the panel.
import type { Answers } from '../../workflows/fields.ts'
import type { CommittedEvent } from '../../workflows/journey-events.ts'
import type { RefusalReason } from '../../workflows/journey-state.ts'
import { memberOf } from '../../workflows/panel.ts'
import { carryOut } from './carry-out.ts'
import type { Ports } from './ports.ts'
import { sha256 } from './secrets.ts'

type PanelPorts = Pick<Ports, 'journeys' | 'commits' | 'clock' | 'settings' | 'people' | 'peopleWriter'>

/**
 * `works-on-it` = they lead or help with this journey, so they cannot judge it; `on-panel` = they are on the panel;
 * `unreachable` = we may not write to the address. All are found before anything is written, since the contact of a lead must
 * not be overwritten by that of a validator.
 */
export async function inviteValidator(
  ports: Omit<PanelPorts, 'people'> & Pick<Ports, 'suppressions'>,
  { journey, state }: CommittedEvent,
  actor: string,
  answers: Answers,
): Promise<'done' | 'works-on-it' | 'on-panel' | 'unreachable' | RefusalReason> {
  const address = String(answers.validatorEmail)
  if (await ports.suppressions.has(sha256(address))) return 'unreachable'
  const person = await ports.peopleWriter.admit(address)
  if ([state.lead, ...state.colleagues, state.signature?.person].includes(person)) return 'works-on-it'
  if (memberOf(state, person)) return 'on-panel'
  const role = String(answers.validatorSector)
  const contact = { name: String(answers.validatorName), role, telephone: undefined }
  await ports.peopleWriter.putContact(person, address, journey, contact)
  const chair = answers.chair === 'yes'
  const outcome = await carryOut(ports, journey, actor, { kind: 'invite-validator', person, chair })
  return outcome.kind === 'accepted' ? 'done' : outcome.reason
}

/** Somebody with a conflict stays on the list, so that nobody asks them again; they do not count. */
export async function removeValidator(
  ports: PanelPorts,
  { journey, state }: CommittedEvent,
  actor: string,
  person: string,
): Promise<'done' | RefusalReason> {
  if (memberOf(state, person)?.declared === 'conflict') return 'already'
  const outcome = await carryOut(ports, journey, actor, {
    kind: 'remove-validator',
    person,
    panelSize: ports.settings.panelSize,
  })
  if (outcome.kind === 'refused') return outcome.reason
  const address = await ports.people.addressOf(person)
  if (address) await ports.peopleWriter.removeContact(person, address, journey)
  return 'done'
}

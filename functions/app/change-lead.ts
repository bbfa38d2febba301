// Somebody else leads a journey from now on (domain.md 6.12), or the lead's details are put right.
import { checkFields, type Problem } from '../../workflows/fields.ts'
import type { CommittedEvent } from '../../workflows/journey-events.ts'
import type { RefusalReason } from '../../workflows/journey-state.ts'
import { type PlainField, stepsOf } from '../../workflows/model.ts'
import { definitionOf } from '../../workflows/released/index.ts'
import { carryOut } from './carry-out.ts'
import { markIfSuppressed, whyUnreachable } from './mark-unreachable.ts'
import type { Contact, Ports } from './ports.ts'
import { forgetLeadNeeds, replaceLeadContact } from './read-contacts.ts'
import { sha256 } from './secrets.ts'
import { organisationName } from './summarise.ts'

export const leadFields: readonly PlainField[] = [
  { id: 'leadName', kind: 'text', required: true, maxLength: 100 },
  { id: 'leadRole', kind: 'text', required: true, maxLength: 100 },
  { id: 'leadEmail', kind: 'email', required: true },
  { id: 'leadTelephone', kind: 'telephone', required: false },
]

export function readLead(
  typed: Readonly<Record<string, readonly string[]>>,
  today: string,
):
  | { readonly address: string; readonly contact: Contact }
  | { readonly problems: Readonly<Record<string, Problem>> } {
  const { answers, problems } = checkFields(leadFields, typed, today)
  if (Object.keys(problems).length > 0) return { problems }
  const text = (id: string) => answers[id] as string | undefined
  const contact = { name: text('leadName')!, role: text('leadRole')!, telephone: text('leadTelephone') }
  return { address: text('leadEmail')!, contact }
}

/** Who leads it now, what comes of a change, and why no email reaches them if none does. */
export async function readLeadView(
  ports: Pick<Ports, 'people' | 'records' | 'suppressions'>,
  event: CommittedEvent,
) {
  const { journey, state } = event
  const contact = await ports.people.contact(state.lead, journey)
  const address = await ports.people.addressOf(state.lead)
  return {
    journey,
    lead: state.lead,
    organisationName: await organisationName(ports, event),
    now: { ...contact, address },
    openStep: openStepOf(state),
    unreachable: address === undefined ? undefined : await whyUnreachable(ports, state, address),
  }
}

type LeadPorts = Pick<
  Ports,
  | 'clock'
  | 'settings'
  | 'journeys'
  | 'commits'
  | 'people'
  | 'peopleWriter'
  | 'suppressions'
  | 'drafts'
  | 'draftWriter'
>

/**
 * With the address of the lead the details are put right, and nobody is told. `unknown` = they are on the panel that judges
 * the journey. The details are kept before the event that names the person; the old address is forgotten after it. If the
 * process ends in between, the old address leads to a journey that it is not shown.
 */
export async function changeLead(
  ports: LeadPorts,
  event: CommittedEvent,
  actor: string,
  { address, contact }: { readonly address: string; readonly contact: Contact },
): Promise<'changed' | 'put-right' | RefusalReason> {
  const { journey, state } = event
  const known = await ports.people.personOf(sha256(address))
  if (known && state.panel.some(({ person }) => person === known)) return 'unknown'
  const lead = await ports.peopleWriter.admit(address)
  await ports.peopleWriter.putContact(lead, address, journey, contact)
  if (lead === state.lead) {
    await replaceLeadContact(ports, event, actor, contact)
    return 'put-right'
  }
  const outcome = await carryOut(ports, journey, actor, { kind: 'change-lead', lead })
  if (outcome.kind === 'refused') return outcome.reason
  // So that nobody calls somebody who has left.
  await replaceLeadContact(ports, event, actor, contact)
  await forgetLeadNeeds(ports, event, actor)
  // Who signed the commitment before they led is still known by name.
  const goes = outcome.event.state.signature?.person !== state.lead
  const before = goes && (await ports.people.addressOf(state.lead))
  if (before) await ports.peopleWriter.removeContact(state.lead, before, journey)
  await markIfSuppressed(ports, address, actor)
  await tellOfOpenStep(ports, outcome.event, actor)
  return 'changed'
}

/** The lead gets the email of the step that is open; one that is not announced yet is announced to them anyway. */
export async function tellOfOpenStep(
  ports: Pick<Ports, 'clock' | 'journeys' | 'commits'>,
  { journey, state }: CommittedEvent,
  actor: string,
): Promise<void> {
  const step = openStepOf(state)
  if (step && state.position.announced)
    await carryOut(ports, journey, actor, { kind: 'resend', email: 'step-opened', about: { step } })
}

function openStepOf({ definition, position }: CommittedEvent['state']): string | undefined {
  return stepsOf(definitionOf(definition)).find(({ id }) => id === position.at)?.id
}

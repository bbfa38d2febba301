// The people who help with a journey: who they are, inviting one, taking one off.

import type { CommittedEvent } from '../../workflows/journey-events.ts'
import type { RefusalReason } from '../../workflows/journey-state.ts'
import { isUnreachable } from '../../workflows/moves.ts'
import { clean, normaliseAddress } from '../../workflows/typed-text.ts'
import { people as words } from '../../workflows/words/people.ts'
import { word } from '../../workflows/words.ts'
import { carryOut } from './carry-out.ts'
import type { Ports } from './ports.ts'
import { sha256 } from './secrets.ts'

export interface Person {
  readonly id: string
  /** Undefined when they were erased. */
  readonly name: string | undefined
  readonly address: string | undefined
  /** No email reaches them. */
  readonly unreachable: boolean
}

const maxName = 100
/** Each invitation is an email to somebody whom we do not know. */
const perJourney = { max: 40, seconds: 24 * 60 * 60 }

export async function peopleOf(
  { people }: Pick<Ports, 'people'>,
  { journey, state }: CommittedEvent,
): Promise<{ readonly lead: Person; readonly colleagues: readonly Person[] }> {
  const read = async (id: string): Promise<Person> => ({
    id,
    name: (await people.contact(id, journey))?.name,
    address: await people.addressOf(id),
    unreachable: isUnreachable(state, id),
  })
  return { lead: await read(state.lead), colleagues: await Promise.all(state.colleagues.map(read)) }
}

/** What was typed of somebody, or sentences about what is wrong with it. */
export function readInvitation(typed: {
  readonly name: string
  readonly email: string
}):
  | { readonly kind: 'right'; readonly name: string; readonly address: string }
  | { readonly kind: 'wrong'; readonly messages: Readonly<Record<string, string>> } {
  const name = clean(typed.name, false)
  const address = normaliseAddress(typed.email)
  const messages = {
    ...(name === undefined && { name: word('problem.unreadable') }),
    ...(name === '' && { name: words('problem.nameless') }),
    ...(name && [...name].length > maxName && { name: word('problem.too-long', { limit: maxName }) }),
    ...(address === undefined && { email: word('problem.not-an-email') }),
  }
  if (!name || !address || Object.keys(messages).length > 0) return { kind: 'wrong', messages }
  return { kind: 'right', name, address }
}

type InvitePorts = Pick<
  Ports,
  'clock' | 'journeys' | 'commits' | 'people' | 'peopleWriter' | 'suppressions' | 'limits'
>

/**
 * `full` = there are as many as there can be; `limited` = too many were invited today; `unreachable` = we may not write to the
 * address. The details are kept before the
 * event that names the person, and never for somebody who belongs to the journey already: they would replace their own.
 */
export async function inviteColleague(
  ports: InvitePorts,
  { journey, state }: CommittedEvent,
  actor: string,
  { name, address }: { readonly name: string; readonly address: string },
): Promise<'invited' | 'full' | 'limited' | 'unreachable' | RefusalReason> {
  const known = await ports.people.personOf(sha256(address))
  const belongs = [state.lead, ...state.colleagues, ...state.panel.map(({ person }) => person)]
  if (known && belongs.includes(known)) return 'already'
  if (await ports.suppressions.has(sha256(address))) return 'unreachable'
  const { max, seconds } = perJourney
  if (!(await ports.limits.take(`invite ${journey}`, max, seconds, ports.clock.now()))) return 'limited'
  const person = await ports.peopleWriter.admit(address)
  await ports.peopleWriter.putContact(person, address, journey, {
    name,
    role: 'Colleague',
    telephone: undefined,
  })
  const outcome = await carryOut(ports, journey, actor, { kind: 'invite-colleague', person })
  if (outcome.kind === 'accepted') return 'invited'
  return outcome.reason === 'not-yet' ? 'full' : outcome.reason
}

/** Can be called twice. Their details are forgotten after the event, so that nobody without a name is left on the list. */
export async function removeColleague(
  ports: Pick<Ports, 'clock' | 'journeys' | 'commits' | 'people' | 'peopleWriter'>,
  { journey }: CommittedEvent,
  actor: string,
  person: string,
): Promise<void> {
  const outcome = await carryOut(ports, journey, actor, { kind: 'remove-colleague', person })
  // Who signs the commitment is still written to by name.
  const goes = outcome.kind === 'accepted' && outcome.event.state.signature?.person !== person
  const address = goes && (await ports.people.addressOf(person))
  if (address) await ports.peopleWriter.removeContact(person, address, journey)
}

// A lead asks somebody to sign the formal commitment: the document and who they are, are kept first, then the event that names both.
import type { CommittedEvent } from '../../workflows/journey-events.ts'
import type { Pointer, RefusalReason } from '../../workflows/journey-state.ts'
import { memberOf } from '../../workflows/panel.ts'
import { carryOut } from './carry-out.ts'
import { type CommitmentWords, type CommitmentWork, type Signatory, sealed } from './commitment.ts'
import { keepRecord } from './keep-record.ts'
import type { Ports } from './ports.ts'
import { sha256 } from './secrets.ts'

/** Each is an email to somebody whom we do not know. */
const perJourney = { max: 20, seconds: 24 * 60 * 60 }

type AskPorts = Pick<
  Ports,
  'clock' | 'journeys' | 'commits' | 'recordWriter' | 'people' | 'peopleWriter' | 'suppressions' | 'limits'
>
/** Why nobody was asked, in words of the page. */
export type NotAsked = NotToSign | 'unfinished' | 'cannot-reach' | 'limited'
export type NotToSign = 'is-lead' | 'on-panel'

/**
 * `instead` is the hash of the request that the page was shown with: pressed twice, one email goes. `is-lead` = the address is
 * the lead's own; `on-panel` = they validate the journey; `cannot-reach` = we may not write to the address.
 */
export async function askForSignature(
  ports: AskPorts,
  event: CommittedEvent,
  { status, words, signatory }: CommitmentWork,
  actor: string,
  instead: string | undefined,
): Promise<'asked' | NotAsked | RefusalReason> {
  const { journey } = event
  if (!words || !signatory || status === 'unfinished') return 'unfinished'
  const notThem = await notToSign(ports, event, signatory)
  if (notThem) return notThem
  if (await ports.suppressions.has(sha256(signatory.address))) return 'cannot-reach'
  const { max, seconds } = perJourney
  if (!(await ports.limits.take(`signature ${journey}`, max, seconds, ports.clock.now()))) return 'limited'
  const kept = await keepCommitment(ports, event, actor, words, signatory)
  const command = { kind: 'ask-for-signature', ...kept, ...(instead !== undefined && { instead }) } as const
  const outcome = await carryOut(ports, journey, actor, command)
  if (outcome.kind === 'refused') return outcome.reason
  await forgetFormer(ports, event, kept.person)
  return 'asked'
}

/** Whoever signs is somebody other than the lead, and nobody who validates the journey. */
export async function notToSign(
  { people }: Pick<Ports, 'people'>,
  { state }: CommittedEvent,
  { address }: Signatory,
): Promise<NotToSign | undefined> {
  const known = await people.personOf(sha256(address))
  if (known === state.lead) return 'is-lead'
  return known && memberOf(state, known) ? 'on-panel' : undefined
}

/** Who helps with the journey keeps the name under which they are known there. */
export async function keepCommitment(
  ports: Pick<Ports, 'clock' | 'recordWriter' | 'people' | 'peopleWriter'>,
  { journey, state }: CommittedEvent,
  actor: string,
  words: CommitmentWords,
  signatory: Signatory,
): Promise<{ readonly person: string; readonly document: Pointer }> {
  const { address, name, role, second } = signatory
  const person = await ports.peopleWriter.admit(address)
  const belongs = [state.lead, ...state.colleagues, ...state.panel.map((each) => each.person)].includes(
    person,
  )
  const known = belongs ? await ports.people.contact(person, journey) : undefined
  const contact = known
    ? { name: known.name, role: known.role, telephone: known.telephone, second }
    : { name, role, telephone: undefined, second }
  await ports.peopleWriter.putContact(person, address, journey, contact)
  const document = await keepRecord(ports, journey, `${state.round}#commitment`, actor, {
    commitment: sealed(words, signatory),
  })
  return { person, document }
}

/** Whom `event` asked to sign, when somebody else does; after the new event, so that nobody who is asked is without a name. */
export async function forgetFormer(
  { people, peopleWriter }: Pick<Ports, 'people' | 'peopleWriter'>,
  { journey, state }: CommittedEvent,
  person: string,
): Promise<void> {
  const former = state.signature?.person
  if (!former || [person, state.lead, ...state.colleagues].includes(former)) return
  const address = await people.addressOf(former)
  if (address) await peopleWriter.removeContact(former, address, journey)
}

// Sends one email of a journey once: claim it, send it with the effect's id as tag, note that it went.
import type { Effect } from '../../workflows/effects.ts'
import type { CommittedEvent } from '../../workflows/journey-events.ts'
import { memberOf } from '../../workflows/panel.ts'
import { emails } from '../emails/index.ts'
import { renderEmail } from '../emails/layout.ts'
import { documentOf } from './commitment-document.ts'
import { lastDecision } from './last-decision.ts'
import type { Ports } from './ports.ts'
import { mintSecret, sha256 } from './secrets.ts'
import { organisationName } from './summarise.ts'

export type EmailPorts = Pick<
  Ports,
  | 'clock'
  | 'settings'
  | 'journeys'
  | 'records'
  | 'mail'
  | 'ledger'
  | 'people'
  | 'suppressions'
  | 'stopLinkWriter'
>

/** Nobody keeps a reminder longer, and a round seldom lasts longer. */
const stopLinkDays = 400

/** `later` = another may be sending it just now: look again after 15 minutes. Throws when it was rejected. */
export async function sendJourneyEmail(
  ports: EmailPorts,
  asked: CommittedEvent,
  effect: Extract<Effect, { kind: 'send-email' }>,
  id: string,
): Promise<'done' | 'later'> {
  const claim = await ports.ledger.claim(id, ports.clock.now())
  if (claim === 'waiting') return 'later'
  if (claim === 'settled') return 'done'
  const email = await compose(ports, asked, effect)
  if (!email) {
    await ports.ledger.markNotToGo(id, ports.clock.now())
    return 'done'
  }
  const outcome = await ports.mail.send({ ...email, tag: id })
  if (outcome === 'rejected') {
    await ports.ledger.release(id)
    throw new Error(`The email ${effect.email} was rejected`)
  }
  await ports.ledger.markSent(id, ports.clock.now())
  return 'done'
}

/** Undefined when the person has been erased, or their address is suppressed: there is nobody to write to. */
async function compose(
  ports: EmailPorts,
  asked: CommittedEvent,
  effect: Extract<Effect, { kind: 'send-email' }>,
) {
  const { journey } = asked
  const to = await ports.people.addressOf(effect.to)
  const newest = await ports.journeys.newest(journey)
  if (!to || !newest || (await ports.suppressions.has(sha256(to)))) return undefined
  const contact = await ports.people.contact(effect.to, journey)
  const comment = effect.about.comment && (await ports.records.get(journey, effect.about.comment))
  const award = newest.state.awards.find(({ serial }) => serial === effect.about.serial)
  const stopUrl = effect.email === 'reminder' ? await mintStopUrl(ports, journey, effect.to) : undefined
  const email = emails[effect.email]({
    settings: ports.settings,
    journey,
    name: contact?.name,
    organisationName: await organisationName(ports, newest),
    individual: newest.state.individual === true,
    level: award?.level ?? newest.state.level,
    definition: newest.state.definition,
    registeredAt: newest.state.execution.startedAt,
    again: memberOf(asked.state, effect.to)?.declared === 'no-conflict',
    leadName:
      effect.email === 'colleague-invited' || effect.email === 'signature-asked'
        ? (await ports.people.contact(newest.state.lead, journey))?.name
        : undefined,
    step: effect.about.step,
    comment: comment && !(await saidElsewhere(ports, newest, effect)) ? comment.content.comment : undefined,
    serial: effect.about.serial,
    document: await documentAsked(ports, asked, effect),
    stopUrl,
  })
  return { to, ...renderEmail(email, ports.settings), ...(stopUrl && { headers: oneClick(stopUrl) }) }
}

/** What a panel asks for with an award has an email of its own. */
async function saidElsewhere(
  ports: EmailPorts,
  newest: CommittedEvent,
  { email, about }: Extract<Effect, { kind: 'send-email' }>,
): Promise<boolean> {
  if (email !== 'award') return false
  const decision = await lastDecision(ports, newest)
  return decision?.serial === about.serial && decision?.outcome === 'awarded-with-actions'
}

/** As it stood when the email was asked for: what was asked since is another one. */
async function documentAsked(
  ports: EmailPorts,
  { journey, state: { signature } }: CommittedEvent,
  { about }: Extract<Effect, { kind: 'send-email' }>,
) {
  const isIt = signature && signature.document.id === about.commitment
  return isIt ? documentOf(ports, journey, signature) : undefined
}

/** Minted at sending, so that no stored row ever holds the link; tried again, there is one more. */
async function mintStopUrl(ports: EmailPorts, journey: string, person: string): Promise<string> {
  const secret = mintSecret()
  const expiresAt = new Date(ports.clock.now().getTime() + stopLinkDays * 86_400_000).toISOString()
  await ports.stopLinkWriter.put({ id: sha256(secret), journey, person, expiresAt })
  return `${ports.settings.baseUrl}/reminders/${secret}`
}

/** RFC 8058: the mail program can offer a button of its own. */
function oneClick(stopUrl: string): Readonly<Record<string, string>> {
  return { 'List-Unsubscribe': `<${stopUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
}

// Sends one email of a journey once: claim it, send it with the effect's id as tag, note that it went.
import type { Effect } from '../../workflows/effects.ts'
import { emails } from '../emails/index.ts'
import { renderEmail } from '../emails/layout.ts'
import type { Ports } from './ports.ts'
import { organisationName } from './summarise.ts'

type EmailPorts = Pick<Ports, 'clock' | 'settings' | 'journeys' | 'records' | 'mail' | 'ledger' | 'people'>

/** `later` = another may be sending it just now: look again after 15 minutes. Throws when it was rejected. */
export async function sendJourneyEmail(
  ports: EmailPorts,
  journey: string,
  effect: Extract<Effect, { kind: 'send-email' }>,
  id: string,
): Promise<'done' | 'later'> {
  const claim = await ports.ledger.claim(id, ports.clock.now())
  if (claim === 'waiting') return 'later'
  if (claim === 'sent') return 'done'
  const email = await compose(ports, journey, effect)
  const outcome = email && (await ports.mail.send({ ...email, tag: id }))
  if (outcome === 'rejected') {
    await ports.ledger.release(id)
    throw new Error(`The email ${effect.email} was rejected`)
  }
  await ports.ledger.markSent(id, ports.clock.now())
  return 'done'
}

/** Undefined when the person has been erased: there is nobody to write to. */
async function compose(ports: EmailPorts, journey: string, effect: Extract<Effect, { kind: 'send-email' }>) {
  const to = await ports.people.addressOf(effect.to)
  const newest = await ports.journeys.newest(journey)
  if (!to || !newest) return undefined
  const contact = await ports.people.contact(effect.to, journey)
  const comment = effect.about.comment && (await ports.records.get(journey, effect.about.comment))
  const award = newest.state.awards.find(({ serial }) => serial === effect.about.serial)
  const email = emails[effect.email]({
    settings: ports.settings,
    journey,
    name: contact?.name,
    organisationName: await organisationName(ports, newest),
    level: award?.level ?? newest.state.level,
    definition: newest.state.definition,
    registeredAt: newest.state.execution.startedAt,
    step: effect.about.step,
    comment: comment ? comment.content.comment : undefined,
    serial: effect.about.serial,
    stopUrl: undefined,
  })
  return { to, ...renderEmail(email, ports.settings) }
}

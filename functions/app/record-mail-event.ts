// What SES says became of an email: that it went is noted under its tag; an address that bounces or complains is written to no more, and its journeys learn of it.
import type { MailEvent } from '../../events/mail-events.ts'
import { normaliseAddress } from '../../workflows/typed-text.ts'
import { markUnreachable } from './mark-unreachable.ts'
import type { Ports, WhySuppressed } from './ports.ts'
import { sha256 } from './secrets.ts'

/** Can be called twice, and in any order: EventBridge brings an event at least once. */
export async function recordMailEvent(
  ports: Pick<
    Ports,
    'clock' | 'settings' | 'ledger' | 'suppressionWriter' | 'people' | 'journeys' | 'commits'
  >,
  { detail }: MailEvent,
): Promise<void> {
  const effect = detail.mail.tags.effect?.[0]
  if (detail.eventType === 'Send' && effect) await ports.ledger.markSent(effect, ports.clock.now())
  const why = whyNoMore(detail)
  if (!why) return
  const at = ports.clock.now().toISOString()
  // Each of our emails has one recipient. The report can name another address: one that theirs forwards to.
  for (const address of detail.mail.destination) {
    const normal = normaliseAddress(address)
    if (!normal) continue
    const addressHash = sha256(normal)
    await ports.suppressionWriter.put({ addressHash, why, at })
    await markUnreachable(ports, addressHash, 'mail')
  }
}

function whyNoMore({ eventType, bounce, complaint }: MailEvent['detail']): WhySuppressed | undefined {
  // A transient bounce, such as a full mailbox, is over some day; SES has tried again for hours by then.
  if (eventType === 'Bounce' && bounce?.bounceType === 'Permanent') return 'bounce'
  // Somebody moved it out of the junk folder: SES reports that as a complaint too.
  if (eventType === 'Complaint' && complaint?.complaintFeedbackType !== 'not-spam') return 'complaint'
  return undefined
}

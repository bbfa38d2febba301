// Once a working day: an email to each of the team when something waits for them, with the list.
import { renderEmail } from '../emails/layout.ts'
import { teamDigest } from '../emails/team-digest.ts'
import { isWorkingDay, londonDay } from '../web/dates.ts'
import { listJourneys } from './list-journeys.ts'
import type { Ports } from './ports.ts'
import { sha256 } from './secrets.ts'

type DigestPorts = Pick<Ports, 'clock' | 'settings' | 'summaries' | 'mail' | 'ledger' | 'suppressions'>

/**
 * Called twice on a day, each email goes once. Throws after trying every address when one was rejected: what is called
 * again then sends that one alone.
 */
export async function sendTeamDigest(ports: DigestPorts): Promise<void> {
  const now = ports.clock.now()
  if (!isWorkingDay(now)) return
  const { waiting } = await listJourneys(ports)
  if (waiting.length === 0) return
  const email = renderEmail(teamDigest({ settings: ports.settings, waiting }), ports.settings)
  const rejected: string[] = []
  for (const [index, to] of ports.settings.teamAddresses.entries()) {
    const tag = `digest-${londonDay(now)}-${index}`
    if ((await ports.ledger.claim(tag, now)) !== 'claimed') continue
    if (await ports.suppressions.has(sha256(to))) {
      await ports.ledger.markNotToGo(tag, now)
    } else if ((await ports.mail.send({ to, ...email, tag })) === 'accepted') {
      await ports.ledger.markSent(tag, now)
    } else {
      await ports.ledger.release(tag)
      rejected.push(tag)
    }
  }
  if (rejected.length > 0) throw new Error(`The team's digest was rejected: ${rejected.join(', ')}`)
}

// Emails the code that somebody asked for, if their address is known; an unknown one gets nothing, and nobody can tell.
import { emails } from '../emails/index.ts'
import { renderEmail } from '../emails/layout.ts'
import type { Ports } from './ports.ts'
import { mintCode, sha256 } from './secrets.ts'

export type CodePorts = Pick<
  Ports,
  'clock' | 'settings' | 'codeRequests' | 'codeWriter' | 'people' | 'mail' | 'suppressions'
>

export const codeMinutes = 10

/**
 * The code is minted here, at sending, so that no stored row ever holds it; tried again, a new one replaces it. A code
 * that comes twice does no harm, so it has no ledger row. Throws when the email was rejected; the request then stays
 * until it expires.
 */
export async function relayCode(ports: CodePorts, id: string): Promise<void> {
  const request = await ports.codeRequests.get(id)
  if (!request) return
  const now = ports.clock.now()
  if (now.toISOString() < request.expiresAt && (await mayHaveCode(ports, request.address))) {
    const code = mintCode()
    const expiresAt = new Date(now.getTime() + codeMinutes * 60_000).toISOString()
    await ports.codeWriter.put({ ...request, id, code, expiresAt })
    const email = renderEmail(emails.code({ code, minutes: codeMinutes }), ports.settings)
    const outcome = await ports.mail.send({ to: request.address, ...email, tag: 'code' })
    if (outcome === 'rejected') throw new Error('The email with a code was rejected')
  }
  await ports.codeRequests.remove(id)
}

async function mayHaveCode({ settings, people, suppressions }: CodePorts, address: string): Promise<boolean> {
  if (await suppressions.has(sha256(address))) return false
  return settings.teamAddresses.includes(address) || (await people.personOf(sha256(address))) !== undefined
}

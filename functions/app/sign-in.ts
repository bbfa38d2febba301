// Signing in: ask for a code, prove the address with it, and get a session. The same for known and unknown addresses.
import { carryOut } from './carry-out.ts'
import type { Ports, Session } from './ports.ts'
import { mintSecret, sha256 } from './secrets.ts'

/** How long a browser may wait for its code, in minutes; the code itself runs from when it is sent. */
const requestMinutes = 60
const perAddress = { max: 5, seconds: 15 * 60 }
/** A whole school can come from one address of the network. */
const perClient = { max: 60, seconds: 60 * 60 }

/** A session ends this long after the last thing sent, and in any case this long after signing in (OWASP ASVS 7.3). */
export const idleMs = 4 * 60 * 60_000
export const absoluteMs = 12 * 60 * 60_000

/** Counts one code asked for; false when it is one too many for this address, or from this client. */
export async function mayAskForCode(
  ports: Pick<Ports, 'clock' | 'limits'>,
  address: string,
  client: string,
): Promise<boolean> {
  const now = ports.clock.now()
  return (
    (await ports.limits.take(`client ${client}`, perClient.max, perClient.seconds, now)) &&
    (await ports.limits.take(`address ${address}`, perAddress.max, perAddress.seconds, now))
  )
}

/** Gives the secret for the browser's cookie: without it the code is of no use. Nobody is looked up here. */
export async function askForCode(
  ports: Pick<Ports, 'clock' | 'askForCode'>,
  address: string,
): Promise<string> {
  const secret = mintSecret()
  const expiresAt = new Date(ports.clock.now().getTime() + requestMinutes * 60_000).toISOString()
  await ports.askForCode.put({ id: sha256(secret), address, expiresAt }, ports.clock.unmovedMs())
  return secret
}

type SignInPorts = Pick<
  Ports,
  'clock' | 'codes' | 'sessionWriter' | 'people' | 'peopleWriter' | 'journeys' | 'commits'
>

/**
 * Opens a session for the address that the code proves, and confirms the registrations that wait for that proof.
 * `secret` is the session's cookie.
 */
export async function signIn(
  ports: SignInPorts,
  requestSecret: string,
  code: string,
): Promise<'wrong' | 'used' | { readonly secret: string; readonly addressHash: string }> {
  const now = ports.clock.now()
  const tried = await ports.codes.tryCode(sha256(requestSecret), code, now)
  if (typeof tried === 'string') return tried
  const person = await ports.peopleWriter.admit(tried.address)
  const addressHash = sha256(tried.address)
  for (const journey of await ports.people.journeysOf(addressHash)) {
    const newest = await ports.journeys.newest(journey)
    if (newest?.state.position.at === 'confirmation' && newest.state.lead === person) {
      await carryOut(ports, journey, person, { kind: 'confirm-address' })
    }
  }
  const secret = mintSecret()
  const at = now.toISOString()
  await ports.sessionWriter.put({ id: sha256(secret), person, addressHash, openedAt: at, usedAt: at })
  return { secret, addressHash }
}

/** The session of a cookie, unless it has ended; expiry is checked here and never left to the table. */
export async function sessionOf(
  ports: Pick<Ports, 'sessions' | 'clock'>,
  secret: string | undefined,
): Promise<Session | undefined> {
  const session = secret && (await ports.sessions.get(sha256(secret)))
  if (!session) return undefined
  const now = ports.clock.now().getTime()
  const ended = now >= Date.parse(session.usedAt) + idleMs || now >= Date.parse(session.openedAt) + absoluteMs
  return ended ? undefined : session
}

/** Binds a form to the session that it was shown in; no key of the server is needed. */
export function formToken(sessionSecret: string, form: string): string {
  return sha256(sessionSecret, form)
}

export function isTeam({ settings }: Pick<Ports, 'settings'>, addressHash: string): boolean {
  return settings.teamAddresses.some((address) => sha256(address) === addressHash)
}

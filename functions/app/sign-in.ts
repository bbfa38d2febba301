// Signing in: ask for a code, prove the address with it, and get a session. The same for known and unknown addresses.
import { carryOut } from './carry-out.ts'
import type { Ports, Session } from './ports.ts'
import { mintSecret, sameHash, sha256 } from './secrets.ts'

/** How long a browser may wait for its code, in minutes; the code itself runs from when it is sent. */
const requestMinutes = 60
const quarterHour = 15 * 60
const day = 24 * 60 * 60
/** From one place for one address. Somebody elsewhere can use up only their own. */
const perAddressAndClient = { max: 5, seconds: quarterHour }
/** A whole school can come from one address of the network. */
const perClient = { max: 60, seconds: 60 * 60 }
/** From everywhere for one address: more are not sent, and nobody is told. */
const sentPerAddress = { max: 30, seconds: 60 * 60 }
/** Codes typed for one address, right or wrong: 50 guesses a day find a code of six digits once in 55 years. */
const triesPerAddress = { max: 50, seconds: day }

/** A session ends this long after the last thing sent, and in any case this long after signing in (OWASP ASVS 7.3). */
export const idleMs = 4 * 60 * 60_000
export const absoluteMs = 12 * 60 * 60_000

/** Counts one code asked for; false when it is one too many from this client. */
export async function mayAskForCode(
  ports: Pick<Ports, 'clock' | 'limits'>,
  address: string,
  client: string,
): Promise<boolean> {
  const now = ports.clock.now()
  const { limits } = ports
  return (
    (await limits.take(`client ${client}`, perClient.max, perClient.seconds, now)) &&
    (await limits.take(
      `client ${client} ${address}`,
      perAddressAndClient.max,
      perAddressAndClient.seconds,
      now,
    ))
  )
}

/**
 * Gives the secret for the browser's cookie: without it the code is of no use. Nobody is looked up here. `journey` is the
 * registration that the code is to confirm.
 */
export async function askForCode(
  ports: Pick<Ports, 'clock' | 'limits' | 'askForCode'>,
  address: string,
  journey?: string,
): Promise<string> {
  const secret = mintSecret()
  const now = ports.clock.now()
  if (await ports.limits.take(`sent ${address}`, sentPerAddress.max, sentPerAddress.seconds, now)) {
    const expiresAt = new Date(now.getTime() + requestMinutes * 60_000).toISOString()
    await ports.askForCode.put({ id: sha256(secret), address, journey, expiresAt }, ports.clock.unmovedMs())
  }
  return secret
}

type SignInPorts = Pick<
  Ports,
  'clock' | 'limits' | 'codes' | 'sessionWriter' | 'peopleWriter' | 'journeys' | 'commits'
>

/**
 * Opens a session for the address that the code proves, and confirms the registration that it was sent for, and no other:
 * anybody can register with anybody's address. `secret` is the session's cookie.
 */
export async function signIn(
  ports: SignInPorts,
  requestSecret: string,
  code: string,
): Promise<'wrong' | 'used' | { readonly secret: string; readonly addressHash: string }> {
  const now = ports.clock.now()
  const id = sha256(requestSecret)
  const stored = await ports.codes.countTry(id, now)
  if (!stored) return 'wrong'
  const { address, journey, salt, codeHash } = stored
  const { max, seconds } = triesPerAddress
  const counted = await ports.limits.take(`tries ${address}`, max, seconds, now)
  if (!counted || !sameHash(codeHash, sha256(salt, code))) return 'wrong'
  if (!(await ports.codes.useUp(id, now))) return 'used'
  const person = await ports.peopleWriter.admit(address)
  if (journey) await confirm(ports, journey, person)
  const secret = mintSecret()
  const addressHash = sha256(address)
  const at = now.toISOString()
  await ports.sessionWriter.put({ id: sha256(secret), person, addressHash, openedAt: at, usedAt: at })
  return { secret, addressHash }
}

/** Confirms that a registration is the person's own; nothing happens if it is somebody else's, or confirmed already. */
export async function confirm(
  ports: Pick<Ports, 'clock' | 'journeys' | 'commits'>,
  journey: string,
  person: string,
): Promise<void> {
  const newest = await ports.journeys.newest(journey)
  if (newest?.state.lead === person) await carryOut(ports, journey, person, { kind: 'confirm-address' })
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

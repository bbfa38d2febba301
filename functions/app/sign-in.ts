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
/** The browser keeps the cookie for this long, and the table the session: so it can be told whose form came too late. */
export const rememberedMs = day * 1000
/** For so long is a form held that was sent when its sign-in had ended. */
export const heldMs = 60 * 60_000

/** Since when it could not be taken: the sign-in had ended, or the page was from before the present one. */
export type HeldSince = 'signed-out' | 'signed-in-again'

/** The sign-in under which a form is held; undefined when there can be none. */
export function heldUnder({ id, heldFrom }: Session, since: string | undefined): string | undefined {
  return since === 'signed-in-again' ? id : since === 'signed-out' ? heldFrom : undefined
}

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

interface SignedIn {
  readonly secret: string
  readonly addressHash: string
  /** Something that the person typed before waits to be sent. */
  readonly hasHeldForm: boolean
}

type SignInPorts = Pick<
  Ports,
  'clock' | 'limits' | 'codes' | 'sessionWriter' | 'peopleWriter' | 'journeys' | 'commits' | 'heldForms'
>

/**
 * Opens a session for the address that the code proves, and confirms the registration that it was sent for, and no other:
 * anybody can register with anybody's address. `secret` is the session's cookie; `before` that of the session which the
 * browser had until now: a form that is held under it is this session's to show, if the same person signs in. Its row stays
 * where it is, so that nothing is lost when the answer does not arrive and a second code is typed.
 */
export async function signIn(
  ports: SignInPorts,
  requestSecret: string,
  code: string,
  before?: string,
): Promise<'wrong' | 'used' | SignedIn> {
  const now = ports.clock.now()
  const request = sha256(requestSecret)
  const stored = await ports.codes.countTry(request, now)
  if (!stored) return 'wrong'
  const { address, journey, salt, codeHash } = stored
  const { max, seconds } = triesPerAddress
  const counted = await ports.limits.take(`tries ${address}`, max, seconds, now)
  if (!counted || !sameHash(codeHash, sha256(salt, code))) return 'wrong'
  if (!(await ports.codes.useUp(request, now))) return 'used'
  const person = await ports.peopleWriter.admit(address)
  if (journey) await confirm(ports, journey, person)
  const secret = mintSecret()
  const addressHash = sha256(address)
  const at = now.toISOString()
  const held = before === undefined ? undefined : await ports.heldForms.get(sha256(before), now)
  const heldFrom = held?.person === person ? held.session : undefined
  const id = sha256(secret)
  await ports.sessionWriter.put({ id, person, addressHash, openedAt: at, usedAt: at, heldFrom })
  return { secret, addressHash, hasHeldForm: heldFrom !== undefined }
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

/** The session of a cookie, and whether it has ended: that is checked here and never left to the table. */
export async function findSession(
  ports: Pick<Ports, 'sessions' | 'clock'>,
  secret: string,
): Promise<{ readonly session: Session; readonly ended: boolean } | undefined> {
  const session = await ports.sessions.get(sha256(secret))
  if (!session) return undefined
  const now = ports.clock.now().getTime()
  const ended = now >= Date.parse(session.usedAt) + idleMs || now >= Date.parse(session.openedAt) + absoluteMs
  return { session, ended }
}

/** Binds a form to the session that it was shown in; no key of the server is needed. */
export function formToken(sessionSecret: string, form: string): string {
  return sha256(sessionSecret, form)
}

/** It could be one, of whatever session. */
export function isToken(text: string | undefined): boolean {
  return /^[0-9a-f]{64}$/.test(text ?? '')
}

export function isTeam({ settings }: Pick<Ports, 'settings'>, addressHash: string): boolean {
  return settings.teamAddresses.some((address) => sha256(address) === addressHash)
}

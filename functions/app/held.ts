// What is held for somebody: sent under a sign-in that had ended, or from a page that was older than the one they have now.
import type { HeldForm, Ports, Session } from './ports.ts'
import { type HeldSince, heldUnder } from './sign-in.ts'

/** The newer first: what was sent under this sign-in. */
export async function readHeld(
  { heldForms, clock }: Pick<Ports, 'heldForms' | 'clock'>,
  session: Session,
): Promise<{ readonly held: HeldForm; readonly since: HeldSince } | undefined> {
  for (const since of ['signed-in-again', 'signed-out'] as const) {
    const under = heldUnder(session, since)
    const held = under && (await heldForms.get(under, clock.now()))
    if (held && held.person === session.person) return { held, since }
  }
  return undefined
}

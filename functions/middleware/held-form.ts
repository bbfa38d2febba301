// What was sent when its sign-in had ended, or another had begun: held for its person, and dropped when they have sent it again.
import type { HeldForm, Ports, Session } from '../app/ports.ts'
import { heldMs, heldUnder } from '../app/sign-in.ts'

/** In bytes. What is held is kept small; what is longer is shown, to be copied. */
const maxHeld = 64 * 1024

/**
 * The last form of a session is the one that is held: it is what the person has just typed. `nothing` when the function holds
 * no forms, or there is nothing in this one but its token.
 */
export async function holdForm(
  { heldFormWriter, clock }: Pick<Ports, 'clock'> & Partial<Pick<Ports, 'heldFormWriter'>>,
  { id, person }: Session,
  { to, path, form: { token: _, ...form } }: Pick<HeldForm, 'to' | 'path' | 'form'>,
): Promise<'held' | 'too-long' | 'nothing'> {
  if (!heldFormWriter || Object.keys(form).length === 0) return 'nothing'
  if (Buffer.byteLength(JSON.stringify(form)) > maxHeld) return 'too-long'
  const expiresAt = new Date(clock.now().getTime() + heldMs).toISOString()
  await heldFormWriter.put({ session: id, person, to, path, form, expiresAt })
  return 'held'
}

/** `query` is that of the request: it says whether what was taken came from the page of what is held. */
export async function dropSent(
  { heldFormWriter }: Partial<Pick<Ports, 'heldFormWriter'>>,
  session: Session,
  query: Readonly<Record<string, string>>,
): Promise<void> {
  const under = heldUnder(session, query.held)
  if (under) await heldFormWriter?.remove(under)
}

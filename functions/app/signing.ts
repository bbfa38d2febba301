// The formal commitment as whoever is to sign it may see it, and what they decide; nobody else sees it here.
import type { Answers } from '../../workflows/fields.ts'
import type { Command, RefusalReason, Signature } from '../../workflows/journey-state.ts'
import { hasEnded } from '../../workflows/moves.ts'
import { definitionOf } from '../../workflows/released/index.ts'
import { signatureOf, signatureStep } from '../../workflows/signature.ts'
import { carryOut } from './carry-out.ts'
import { commitmentWork } from './commitment.ts'
import { type Document, documentOf } from './commitment-document.ts'
import { keepRecord } from './keep-record.ts'
import type { Ports, Session } from './ports.ts'
import { stepWork } from './step-work.ts'

/** `changing` = what is saved is no longer what they were sent; `over` = a signature is not asked for any more. */
export type Signing =
  | ({ readonly stage: 'open' | 'signed' } & Document)
  | { readonly stage: 'declined'; readonly because: string | undefined; readonly signature: Signature }
  | { readonly stage: 'changing' | 'over' | 'ended' }

type SigningPorts = Pick<Ports, 'journeys' | 'records' | 'drafts' | 'files' | 'people' | 'clock'>

/** Undefined for everybody who is not asked to sign, whoever else they are. */
export async function readSigning(
  ports: SigningPorts,
  journey: string,
  { person }: Session,
): Promise<Signing | undefined> {
  const event = await ports.journeys.newest(journey)
  const signature = event?.state.signature
  if (!event || signature?.person !== person) return undefined
  if (signature.signedAt) return { stage: 'signed', ...(await documentOf(ports, journey, signature)) }
  if (signature.declined) {
    const record = await ports.records.get(journey, signature.declined.because.id)
    return { stage: 'declined', because: record?.content.comment, signature }
  }
  if (hasEnded(event.state)) return { stage: 'ended' }
  const step = signatureStep(definitionOf(event.state.definition))
  if (!step || Object.hasOwn(event.state.done, step) || !signatureOf(event.state)) return { stage: 'over' }
  const work = await stepWork(ports, event, step)
  const commitment = work && (await commitmentWork(ports, event, work.sections))
  if (commitment?.status === 'lead-signs' || commitment?.status === 'on-paper') return { stage: 'over' }
  const isOpen = commitment?.status === 'waiting' || commitment?.status === 'unreachable'
  return isOpen ? { stage: 'open', ...(await documentOf(ports, journey, signature)) } : { stage: 'changing' }
}

/** Twice it is refused: they have decided. */
export async function decideOnCommitment(
  ports: Pick<Ports, 'journeys' | 'commits' | 'clock' | 'recordWriter'>,
  journey: string,
  { document, round }: Signature,
  person: string,
  { decision, declineReason }: Answers,
): Promise<'done' | RefusalReason> {
  const shown = document.hash
  const carry = async (command: Command) => {
    const outcome = await carryOut(ports, journey, person, command)
    return outcome.kind === 'accepted' ? 'done' : outcome.reason
  }
  if (decision === 'sign') return carry({ kind: 'sign', person, shown })
  const comment = String(declineReason)
  const because = await keepRecord(ports, journey, `${round}#declined`, person, { comment })
  return carry({ kind: 'decline-to-sign', person, shown, because })
}

// The signature under the commitment as those see it who belong to the journey.
import { definitionOf } from '../../workflows/released/index.ts'
import { signatureStep } from '../../workflows/signature.ts'
import { type CommitmentWork, commitmentWork } from './commitment.ts'
import type { Ports, Session } from './ports.ts'
import { journeyOf, onBehalfIn, type Role } from './read-journey.ts'
import { type StepWork, stepWork } from './step-work.ts'

export interface ReadSignature {
  readonly role: Role
  readonly work: StepWork
  readonly commitment: CommitmentWork
  /** Why somebody did not sign. */
  readonly because: string | undefined
}

/** Undefined for everybody else, and for a journey that needs no signature. */
export async function readSignature(
  ports: Pick<Ports, 'settings' | 'clock' | 'journeys' | 'records' | 'files' | 'drafts'>,
  session: Session,
  journey: string,
): Promise<ReadSignature | undefined> {
  const found = await journeyOf(ports, journey, session)
  if (!found) return undefined
  const { event, role } = found
  const step = signatureStep(definitionOf(event.state.definition))
  const work = step === undefined ? undefined : await stepWork(ports, event, step)
  const commitment = work && (await commitmentWork(ports, event, work.sections))
  if (!work || !commitment) return undefined
  const { signature } = event.state
  const declined = signature?.declined && (await ports.records.get(journey, signature.declined.because.id))
  return {
    role,
    work: { ...work, onBehalf: await onBehalfIn(ports, found) },
    commitment,
    because: declined?.content.comment,
  }
}

// What a step that is handed in says of its signature: that it was given by link, or that there is one on paper.
import type { Of } from '../../workflows/journey-state.ts'
import { keepCommitment, type NotToSign, notToSign } from './ask-for-signature.ts'
import type { Ports } from './ports.ts'
import type { StepWork } from './step-work.ts'

/**
 * Nothing for a step without one, and when the lead signs. What is on paper is kept here, and both get their copy of it; it is
 * signed by whom we could ask for it too.
 */
export async function signatureFor(
  ports: Pick<Ports, 'clock' | 'recordWriter' | 'people' | 'peopleWriter'>,
  { event, commitment }: StepWork,
  actor: string,
): Promise<Pick<Of<'submit'>, 'signed' | 'signedOnPaper'> | NotToSign> {
  if (commitment?.status === 'signed') return { signed: event.state.signature!.document.hash }
  if (commitment?.status !== 'on-paper') return {}
  const { words, signatory } = commitment
  const notThem = await notToSign(ports, event, signatory!)
  if (notThem) return notThem
  return { signedOnPaper: await keepCommitment(ports, event, actor, words!, signatory!) }
}

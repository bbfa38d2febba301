// The document that somebody was asked to sign, with who signs it, as the page and the copy by email show it.
import type { Signature } from '../../workflows/journey-state.ts'
import type { Commitment, Contact, Ports } from './ports.ts'

export interface Document {
  readonly commitment: Commitment
  /** Undefined when their details were erased. */
  readonly signatory: Contact | undefined
  readonly signature: Signature
}

/** Throws when the record is gone: an event never points at nothing. */
export async function documentOf(
  ports: Pick<Ports, 'records' | 'people'>,
  journey: string,
  signature: Signature,
): Promise<Document> {
  const record = await ports.records.get(journey, signature.document.id)
  if (!record?.content.commitment) throw new Error('The document that was to be signed is not there')
  const signatory = await ports.people.contact(signature.person, journey)
  return { commitment: record.content.commitment, signatory, signature }
}

// The formal commitment as it is saved now: what would be signed, by whom, how that stands, and whether it is what was sent to be signed.
import { type Answers, idsIn, textIn } from '../../workflows/fields.ts'
import type { CommittedEvent } from '../../workflows/journey-events.ts'
import {
  isSettled,
  type SignatureStatus,
  signatureOf,
  signatureStatus,
  type UnsettledStatus,
} from '../../workflows/signature.ts'
import type { Commitment, Contact, Ports } from './ports.ts'
import { mintSecret, sha256 } from './secrets.ts'
import { answersIn, type SectionWork } from './section-work.ts'
import { organisationName } from './summarise.ts'

export interface Signatory extends Pick<Contact, 'role' | 'second'> {
  readonly name: string
  readonly address: string
}

export interface CommitmentWork {
  readonly status: SignatureStatus
  /** Undefined while something of it is missing. */
  readonly words: CommitmentWords | undefined
  /** Undefined when the lead signs alone, or it is not said yet. */
  readonly signatory: Signatory | undefined
}

/** What is signed, beside the aims. No names of people: a record cannot be erased. */
export type CommitmentWords = Omit<Commitment, 'salt' | 'people'>

/** Undefined for a step that needs no signature: another one, an earlier definition's, an individual's. */
export async function commitmentWork(
  ports: Pick<Ports, 'records'>,
  event: CommittedEvent,
  sections: readonly SectionWork[],
): Promise<CommitmentWork | undefined> {
  const { journey, state } = event
  if (!sections.some(({ section }) => section.fields.some(({ id }) => id === 'signatureWay')))
    return undefined
  const answers: Answers = Object.assign({}, ...sections.map(answersIn))
  const words = wordsOf(await organisationName(ports, event), answers)
  const signatory = signatoryOf(answers)
  const way = String(answers.signatureWay)
  const complete = words !== undefined && (way === 'lead-signs' || signatory !== undefined)
  const sent = way === 'emailed-link' && signatureOf(state)
  const record = sent && (await ports.records.get(journey, sent.document.id))
  const asked = record ? record.content.commitment : undefined
  const isSame = complete && asked !== undefined && isWhatWasSent(asked, words, signatory!)
  const hasCopy = idsIn(answers.signedCopy).length > 0
  return { status: signatureStatus(state, { complete, way, hasCopy, isSame }), words, signatory }
}

/** What keeps a step from being handed in beside its questions: named by how the signature stands, and where it can be put right. */
export function missingOf(
  journey: string,
  step: string,
  work: CommitmentWork | undefined,
): readonly { readonly status: UnsettledStatus; readonly href: string }[] {
  const status = work?.status
  // What is unfinished is missing among the questions.
  if (status === undefined || status === 'unfinished' || isSettled(status)) return []
  const href =
    status === 'copy-missing'
      ? `/journeys/${journey}/steps/${step}/signed-copy`
      : `/journeys/${journey}/signature`
  return [{ status, href }]
}

/** The same words and people under a new salt. */
export function sealed(words: CommitmentWords, signatory: Signatory): Commitment {
  const salt = mintSecret()
  return { ...words, salt, people: peopleHash(salt, signatory) }
}

function isWhatWasSent(sent: Commitment, words: CommitmentWords, signatory: Signatory): boolean {
  const now: Commitment = { ...words, salt: sent.salt, people: peopleHash(sent.salt, signatory) }
  const names = new Set([...Object.keys(sent), ...Object.keys(now)]) as Set<keyof Commitment>
  return [...names].every((name) => sent[name] === now[name])
}

/** Tells nothing once the record is gone; while it is there, whether the names are still the same. */
function peopleHash(salt: string, { address, name, role = '', second = '' }: Signatory): string {
  return sha256(salt, address, name, role, second)
}

function wordsOf(organisation: string, answers: Answers): CommitmentWords | undefined {
  const { commitmentDeclared, decidingBodyName, decidedOn } = answers
  const [pledge, decidingBody] = [textIn(answers.pledgeWording), textIn(answers.decidingBody)]
  if (!pledge || !commitmentDeclared || !decidingBody) return undefined
  return {
    organisationName: organisation,
    pledge,
    decidingBody,
    ...(typeof decidingBodyName === 'string' && { decidingBodyName }),
    ...(typeof decidedOn === 'string' && { decidedOn }),
  }
}

function signatoryOf(answers: Answers): Signatory | undefined {
  const { signatureWay, signatoryName, signatoryEmail } = answers
  if (
    signatureWay === 'lead-signs' ||
    typeof signatoryName !== 'string' ||
    typeof signatoryEmail !== 'string'
  )
    return undefined
  const text = (id: string) => (typeof answers[id] === 'string' ? answers[id] : undefined)
  const second = [text('secondSignatoryName'), text('secondSignatoryRole')]
  return {
    name: signatoryName,
    address: signatoryEmail,
    role: text('signatoryRole'),
    second: second[0] && second.filter(Boolean).join(', '),
  }
}

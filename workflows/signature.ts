// The signature under the formal commitment (step 3): asking for it, signing, and what still stands in the way of handing the step in.
import type { Decision, JourneyState, Moment, Of, Signature } from './journey-state.ts'
import { type JourneyDefinition, stepsOf } from './model.ts'
import { accepted, email, hasEnded, isUnreachable, refused, withoutMark } from './moves.ts'

/** The step that a signature belongs to; earlier definitions have none. */
export function signatureStep(definition: JourneyDefinition): string | undefined {
  return stepsOf(definition).find(({ sections }) =>
    sections.some(({ fields }) => fields.some(({ id }) => id === 'signatureWay')),
  )?.id
}

/** The one that counts in this round; it is given anew in each. */
export function signatureOf({ signature, round }: JourneyState): Signature | undefined {
  return signature?.round === round ? signature : undefined
}

/** Somebody other than the lead, and nobody who validates the journey. A request that is there already is asked anew. */
export function askForSignature(
  definition: JourneyDefinition,
  state: JourneyState,
  { person, document, instead }: Of<'ask-for-signature'>,
  moment: Moment,
): Decision {
  if (hasEnded(state)) return refused('ended')
  if (state.position.at === 'confirmation') return refused('unconfirmed')
  const step = signatureStep(definition)
  if (step === undefined) return refused('unknown')
  if (Object.hasOwn(state.done, step)) return refused('already')
  if ([state.lead, ...state.panel.map((each) => each.person)].includes(person)) return refused('unknown')
  if (state.signature?.document.hash !== instead) return refused('already')
  const signature = { person, document, round: state.round, askedAt: moment.at }
  return accepted(
    { ...withoutSignatory(state), signature },
    email('signature-asked', person, { commitment: document.id }),
  )
}

/** The copy goes to both. */
export function sign(
  definition: JourneyDefinition,
  state: JourneyState,
  { person, shown }: Of<'sign'>,
  moment: Moment,
): Decision {
  const refusal = refuseUnlessAsked(definition, state, person, shown)
  if (refusal) return refusal
  const signature = { ...state.signature!, signedAt: moment.at }
  return accepted({ ...state, signature }, ...copies(state, signature))
}

/** The lead is told why, and asks anew when it is put right. */
export function declineToSign(
  definition: JourneyDefinition,
  state: JourneyState,
  { person, shown, because }: Of<'decline-to-sign'>,
  moment: Moment,
): Decision {
  const refusal = refuseUnlessAsked(definition, state, person, shown)
  if (refusal) return refusal
  const signature = { ...state.signature!, declined: { at: moment.at, because } }
  return accepted(
    { ...state, signature },
    email('signature-declined', state.lead, { comment: because.id, commitment: signature.document.id }),
  )
}

/** What was signed on paper is known when the step is handed in; then too the copy goes to both. */
export function signedOnPaper(
  state: JourneyState,
  { person, document }: NonNullable<Of<'submit'>['signedOnPaper']>,
  moment: Moment,
) {
  const on = { askedAt: moment.at, signedAt: moment.at, onPaper: true as const }
  const signature = { person, document, round: state.round, ...on }
  return { signature, effects: copies(state, signature) }
}

/** True when exactly this document has been signed in this round. */
export function isSigned(state: JourneyState, hash: string): boolean {
  const signature = signatureOf(state)
  return signature?.signedAt !== undefined && signature.document.hash === hash
}

/** A lead does not sign their own request: it ends, unless they had signed before they became the lead. */
export function withoutOwnRequest(state: JourneyState): JourneyState {
  const { signature, ...others } = state
  return signature?.person === state.lead && signature.signedAt === undefined ? others : state
}

/**
 * How it stands. `lead-signs` = by handing the step in; `on-paper` = there is a signed copy. Unsettled: `copy-missing` = it is on
 * paper, and there is none; `changed` = what was sent to be signed, or who is to sign, is another now. `unfinished` = what is
 * to be signed, or by whom, is not all said.
 */
export type SignatureStatus = SettledStatus | UnsettledStatus | 'unfinished'
export type SettledStatus = 'lead-signs' | 'on-paper' | 'signed'
export type UnsettledStatus =
  | 'copy-missing'
  | 'not-asked'
  | 'changed'
  | 'unreachable'
  | 'declined'
  | 'waiting'

/** `isSame` = the document that somebody was asked to sign says what is saved now. */
export function signatureStatus(
  state: JourneyState,
  now: {
    readonly complete: boolean
    readonly way: string
    readonly hasCopy: boolean
    readonly isSame: boolean
  },
): SignatureStatus {
  if (!now.complete) return 'unfinished'
  if (now.way === 'lead-signs') return 'lead-signs'
  if (now.way === 'signed-copy') return now.hasCopy ? 'on-paper' : 'copy-missing'
  const signature = signatureOf(state)
  if (!signature) return 'not-asked'
  if (!now.isSame) return 'changed'
  if (signature.signedAt) return 'signed'
  if (signature.declined) return 'declined'
  return isUnreachable(state, signature.person) ? 'unreachable' : 'waiting'
}

/** True when the step can be handed in as far as its signature goes. */
export function isSettled(status: SignatureStatus): status is SettledStatus {
  return status === 'signed' || status === 'lead-signs' || status === 'on-paper'
}

function refuseUnlessAsked(
  definition: JourneyDefinition,
  state: JourneyState,
  person: string,
  shown: string,
): Decision | undefined {
  const { signature } = state
  if (signature?.person !== person) return refused('unknown')
  if (signature.document.hash !== shown) return refused('stale')
  if (signature.signedAt || signature.declined) return refused('already')
  if (hasEnded(state)) return refused('ended')
  const isOver = Object.hasOwn(state.done, signatureStep(definition) ?? '')
  return isOver || !signatureOf(state) ? refused('stale') : undefined
}

/** Whoever was asked before leaves no mark, unless they help with the journey. */
function withoutSignatory(state: JourneyState): JourneyState {
  const before = state.signature?.person
  return before === undefined || [state.lead, ...state.colleagues].includes(before)
    ? state
    : withoutMark(state, before)
}

function copies({ lead }: JourneyState, { person, document }: Signature) {
  const both = new Set([person, lead])
  return [...both].map((to) => email('commitment-signed', to, { commitment: document.id }))
}

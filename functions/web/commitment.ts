// The formal commitment as it is read: the three aims, the pledge, who decided, who signs.
import { commitment as words } from '../../workflows/words/commitment.ts'
import { word } from '../../workflows/words.ts'
import type { CommitmentWords } from '../app/commitment.ts'
import type { Contact } from '../app/ports.ts'
import { aimsList } from './aims.ts'
import { formatDate, formatMoment } from './dates.ts'
import { type Html, html } from './html.ts'
import { say } from './say.ts'
import { type Fact, summaryList } from './summary-list.ts'

/** `signedAt` (ISO) once it is signed. */
export function commitmentText(
  commitment: CommitmentWords,
  signatory: Pick<Contact, 'name' | 'role' | 'second'> | undefined,
  signedAt?: string,
): Html {
  const [signs, signsToo] = signatories(signatory)
  const facts: Fact[] = [
    [words('decidedBy'), html`<bdi>${decidingBody(commitment)}</bdi>`],
    ...(commitment.decidedOn ? [[words('decidedOn'), formatDate(commitment.decidedOn)] as const] : []),
    [words('signs'), html`<bdi>${signs}</bdi>`],
    ...(signsToo ? [[words('signsToo'), html`<bdi>${signsToo}</bdi>`] as const] : []),
    ...(signedAt ? [[words('signed'), formatMoment(signedAt)] as const] : []),
  ]
  return html`<div class="govuk-inset-text"><p class="govuk-body">${say(words, 'commits', { organisation: html`<bdi>${commitment.organisationName}</bdi>` })}</p>
${aimsList}
<h2 class="govuk-heading-s">${words('pledge')}</h2>
<p class="govuk-body app-said">${commitment.pledge}</p></div>
${summaryList(facts)}`
}

export function decidingBody({ decidingBody, decidingBodyName }: CommitmentWords): string {
  const kind = word(`field.decidingBody.${decidingBody}`)
  return decidingBodyName ? words('named', { name: kind, role: decidingBodyName }) : kind
}

/** Who signs, and who else is named as standing behind it, each with their role. The second gets no link of their own. */
export function signatories(
  signatory: Pick<Contact, 'name' | 'role' | 'second'> | undefined,
): readonly string[] {
  if (!signatory) return [words('removed')]
  const { name, role, second } = signatory
  return [role ? words('named', { name, role }) : name, ...(second ? [second] : [])]
}

// The page of the signature under the commitment, for the lead and colleagues: how it stands, what is signed, and asking for it.
import { signature as words } from '../../workflows/words/signature.ts'
import { word } from '../../workflows/words.ts'
import type { NotAsked, NotToSign } from '../app/ask-for-signature.ts'
import type { CommitmentWork } from '../app/commitment.ts'
import type { StepWork } from '../app/step-work.ts'
import { commitmentText } from './commitment.ts'
import { formatDate, formatMoment } from './dates.ts'
import { errorSummary, hidden } from './form.ts'
import { type Html, html } from './html.ts'
import { notice, type Page } from './layout.ts'
import { say } from './say.ts'

export interface SignatureView {
  readonly work: StepWork
  readonly commitment: CommitmentWork
  /** Why somebody did not sign. */
  readonly because: string | undefined
  /** Undefined for a colleague, who may only look. */
  readonly token: string | undefined
}

export function signaturePage(view: SignatureView, notAsked?: NotAsked): Page {
  const { work, commitment } = view
  const { event, step } = work
  const { words: text, signatory, status } = commitment
  const path = `/journeys/${event.journey}/steps/${step.id}`
  const signedAt = status === 'signed' || !work.open ? event.state.signature?.signedAt : undefined
  return {
    title: words('title'),
    onBehalf: work.onBehalf,
    refused: notAsked !== undefined,
    back: { href: path, label: words('back') },
    body: html`${errorSummary(notAsked ? { ask: words(`error-${notAsked}`) } : {})}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${word(`wait.${step.id}`)}</span>${words('title')}</h1>
${howItStands(view)}
${asking(view)}
${text && html`<h2 class="govuk-heading-m">${words('words')}</h2>\n${commitmentText(text, signatory, signedAt)}`}
${work.open && changes(path, work)}`,
  }
}

/** Handing in with a signature on paper of somebody whom we could not ask for it either. */
export function notToSignPage(step: string, why: NotToSign): Page {
  return notice(words('notThem'), [words(`error-${why}`), words('notThemSaved')], {
    href: `${step}/signature`,
    label: words('notThemGo'),
  })
}

function howItStands({ work, commitment: { status, signatory }, because }: SignatureView): Html {
  const { event, open } = work
  const { signature } = event.state
  // What was signed on paper is signed once the step is handed in.
  const shown = !open && signature?.signedAt ? 'signed' : status
  const values = {
    name: html`<bdi>${signatory?.name}</bdi>`,
    address: html`<bdi>${signatory?.address}</bdi>`,
    date:
      status === 'signed' ? formatMoment(signature!.signedAt!) : formatDate(signature?.askedAt ?? event.at),
  }
  return html`<p class="govuk-body">${say(words, shown, values)}</p>
${open && shown === 'signed' && html`<p class="govuk-body">${words('signedChange')}</p>`}
${status === 'declined' && html`<blockquote class="govuk-inset-text app-said">${because}</blockquote>\n<p class="govuk-body">${words('declinedNext')}</p>`}`
}

function asking({ work, commitment: { status, signatory }, token }: SignatureView): Html | undefined {
  const { journey, state } = work.event
  const again = ['waiting', 'declined', 'changed', 'unreachable'].includes(status)
  if (!work.open || !signatory || !(again || status === 'not-asked')) return undefined
  if (token === undefined) return html`<p class="govuk-body">${words('leadAsks')}</p>`
  return html`<form method="post" action="/journeys/${journey}/signature">
${hidden('token', token)}${state.signature && hidden('instead', state.signature.document.hash)}
<button class="govuk-button" id="ask">${words(again ? 'askAgain' : 'ask', { name: signatory.name })}</button>
</form>`
}

function changes(path: string, { sections }: StepWork): Html {
  const those = sections.filter(({ section }) => ['pledge', 'decision', 'signature'].includes(section.id))
  return html`<p class="govuk-body">${words('change')}</p>
<ul class="govuk-list govuk-list--bullet">${those.map(({ section: { id } }) => html`<li><a class="govuk-link" href="${path}/${id}">${word(`section.${id}`)}</a></li>\n`)}</ul>`
}

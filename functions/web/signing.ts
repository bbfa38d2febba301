// What whoever is to sign the commitment sees at the address that our email leads to.
import type { Problem } from '../../workflows/fields.ts'
import type { PlainField } from '../../workflows/model.ts'
import { signing as words } from '../../workflows/words/signing.ts'
import type { Document } from '../app/commitment-document.ts'
import type { Signing } from '../app/signing.ts'
import { commitmentText } from './commitment.ts'
import { formatMoment } from './dates.ts'
import { choose, errorSummary, hidden, type Messages, messagesFor, type Typed, textArea } from './form.ts'
import { type Html, html } from './html.ts'
import { notice, type Page } from './layout.ts'
import { say } from './say.ts'
import { addressForm } from './sign-in.ts'

/** A reason is asked for by one decision alone. */
export function signingFields(decision: string | undefined): readonly PlainField[] {
  return [
    { id: 'decision', kind: 'choice', required: true, options: ['sign', 'decline'] },
    { id: 'declineReason', kind: 'long-text', required: decision === 'decline', maxWords: 300 },
  ]
}

export function signingMessages(problems: Readonly<Record<string, Problem>>): Messages {
  const own: Messages = { decision: words('missing'), declineReason: words('whyMissing') }
  const isMissing = (id: string) => id === 'decision' || problems[id]!.code === 'missing'
  return Object.fromEntries(
    Object.entries(messagesFor(problems)).map(([id, text]) => [id, isMissing(id) ? own[id]! : text]),
  )
}

/** For somebody whom we do not know yet: nothing is read, and nothing told of the journey. */
export function signingWelcome(journey: string): Page {
  return {
    title: words('welcomeTitle'),
    body: html`<h1 class="govuk-heading-l">${words('welcomeTitle')}</h1>
${(['welcome', 'welcomeCode', 'welcomeLink'] as const).map((each) => html`<p class="govuk-body">${words(each)}</p>\n`)}
${addressForm(`/sign/${journey}`, words('addressHint'))}`,
  }
}

export function signingPage(
  journey: string,
  view: Signing,
  token: string,
  typed: Typed = {},
  messages: Messages = {},
): Page {
  switch (view.stage) {
    case 'open':
      return openPage(journey, view, token, typed, messages)
    case 'signed':
      return signedPage(view)
    case 'declined':
      return {
        title: words('declinedTitle'),
        body: html`<h1 class="govuk-heading-l">${words('declinedTitle')}</h1>
${view.because && html`<blockquote class="govuk-inset-text app-said">${view.because}</blockquote>`}
<p class="govuk-body">${words('declined')}</p>`,
      }
    case 'changing':
    case 'over':
    case 'ended':
      return notice(words(`${view.stage}Title`), [words(view.stage)])
  }
}

/** Nothing was signed; the page behind shows what there is to sign now. */
export function changedPage(journey: string): Page {
  const next = { href: `/sign/${journey}`, label: words('lookAgain') }
  return notice(words('staleTitle'), [words('stale')], next)
}

function openPage(journey: string, view: Document, token: string, typed: Typed, messages: Messages): Page {
  const { commitment, signatory, signature } = view
  const organisation = commitment.organisationName
  const link = html`<a class="govuk-link" href="/privacy">${words('privacyLink')}</a>`
  return {
    title: words('title'),
    refused: Object.keys(messages).length > 0,
    body: html`${errorSummary(messages)}
<h1 class="govuk-heading-l">${words('title')}</h1>
<p class="govuk-body">${say(words, 'read', { organisation: html`<bdi>${organisation}</bdi>` })}</p>
${commitmentText(commitment, signatory)}
<form method="post" action="/sign/${journey}" novalidate>
${hidden('token', token)}${hidden('shown', signature.document.hash)}
${decision(organisation, typed, messages)}
<p class="govuk-body">${words('copy')} ${say(words, 'privacy', { link })}</p>
<button class="govuk-button">${words('press')}</button>
</form>`,
  }
}

/** Nothing is chosen beforehand. */
function decision(organisation: string, typed: Typed, messages: Messages): Html {
  const all = [
    { value: 'sign', label: words('sign', { organisation }) },
    { value: 'decline', label: words('decline') },
  ]
  return html`${choose('decision', words('question'), 'radio', all, { message: messages.decision, values: typed.decision ?? [] })}
${textArea('declineReason', words('why'), { hint: words('whyHint'), message: messages.declineReason, value: typed.declineReason?.[0] })}`
}

function signedPage({ commitment, signatory, signature }: Document): Page {
  return {
    title: words('signedTitle'),
    body: html`<h1 class="govuk-heading-l">${words('signedTitle')}</h1>
<p class="govuk-body">${words('signed', { date: formatMoment(signature.signedAt!) })}</p>
${commitmentText(commitment, signatory, signature.signedAt)}`,
  }
}

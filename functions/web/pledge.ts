// The pledge: a public page for everybody of an organisation, one tick, and what they like to say; and what its lead sees of it.
import { personalPledgeFields } from '../../workflows/personal-pledge.ts'
import { pledge as words } from '../../workflows/words/pledge.ts'
import type { PledgeCount } from '../app/pledge.ts'
import { details } from './details.ts'
import { choose, errorSummary, hidden, type Messages, renderFields, type Typed } from './form.ts'
import { type Html, html } from './html.ts'
import { notice, type Page } from './layout.ts'
import { say } from './say.ts'

export interface PledgeView {
  readonly journey: string
  readonly organisationName: string
  /** The organisation's own; undefined until it has written them. */
  readonly words: string | undefined
}

export function pledgePage(
  { journey, organisationName, words: own }: PledgeView,
  id: string,
  typed: Typed = {},
  messages: Messages = {},
): Page {
  const isMoreTyped = personalPledgeFields.some(
    (field) => messages[field.id] || typed[field.id]?.some((value) => value !== ''),
  )
  return {
    title: words('title', { organisationName }),
    refused: Object.keys(messages).length > 0,
    body: html`${errorSummary(messages)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${words('caption')}</span>${say(words, 'heading', { organisationName: html`<bdi>${organisationName}</bdi>` })}</h1>
<p class="govuk-body">${say(words, 'what', { organisationName: html`<bdi>${organisationName}</bdi>` })}</p>
${
  own
    ? html`<p class="govuk-body">${words('wording')}</p>
<blockquote class="govuk-inset-text"><p class="govuk-body app-said"><bdi>${own}</bdi></p></blockquote>`
    : html`<p class="govuk-body">${words('aim')}</p>`
}
<form method="post" action="/pledge/${journey}" novalidate>
${hidden('id', id)}
${choose('pledge', words('question'), 'checkbox', [{ value: 'yes', label: words('yes') }], {
  hint: words('free'),
  message: messages.pledge,
  values: typed.pledge ?? [],
})}
${details(
  words('more'),
  html`<p class="govuk-body">${say(words, 'moreWhat', { organisationName: html`<bdi>${organisationName}</bdi>` })}</p>
${renderFields(personalPledgeFields, typed, messages)}`,
  isMoreTyped,
)}
<button class="govuk-button">${words('press')}</button>
</form>`,
  }
}

export function pledgedPage(
  { organisationName }: Pick<PledgeView, 'organisationName'>,
  count: PledgeCount,
): Page {
  return {
    title: words('thanks'),
    body: html`<div class="govuk-panel govuk-panel--confirmation"><h1 class="govuk-panel__title">${words('thanks')}</h1>
<div class="govuk-panel__body">${say(words, 'soFar', { count: soFar(count), organisationName: html`<bdi>${organisationName}</bdi>` })}</div></div>
<p class="govuk-body">${words('close')}</p>
<p class="govuk-body"><a class="govuk-link" href="/">${words('mark')}</a></p>`,
  }
}

/** For a link that came too early, or too late. */
export function noPledgesPage(): Page {
  return notice(words('closedTitle'), [words('closed')])
}

/** Beside the step that gathers pledges. */
export function pledgesBeside(baseUrl: string, journey: string, count: PledgeCount, isOpen: boolean): Html {
  const link = `${baseUrl}/pledge/${journey}`
  return html`<h2 class="govuk-heading-m">${words('linkTitle')}</h2>
${
  isOpen
    ? html`<p class="govuk-body">${words('linkText')}</p>
<p class="govuk-body govuk-!-text-break-word"><a class="govuk-link" href="${link}">${link}</a></p>
<p class="govuk-body">${words('linkShows')}</p>`
    : html`<p class="govuk-body">${words('linkClosed')}</p>`
}
<p class="govuk-body">${say(words, count.earlier > 0 ? 'countOfRounds' : 'count', { count: html`<strong>${soFar(count)}.</strong>`, thisRound: inDigits(count.thisRound) })}</p>
<p class="govuk-body"><a class="govuk-link" href="/journeys/${journey}/pledges">${words('read')}</a></p>`
}

export function soFar({ thisRound, earlier }: PledgeCount): string {
  const all = thisRound + earlier
  if (all === 0) return words('none')
  return all === 1 ? words('one') : words('several', { count: inDigits(all) })
}

export function inDigits(count: number): string {
  return count.toLocaleString('en-GB')
}

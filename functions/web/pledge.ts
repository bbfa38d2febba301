// The pledge: a public page for everybody of an organisation, one tick, no name; and what its lead sees of it.
import type { PledgeCount } from '../app/pledge.ts'
import { choose, errorSummary, hidden, type Messages } from './form.ts'
import { type Html, html } from './html.ts'
import { notice, type Page } from './layout.ts'

export interface PledgeView {
  readonly journey: string
  readonly organisationName: string
  /** The organisation's own; undefined until it has written them. */
  readonly words: string | undefined
}

export function pledgePage(
  { journey, organisationName, words }: PledgeView,
  id: string,
  messages: Messages = {},
): Page {
  return {
    title: `Pledge with ${organisationName}`,
    refused: Object.keys(messages).length > 0,
    body: html`${errorSummary(messages)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">Cultural Cohesion Quality Mark</span>Pledge with <bdi>${organisationName}</bdi></h1>
<p class="govuk-body"><bdi>${organisationName}</bdi> works towards the Cultural Cohesion Quality Mark: for harmonious relationships, and fair chances for everyone.</p>
${
  words
    ? html`<p class="govuk-body">This is the pledge:</p>
<blockquote class="govuk-inset-text"><p class="govuk-body app-said"><bdi>${words}</bdi></p></blockquote>`
    : html`<p class="govuk-body">The pledge is to help to improve how people get on with one another, wherever you meet.</p>`
}
<form method="post" action="/pledge/${journey}" novalidate>
${hidden('id', id)}
${choose('pledge', 'Will you pledge too?', 'checkbox', [{ value: 'yes', label: 'I pledge' }], {
  hint: 'It is your free choice. We do not ask who you are, and nobody can see whether you pledged.',
  message: messages.pledge,
  values: [],
})}
<button class="govuk-button">Send my pledge</button>
</form>`,
  }
}

export function pledgedPage(
  { organisationName }: Pick<PledgeView, 'organisationName'>,
  count: PledgeCount,
): Page {
  return {
    title: 'Thank you for your pledge',
    body: html`<div class="govuk-panel govuk-panel--confirmation"><h1 class="govuk-panel__title">Thank you for your pledge</h1>
<div class="govuk-panel__body">${soFar(count)} with <bdi>${organisationName}</bdi> so far.</div></div>
<p class="govuk-body">You can close this page now. Tell your colleagues, family and friends about it.</p>
<p class="govuk-body"><a class="govuk-link" href="/">What is the Cultural Cohesion Quality Mark?</a></p>`,
  }
}

/** For a link that came too early, or too late. */
export function noPledgesPage(): Page {
  return notice('Nobody can pledge here now', [
    'This organisation has not begun its journey yet, or has ended it. Ask whoever sent you the link.',
  ])
}

/** Beside the step that gathers pledges. */
export function pledgesBeside(baseUrl: string, journey: string, count: PledgeCount, isOpen: boolean): Html {
  const link = `${baseUrl}/pledge/${journey}`
  return html`<h2 class="govuk-heading-m">Your pledge link</h2>
${
  isOpen
    ? html`<p class="govuk-body">Send this link to everyone who takes part. It works on a phone, takes a minute, and needs no name and no account:</p>
<p class="govuk-body govuk-!-text-break-word"><a class="govuk-link" href="${link}">${link}</a></p>
<p class="govuk-body">People see your organisation’s name there, and the words of your pledge as you saved them last.</p>`
    : html`<p class="govuk-body">The link is closed, since the journey has ended.</p>`
}
<p class="govuk-body"><strong>${soFar(count)}.</strong>${count.earlier > 0 && ` Of these, ${inDigits(count.thisRound)} in this round.`} The link can only count: it cannot tell who pledged, or whether somebody did so twice.</p>`
}

function soFar({ thisRound, earlier }: PledgeCount): string {
  const all = thisRound + earlier
  if (all === 0) return 'Nobody has pledged yet'
  return all === 1 ? '1 person has pledged' : `${inDigits(all)} people have pledged`
}

function inDigits(count: number): string {
  return count.toLocaleString('en-GB')
}

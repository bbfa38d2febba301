// What people pledged, for the lead and colleagues: counts, and what people said, with the way to show or remove it.
import { personalPledgeFields } from '../../workflows/personal-pledge.ts'
import { tellTalesIn } from '../../workflows/screen.ts'
import { pledges as words } from '../../workflows/words/pledges.ts'
import { word } from '../../workflows/words.ts'
import type { PledgeCount } from '../app/pledge.ts'
import type { SaidInPledge } from '../app/ports.ts'
import { formatDate } from './dates.ts'
import { hidden } from './form.ts'
import { type Html, html } from './html.ts'
import { notice, type Page } from './layout.ts'
import type { OnBehalf } from './on-behalf.ts'
import { inDigits, soFar } from './pledge.ts'
import { say } from './say.ts'
import { success } from './success.ts'
import { summaryList } from './summary-list.ts'
import { tag } from './task-list.ts'

export interface PledgesView {
  readonly journey: string
  readonly count: PledgeCount
  /** Of this round. */
  readonly groups: Readonly<Record<string, number>>
  readonly said: readonly SaidInPledge[]
  /** Where the list goes on, and where it began. */
  readonly more: string | undefined
  readonly before: string | undefined
  readonly hasPage: boolean
  /** The ids of those that everybody can read. */
  readonly shown: readonly string[]
  /** Undefined for a colleague, who may only look. */
  readonly token: string | undefined
  readonly onBehalf: OnBehalf | undefined
}

export type Moderated = 'shown' | 'hidden' | 'removed'

export function pledgesPage(view: PledgesView, done: Moderated | undefined): Page {
  const { journey, count, said, more, before, token, hasPage } = view
  const path = `/journeys/${journey}`
  const settings = html`<a class="govuk-link" href="${path}/public">${words('settings')}</a>`
  return {
    title: words('title'),
    onBehalf: view.onBehalf,
    back: { href: path, label: words('back') },
    body: html`${done && success(words(done === 'shown' && !hasPage ? 'shownLater' : done))}
<h1 class="govuk-heading-l">${words('title')}</h1>
<p class="govuk-body"><strong>${soFar(count)}.</strong> ${count.earlier > 0 && words('rounds', { thisRound: inDigits(count.thisRound), earlier: inDigits(count.earlier) })}</p>
${groups(view)}
<h2 class="govuk-heading-m">${words('said')}</h2>
<p class="govuk-body">${words('what')}${!token && html` ${words('onlyLead')}`}</p>
${said.length > 0 && html`<p class="govuk-body">${hasPage ? say(words, 'onPage', { settings }) : say(words, 'noPage', { settings })}</p>`}
${said.length > 0 ? said.map((each) => article(view, each)) : html`<p class="govuk-body">${words('nothing')}</p>`}
${before && html`<p class="govuk-body"><a class="govuk-link" href="${path}/pledges">${words('newest')}</a></p>`}
${more && html`<p class="govuk-body"><a class="govuk-link" href="${path}/pledges?before=${encodeURIComponent(more)}">${words('earlier')}</a></p>`}`,
  }
}

function groups({ groups, count }: PledgesView): Html | undefined {
  const field = personalPledgeFields.find(({ id }) => id === 'pledgeGroup')!
  const known = 'options' in field ? field.options : []
  const facts = known
    .filter((group) => groups[group])
    .map((group) => [nameOf(group), inDigits(groups[group]!)] as const)
  if (facts.length === 0) return undefined
  const rest = count.thisRound - Object.values(groups).reduce((sum, each) => sum + each, 0)
  const all = rest > 0 ? [...facts, [words('notSaid'), inDigits(rest)] as const] : facts
  return html`<h2 class="govuk-heading-m">${words('groups')}</h2>
${summaryList(all)}`
}

function nameOf(group: string): string {
  return word(`field.pledgeGroup.${group}`)
}

function article({ journey, token, before, shown, hasPage }: PledgesView, said: SaidInPledge): Html {
  const isShown = shown.includes(said.id)
  const state = isShown
    ? hasPage
      ? 'isShown'
      : 'isChosen'
    : said.forEverybody
      ? 'everybody'
      : 'notEverybody'
  const about = words('about', { who: said.name ?? words('somebody'), date: formatDate(said.at) })
  const button = (action: string, label: string) =>
    html`<button class="app-button-link" name="action" value="${action}">${label}<span class="govuk-visually-hidden"> ${about}</span></button>`
  const turn = isShown ? button('hide', words('hide')) : button('show', words('show'))
  return html`<article class="app-idea">${
    said.words &&
    html`<blockquote class="govuk-inset-text app-said" dir="auto">${said.words}</blockquote>
`
  }<p class="govuk-body">${who(said)}</p>
<p class="govuk-body-s">${formatDate(said.at)} · ${words(state)}</p>
${said.forEverybody && lookFirst(said)}${
  token &&
  html`<form class="govuk-body" method="post" action="/journeys/${journey}/pledges/${said.id}">${hidden('token', token)}${before && hidden('before', before)}${said.forEverybody && html`${turn} · `}${button('remove', words('remove'))}</form>
`
}</article>
`
}

/** What they may tell of somebody, before everybody reads it. */
function lookFirst({ name = '', words: said = '' }: SaidInPledge): Html | undefined {
  const found = tellTalesIn([name, said])
  return found.length > 0
    ? html`<p class="govuk-body">${tag(words('lookFirst'), 'govuk-tag--orange')} ${found.map((each) => words(each)).join(' ')}</p>
`
    : undefined
}

/** Each is in the direction in which it was written. */
function who({ name, team, group }: SaidInPledge): Html {
  const more = [team, group && nameOf(group)].filter((each) => each !== undefined)
  return html`<strong><bdi>${name ?? words('somebody')}</bdi></strong>${more.map((each) => html` · <bdi>${each}</bdi>`)}`
}

export function notForEverybodyPage(back: string): Page {
  return notice(words('refusedTitle'), [words('refused')], { href: back, label: words('refusedNext') })
}

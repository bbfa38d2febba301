// What the public sees of a journey: its lead chooses, publishes and takes down, each with one press.
import { type CopiedPart, type PublicPart, publicParts } from '../../workflows/publicised.ts'
import { publicSettings as words } from '../../workflows/words/public-settings.ts'
import type { PublicJourney, PublishedIdea, PublishedPage } from '../app/ports.ts'
import type { MeantForEverybody } from '../app/publishable.ts'
import { formatMoment } from './dates.ts'
import { choose, errorSummary, hidden, type Messages } from './form.ts'
import { type Html, html } from './html.ts'
import { notice, type Page } from './layout.ts'
import type { OnBehalf } from './on-behalf.ts'
import { organisationParts, publicName } from './organisation.ts'
import { say } from './say.ts'
import { success } from './success.ts'
import { type Task, taskList } from './task-list.ts'

/** What has just been done. */
export type Done = 'published' | 'down' | 'ideaPublished' | 'ideaDown' | 'nameShown' | 'nameHidden'

export interface PublicSettings {
  readonly journey: string
  readonly individual: boolean
  readonly ended: boolean
  readonly published: PublicJourney
  /** Parts that there is nothing to show of yet. */
  readonly empty: readonly CopiedPart[]
  readonly meant: readonly MeantForEverybody[]
  /** Of the two forms; undefined for a colleague, who may only look. */
  readonly tokens: { readonly page: string; readonly idea: string } | undefined
  readonly onBehalf?: OnBehalf | undefined
  readonly done?: Done | undefined
}

export function publicSettingsPage(
  view: PublicSettings,
  chosen: readonly string[] = view.published.page?.shows ?? [],
  messages: Messages = {},
): Page {
  const { journey, individual, ended, published, tokens, done } = view
  const path = `/journeys/${journey}`
  const mayPublish = tokens !== undefined && !ended
  return {
    title: words('title'),
    refused: Object.keys(messages).length > 0,
    onBehalf: view.onBehalf,
    back: { href: path, label: words('back') },
    body: html`${errorSummary(messages)}${done && success(words(done))}
<h1 class="govuk-heading-l">${words('title')}</h1>
<p class="govuk-body">${words(ended ? 'ended' : 'what')}</p>
${whatIsPublic(journey, published.page)}
${mayPublish ? chooser(view, tokens.page, chosen, messages) : !tokens && html`<p class="govuk-body">${words('onlyLead')}</p>`}
${!ended && html`<p class="govuk-body"><a class="govuk-link" href="${path}/public/preview">${words('preview')}</a></p>`}
${individual && tokens && name(view, tokens.page, messages)}
${ideas(view)}
${tokens && isAnythingPublic(published) && takeDown(path, tokens.page)}`,
  }
}

function isAnythingPublic({ page, ideas, pledges, name }: PublicJourney): boolean {
  return page !== undefined || ideas.length > 0 || pledges.length > 0 || name !== undefined
}

function whatIsPublic(journey: string, page: PublishedPage | undefined): Html {
  if (!page) return html`<p class="govuk-body">${words('nothing')}</p>`
  const link = html`<a class="govuk-link" href="/organisations/${journey}">${words('look')}</a>`
  return html`<p class="govuk-body">${say(words, 'public', { moment: formatMoment(page.publishedAt), link })}</p>
<p class="govuk-body">${words('stays')}</p>`
}

function chooser(
  { journey, published, empty }: PublicSettings,
  token: string,
  chosen: readonly string[],
  messages: Messages,
): Html {
  const options = publicParts.map((part) => ({ value: part, label: words(part), hint: hintOf(part, empty) }))
  return html`<form method="post" action="/journeys/${journey}/public" novalidate>${hidden('token', token)}
${choose('show', words('choose'), 'checkbox', options, { hint: words('chooseHint'), message: messages.show, values: chosen })}
<button class="govuk-button" name="action" value="publish">${words(published.page ? 'update' : 'publish')}</button></form>
`
}

function hintOf(part: PublicPart, empty: readonly string[]): string {
  const what = words(`${part}Hint`)
  return empty.includes(part) ? words('notYet', { what }) : what
}

function name({ journey, ended, published }: PublicSettings, token: string, messages: Messages): Html {
  const action = `/journeys/${journey}/public`
  const heading = html`<h2 class="govuk-heading-m">${words('name')}</h2>`
  if (published.name !== undefined) {
    return html`${heading}<p class="govuk-body">${words('nameIs')}</p>
<form method="post" action="${action}">${hidden('token', token)}<button class="govuk-button govuk-button--secondary" name="action" value="hide-name">${words('nameHide')}</button></form>
`
  }
  if (ended) return html``
  const tick = [{ value: 'yes', label: words('nameTick') }]
  return html`${heading}<form method="post" action="${action}" novalidate>${hidden('token', token)}
${choose('showName', words('nameAsk'), 'checkbox', tick, { hint: words('nameHint'), message: messages.showName, values: [] })}
<button class="govuk-button govuk-button--secondary" name="action" value="show-name">${words('nameSave')}</button></form>
`
}

function ideas(view: PublicSettings): Html {
  const { journey, published, meant } = view
  const gone = published.ideas.filter(({ entry }) => !meant.some((each) => each.entry === entry))
  const rows = [
    ...meant.map(({ entry, title, idea }) =>
      row(view, { entry, title, lacks: idea ? undefined : 'incomplete' }, publicIdea(published, entry)),
    ),
    ...gone.map((idea) => row(view, { ...idea, lacks: 'gone' }, idea)),
  ]
  const link = html`<a class="govuk-link" href="/ideas">${words('ideasLink')}</a>`
  return html`<h2 class="govuk-heading-m">${words('ideas')}</h2>
<p class="govuk-body">${say(words, 'ideasWhat', { link })}</p>
${rows.length > 0 ? taskList(rows) : html`<p class="govuk-body">${words('noIdeas')}</p>`}
<p class="govuk-body"><a class="govuk-link" href="/journeys/${journey}/steps/positive-action/diary">${words('diary')}</a></p>`
}

function publicIdea({ ideas }: PublicJourney, entry: string): PublishedIdea | undefined {
  return ideas.find((each) => each.entry === entry)
}

function row(
  { journey, ended, tokens }: PublicSettings,
  { entry, title, lacks }: { entry: string; title: string; lacks: 'incomplete' | 'gone' | undefined },
  idea: PublishedIdea | undefined,
): Task {
  const button = (action: string, label: string) =>
    html`<form method="post" action="/journeys/${journey}/public/${entry}">${hidden('token', tokens!.idea)}<button class="app-button-link" name="action" value="${action}">${label}<span class="govuk-visually-hidden"> ${words('about', { title })}</span></button></form>`
  return {
    id: `idea-${entry}`,
    name: html`<bdi>${title}</bdi>`,
    href: `/journeys/${journey}/steps/positive-action/diary/${entry}`,
    hint: [
      idea ? words('isPublic', { moment: formatMoment(idea.publishedAt) }) : words('isNotPublic'),
      lacks && words(lacks),
    ]
      .filter(Boolean)
      .join('. '),
    more: html`${tokens && !lacks && !ended && button('publish', words(idea ? 'updateIdea' : 'publishIdea'))}${tokens && idea && button('take-down', words('takeDownIdea'))}`,
  }
}

function takeDown(path: string, token: string): Html {
  return html`<form method="post" action="${path}/public">${hidden('token', token)}<p class="govuk-body">${words('takeDownWhat')}</p>
<button class="govuk-button govuk-button--warning" name="action" value="take-down">${words('takeDown')}</button></form>
`
}

/** Every part as it would be published now. */
export function previewPage(
  page: Omit<PublishedPage, 'publishedAt' | 'by'>,
  published: PublicJourney,
  onBehalf: OnBehalf | undefined,
): Page {
  return {
    title: words('previewTitle'),
    onBehalf,
    back: { href: `/journeys/${page.journey}/public`, label: words('previewBack') },
    body: html`<div class="govuk-inset-text"><p class="govuk-body"><strong>${words('previewTitle')}.</strong> ${words('previewWhat')}</p></div>
<h1 class="govuk-heading-xl"><bdi>${publicName(page, published.name)}</bdi></h1>
${organisationParts({ ...published, page })}`,
  }
}

/** Beside a step that says the public can read it here. */
export function missingFromPage(journey: string): Html {
  return html`${words('missing')} <a class="govuk-link" href="/journeys/${journey}/public">${words('missingLink')}</a>`
}

export function notPublicPage(settings: string): Page {
  return notice(words('refusedTitle'), [words('refused')], { href: settings, label: words('refusedNext') })
}

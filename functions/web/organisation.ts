// The public page of an organisation: what it has chosen to show, in its own words.
import { type Answers, entriesIn, idsIn } from '../../workflows/fields.ts'
import { organisation as words } from '../../workflows/words/organisation.ts'
import { word } from '../../workflows/words.ts'
import type { PublicJourney, PublishedIdea, PublishedPage, Settings } from '../app/ports.ts'
import { formatDate } from './dates.ts'
import { type Html, html } from './html.ts'
import { ideaArticle, linkOut, told } from './idea.ts'
import type { Page } from './layout.ts'
import { say } from './say.ts'
import { type Fact, summaryCard, summaryList } from './summary-list.ts'

/** What fits on one page. */
const updatesAtOnce = 20
const pledgesAtMost = 20

export interface OrganisationView extends Omit<PublicJourney, 'page'> {
  readonly page: Omit<PublishedPage, 'publishedAt' | 'by'>
  /** The entry that the updates go on after. */
  readonly after?: string | undefined
}

/** How everybody knows who it is: an individual by name only while they want it. */
export function publicName(
  { individual, name }: Pick<PublishedPage, 'individual' | 'name'>,
  shown: string | undefined,
): string {
  return individual ? (shown ?? words('individual')) : (name ?? words('unnamed'))
}

export function organisationPage(
  view: OrganisationView & { readonly page: PublishedPage },
  { contact }: Pick<Settings, 'contact'>,
): Page {
  const name = publicName(view.page, view.name)
  return {
    title: name,
    body: html`<h1 class="govuk-heading-xl"><bdi>${name}</bdi></h1>
${organisationParts(view)}
<p class="govuk-body-s">${asOf(view, name)} ${say(words, 'report', { address: html`<a class="govuk-link" href="mailto:${contact.address}">${contact.address}</a>` })}</p>
<p class="govuk-body"><a class="govuk-link" href="/ideas">${words('ideas')}</a></p>
<p class="govuk-body"><a class="govuk-link" href="/">${words('more')}</a></p>`,
  }
}

/** Somebody without a name is spoken of, not named. */
function asOf({ page, name }: OrganisationView & { readonly page: PublishedPage }, who: string): Html {
  const isNameless = page.individual && name === undefined
  const moment = formatDate(page.publishedAt)
  return say(words, isNameless ? 'asOfSomebody' : 'asOf', { name: html`<bdi>${who}</bdi>`, moment })
}

/** What one person says of themselves is in other words. */
function ofOne<const Id extends 'findings' | 'people' | 'strengths' | 'goals' | 'plan' | 'updates'>(
  { individual }: Pick<PublishedPage, 'individual'>,
  id: Id,
): string {
  return words(individual ? `${id}-of-one` : id)
}

/** Everything under the name. */
export function organisationParts(view: OrganisationView): Html {
  const { page, awards, pledges } = view
  const { findings, goals, plan } = page.copies
  return html`${aboutIt(view)}
${page.shows.includes('awards') && part(words('awards'), awardsList(awards))}
${findings && part(ofOne(page, 'findings'), findingsIn(page, findings))}
${goals && part(ofOne(page, 'goals'), goalsIn(goals))}
${plan && part(ofOne(page, 'plan'), planIn(plan))}
${pledges.length > 0 && part(words('pledges'), saidInPledges(pledges))}
${page.shows.includes('updates') && part(ofOne(page, 'updates'), updates(view))}`
}

function part(heading: string, content: Html): Html {
  return html`<section class="app-part"><h2 class="govuk-heading-l">${heading}</h2>
${content}</section>
`
}

function saidInPledges(pledges: PublicJourney['pledges']): Html {
  return html`<p class="govuk-body">${words('pledgesWhat')}</p>
${pledges.slice(0, pledgesAtMost).map(
  ({
    words: said,
    name,
  }) => html`<blockquote class="govuk-inset-text app-said" dir="auto">${said}</blockquote>
${
  name &&
  html`<p class="govuk-body-s"><bdi>${name}</bdi></p>
`
}`,
)}`
}

/** Where an individual is on the web would say who they are. */
function aboutIt({ page: { about, individual }, name }: OrganisationView): Html | undefined {
  const links = individual && !name ? [] : [about.website, about.socialLink, about.otherLink]
  const known = links.filter((link) => typeof link === 'string')
  return summaryList([
    ...(about.organisationType
      ? [[words('type'), word(`field.organisationType.${about.organisationType}`)] as const]
      : []),
    ...(idsIn(about.sectors).length > 0
      ? [[words('sectors'), optionsOf('sectors', idsIn(about.sectors))] as const]
      : []),
    ...(known.length > 0
      ? [[words('links'), html`${known.map((link) => html`${linkOut(link)}<br>`)}`] as const]
      : []),
  ])
}

function optionsOf(field: string, options: readonly string[]): string {
  return options.map((option) => word(`field.${field}.${option}`)).join(', ')
}

function awardsList(awards: PublicJourney['awards']): Html {
  if (awards.length === 0) return html`<p class="govuk-body">${words('noAwards')}</p>`
  return html`<ul class="govuk-list">${awards.map(({ serial, level, awardedAt }) => html`<li><a class="govuk-link" href="/awards/${serial}">${words('award', { level: word(`level.${level}`), date: formatDate(awardedAt) })}</a></li>`)}</ul>`
}

const foundIn = [
  ['peopleFound', 'people'],
  ['organisationFound', 'culture'],
  ['strengths', 'strengths'],
  ['missingVoices', 'missingVoices'],
] as const

function findingsIn(page: OrganisationView['page'], answers: Answers): Html {
  const groups = entriesIn(answers.group)
  const found = foundIn.flatMap(([field, id]) =>
    answers[field] === undefined
      ? []
      : [
          told(
            id === 'people' || id === 'strengths' ? ofOne(page, id) : words(id),
            String(answers[field]),
            3,
          ),
        ],
  )
  if (found.length === 0 && groups.length === 0) return nothing()
  return html`${found}${groups.length > 0 && html`<h3 class="govuk-heading-s">${words('asked')}</h3>\n${groups.map(group)}`}`
}

function group({ groupWho, groupAsked, groupAnswered, groupSaid }: Answers): Html {
  const values = {
    who: word(`field.groupWho.${groupWho ?? 'other'}`),
    answered: Number(groupAnswered).toLocaleString('en-GB'),
    asked: Number(groupAsked).toLocaleString('en-GB'),
  }
  return html`<p class="govuk-body">${words(groupAsked === undefined ? 'groupAnswered' : 'groupOf', values)}</p>
${groupSaid !== undefined && html`<blockquote class="govuk-inset-text app-said" dir="auto">${String(groupSaid)}</blockquote>\n`}`
}

function goalsIn(answers: Answers): Html {
  const goals = entriesIn(answers.improvement)
  if (goals.length === 0) return nothing()
  return html`<ul class="govuk-list govuk-list--bullet">${goals.map(
    ({ improvementWhat, improvementArea }) =>
      html`<li><bdi>${String(improvementWhat ?? '')}</bdi>${improvementArea !== undefined && ` (${word(`field.improvementArea.${improvementArea}`)})`}</li>\n`,
  )}</ul>`
}

function planIn(answers: Answers): Html {
  const actions = entriesIn(answers.action)
  if (actions.length === 0) return nothing()
  return html`${actions.map((action) =>
    summaryCard(
      html`<h3 class="govuk-summary-card__title"><bdi>${String(action.actionWhat ?? '')}</bdi></h3>`,
      summaryList(actionFacts(action)),
    ),
  )}`
}

function actionFacts(action: Answers): readonly Fact[] {
  const { actionFrom, actionBy } = action
  const by = actionBy === undefined ? undefined : formatDate(String(actionBy))
  const when =
    by &&
    (actionFrom === undefined
      ? words('by', { to: by })
      : words('fromBy', { from: formatDate(String(actionFrom)), to: by }))
  const own = (id: string) => action[id] !== undefined && html`<bdi>${String(action[id])}</bdi>`
  const option = (id: string) => action[id] !== undefined && word(`field.${id}.${action[id]}`)
  const all = [
    [words('aim'), own('actionAim')],
    [words('area'), option('actionArea')],
    [words('topic'), option('actionTopic')],
    [words('owner'), own('actionOwner')],
    [words('when'), when],
    [words('measure'), own('actionMeasure')],
    [words('status'), option('actionStatus')],
    [words('progress'), own('actionProgress')],
  ] as const
  return all.flatMap(([name, value]): Fact[] => (value ? [[name, value]] : []))
}

function updates({ page, ideas, after }: OrganisationView): Html {
  if (ideas.length === 0) return html`<p class="govuk-body">${words('noUpdates')}</p>`
  const from = ideas.findIndex(({ entry }) => entry === after) + 1
  const shown = ideas.slice(from, from + updatesAtOnce)
  const own = `/organisations/${page.journey}`
  return html`${shown.map((idea) => ideaArticle(idea))}
${from > 0 && html`<p class="govuk-body"><a class="govuk-link" href="${own}">${words('newest')}</a></p>`}
${from + updatesAtOnce < ideas.length && html`<p class="govuk-body"><a class="govuk-link" href="${own}?after=${last(shown).entry}">${words('earlier')}</a></p>`}`
}

function last(ideas: readonly PublishedIdea[]): PublishedIdea {
  return ideas.at(-1)!
}

function nothing(): Html {
  return html`<p class="govuk-body">${words('nothing')}</p>`
}

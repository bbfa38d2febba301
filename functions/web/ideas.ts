// Ideas that worked: the public entries of all organisations, by area of change, sector and discovery area.
import { areasOfChange } from '../../workflows/areas-of-change.ts'
import { discoveryAreas } from '../../workflows/discovery-areas.ts'
import { registration } from '../../workflows/steps/registration.ts'
import { ideas as words } from '../../workflows/words/ideas.ts'
import { word } from '../../workflows/words.ts'
import type { IdeaFilter, ListedIdea, Settings } from '../app/ports.ts'
import { type Html, html } from './html.ts'
import { ideaArticle } from './idea.ts'
import type { Page } from './layout.ts'
import { publicName } from './organisation.ts'
import { say } from './say.ts'

export interface IdeasView {
  readonly filter: IdeaFilter
  readonly ideas: readonly ListedIdea[]
  /** Where the list goes on. */
  readonly more: string | undefined
  /** Not the beginning of the list. */
  readonly later: boolean
}

export function ideasPage(
  { filter, ideas, more, later }: IdeasView,
  { contact }: Pick<Settings, 'contact'>,
): Page {
  const chosen = Object.entries(filter).filter(([, value]) => value)
  const query = new URLSearchParams(chosen as [string, string][])
  const at = (extra: Record<string, string> = {}) => {
    const all = new URLSearchParams([...query, ...Object.entries(extra)]).toString()
    return all ? `/ideas?${all}` : '/ideas'
  }
  return {
    title: words('title'),
    body: html`<h1 class="govuk-heading-xl">${words('title')}</h1>
<p class="govuk-body-l">${words('what')}</p>
${filterForm(filter)}
${ideas.length === 0 && html`<p class="govuk-body">${words(chosen.length > 0 ? 'noneWithFilter' : 'none')}</p>`}
${ideas.length > 0 && html`<h2 class="govuk-visually-hidden">${words('list')}</h2>`}
${ideas.map((each) => ideaArticle(each.idea, whose(each)))}
${more && html`<p class="govuk-body"><a class="govuk-link" href="${at({ before: more })}">${words('more')}</a></p>`}
${later && html`<p class="govuk-body"><a class="govuk-link" href="${at()}">${words('newest')}</a></p>`}
${chosen.length > 0 && html`<p class="govuk-body"><a class="govuk-link" href="/ideas">${words('showAll')}</a></p>`}
<p class="govuk-body">${say(words, 'share', { register: html`<a class="govuk-link" href="/register">${words('register')}</a>` })}</p>
<p class="govuk-body-s">${say(words, 'report', { address: html`<a class="govuk-link" href="mailto:${contact.address}">${contact.address}</a>` })}</p>`,
  }
}

function whose({ idea, name, hasPage }: ListedIdea): Html {
  const who = html`<bdi>${publicName(idea, name)}</bdi>`
  return hasPage ? html`<a class="govuk-link" href="/organisations/${idea.journey}">${who}</a>` : who
}

function filterForm({ area, sector, topic }: IdeaFilter): Html {
  return html`<form class="app-filter" method="get" action="/ideas"><h2 class="govuk-heading-s">${words('filter')}</h2>
${select('area', words('area'), areasOfChange, 'evidenceAreas', area)}${select('sector', words('sector'), sectors, 'sectors', sector)}${select('topic', words('topic'), discoveryAreas, 'evidenceTopic', topic)}
<div><button class="govuk-button govuk-button--secondary">${words('show')}</button></div></form>
`
}

/** Those that registration offers. */
const sectors: readonly string[] = registration.sections
  .flatMap(({ fields }) => fields)
  .flatMap((field) => (field.id === 'sectors' && 'options' in field ? field.options : []))

function select(
  name: keyof IdeaFilter,
  label: string,
  options: readonly string[],
  field: string,
  chosen: string | undefined,
): Html {
  return html`<div class="govuk-form-group"><label class="govuk-label" for="${name}">${label}</label>
<select class="govuk-select" id="${name}" name="${name}"><option value="">${words('all')}</option>${options.map((option) => html`<option value="${option}"${option === chosen && html` selected`}>${word(`field.${field}.${option}`)}</option>`)}</select></div>
`
}

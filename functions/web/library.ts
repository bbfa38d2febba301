// The library: for each discovery area something to watch, read and talk about; and how to talk safely.
import { type DiscoveryArea, discoveryAreas } from '../../workflows/discovery-areas.ts'
import { type Item, library } from '../../workflows/library.ts'
import { library as words } from '../../workflows/words/library.ts'
import { safeDiscussion as guide } from '../../workflows/words/safe-discussion.ts'
import { word } from '../../workflows/words.ts'
import { type Html, html } from './html.ts'
import type { Page } from './layout.ts'
import { say } from './say.ts'

const pathTo = (area: DiscoveryArea) => `/library/${area}`
const nameOf = (area: DiscoveryArea) => word(`field.sessionArea.${area}`)

export function libraryPage(): Page {
  return {
    title: words('title'),
    back: { href: '/', label: words('start') },
    body: html`<h1 class="govuk-heading-l">${words('title')}</h1>
<p class="govuk-body-l">${words('lead')}</p>
<p class="govuk-body">${guideLink()}</p>
<h2 class="govuk-heading-m">${words('areas')}</h2>
<ul class="govuk-list">${discoveryAreas.map((area) => html`<li><a class="govuk-link" href="${pathTo(area)}">${nameOf(area)}</a></li>`)}</ul>
<p class="govuk-body">${words('ours')}</p>`,
  }
}

export function shelfPage(area: DiscoveryArea): Page {
  const { watch, read, discuss } = library[area]
  return {
    title: nameOf(area),
    back: { href: '/library', label: words('back') },
    body: html`<h1 class="govuk-heading-l"><span class="govuk-caption-l">${words('title')}</span>${nameOf(area)}</h1>
<h2 class="govuk-heading-m">${words('watch')}</h2>
${items(watch)}
<h2 class="govuk-heading-m">${words('read')}</h2>
${items(read)}
<p class="govuk-body-s">${words('elsewhere')}</p>
<h2 class="govuk-heading-m">${words('discuss')}</h2>
<ul class="govuk-list govuk-list--bullet">${discuss.map((question) => html`<li>${question}</li>`)}</ul>
<p class="govuk-body">${guideLink()}</p>
<p class="govuk-body">${words('record')}</p>`,
  }
}

function guideLink(): Html {
  return html`<a class="govuk-link" href="/safe-discussion">${words('guide')}</a>`
}

function items(all: readonly Item[]): Html {
  return html`<ul class="govuk-list govuk-list--spaced">${all.map(
    ({ title, by, at, about }) =>
      html`<li><strong class="govuk-!-font-weight-bold">${title}</strong><br>${say(words, 'by', { by })}<br>${about}${at && html`<br><a class="govuk-link" href="${at}" rel="noreferrer">${words('site')}<span class="govuk-visually-hidden">${words('siteOf', { title })}</span></a>`}</li>`,
  )}</ul>`
}

const parts = [
  ['before', ['before1', 'before2', 'before3', 'before4']],
  ['begin', ['begin1', 'begin2', 'begin3', 'begin4', 'begin5']],
  ['during', ['during1', 'during2', 'during3', 'during4']],
  ['after', ['after1', 'after2', 'after3']],
] as const

export function safeDiscussionPage(): Page {
  return {
    title: guide('title'),
    back: { href: '/library', label: words('back') },
    body: html`<h1 class="govuk-heading-l">${guide('title')}</h1>
<p class="govuk-body-l">${guide('lead')}</p>
${parts.map(
  ([heading, points]) => html`<h2 class="govuk-heading-m">${guide(heading)}</h2>
<ul class="govuk-list govuk-list--bullet">${points.map((point) => html`<li>${guide(point)}</li>`)}</ul>`,
)}`,
  }
}

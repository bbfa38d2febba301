// "What changed": a page to print and celebrate with, and the way to it.
import { whatChanged as words } from '../../workflows/words/what-changed.ts'
import { word } from '../../workflows/words.ts'
import type { WhatChanged } from '../app/what-changed.ts'
import { distanceTravelled } from './distance.ts'
import { type Html, html } from './html.ts'
import type { Page } from './layout.ts'

export function whatChangedPage(view: WhatChanged): Page {
  const { journey, individual, organisationName, onBehalf, level, isAwarded, distance, impact, next } = view
  return {
    title: words('title'),
    onBehalf,
    back: { href: `/journeys/${journey}`, label: words('back') },
    body: html`<h1 class="govuk-heading-l"><span class="govuk-caption-l"><bdi>${organisationName}</bdi></span>${words('title')}</h1>
<p class="govuk-body">${words(individual ? (isAwarded ? 'awardedToOne' : 'workingTowardsToOne') : isAwarded ? 'awarded' : 'workingTowards', { level: word(`level.${level}`) })}</p>
<p class="govuk-body app-screen">${words('toPrint')}</p>
${impact && html`<h2 class="govuk-heading-m">${words(individual ? 'impactToOne' : 'impact')}</h2><p class="govuk-body app-said"><bdi>${impact}</bdi></p>`}
<h2 class="govuk-heading-m">${words('distance')}</h2>
${distanceTravelled(distance, individual) ?? html`<p class="govuk-body">${words('nothingYet')}</p>`}
${next && html`<h2 class="govuk-heading-m">${words('next')}</h2><p class="govuk-body app-said"><bdi>${next}</bdi></p>`}`,
  }
}

export function whatChangedLink(journey: string): Html {
  return html`<p class="govuk-body"><a class="govuk-link" href="/journeys/${journey}/what-changed">${words('link')}</a></p>`
}

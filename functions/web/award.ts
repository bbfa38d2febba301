// The public page of an award, by which anybody can check it.
import { word } from '../../workflows/words.ts'
import type { Award } from '../app/ports.ts'
import { formatDate } from './dates.ts'
import { html } from './html.ts'
import type { Page } from './layout.ts'

export function awardPage({
  serial,
  level,
  awardedAt,
  name,
}: Award & { readonly name: string | undefined }): Page {
  return {
    title: `${word(`level.${level}`)} award ${serial}`,
    body: html`<div class="app-award">
<h1 class="govuk-heading-m">Cultural Cohesion Quality Mark</h1>
<p class="govuk-heading-xl">${word(`level.${level}`)}</p>
<p class="govuk-heading-m"><bdi>${name ?? 'The holder’s name has been removed'}</bdi></p>
<p class="govuk-body">Awarded on ${formatDate(awardedAt)}</p>
</div>
<p class="govuk-body">This award is genuine. Its number is ${serial}.</p>
<p class="govuk-body">The Cultural Cohesion Quality Mark is awarded to organisations and individuals who show improvements in how culturally responsive they are. <a class="govuk-link" href="/">Find out about the quality mark</a>.</p>`,
  }
}

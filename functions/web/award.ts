// The public page of an award, by which anybody can check it.
import { award as words } from '../../workflows/words/award.ts'
import { word } from '../../workflows/words.ts'
import type { Award } from '../app/ports.ts'
import { formatDate } from './dates.ts'
import { html } from './html.ts'
import type { Page } from './layout.ts'
import { say } from './say.ts'

export function awardPage({
  serial,
  level,
  awardedAt,
  name,
}: Award & { readonly name: string | undefined }): Page {
  return {
    title: words('title', { level: word(`level.${level}`), serial }),
    body: html`<div class="app-award">
<h1 class="govuk-heading-m">${words('mark')}</h1>
<p class="govuk-heading-xl">${word(`level.${level}`)}</p>
<p class="govuk-heading-m"><bdi>${name ?? words('nameRemoved')}</bdi></p>
<p class="govuk-body">${words('awardedOn', { date: formatDate(awardedAt) })}</p>
</div>
<p class="govuk-body">${words('genuine', { serial })}</p>
<p class="govuk-body">${say(words, 'what', { link: html`<a class="govuk-link" href="/">${words('whatLink')}</a>` })}</p>`,
  }
}

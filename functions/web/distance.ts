// How far an organisation has come, by area of change: what it wrote in step 4 and in its diary, beside its words of now.
import type { Distance } from '../../workflows/distance.ts'
import { viewField } from '../../workflows/self-evaluation.ts'
import { distance as words } from '../../workflows/words/distance.ts'
import { word } from '../../workflows/words.ts'
import { type Html, html } from './html.ts'

/** Above the question of how it is now. Nothing at all when nothing was written. */
export function writtenBefore({ improvements, known, diary }: Distance): Html | undefined {
  if (improvements.length + known.length + diary.length === 0) return undefined
  return html`<div class="govuk-inset-text">${then({ improvements, known })}
${diary.length > 0 && html`<p class="govuk-body"><strong>${words('diary')}</strong></p>${list(diary.map(({ title }) => title))}`}</div>`
}

/** To read: every area of which something was written, then and now side by side. Nothing at all when nothing was. */
export function distanceTravelled(distances: readonly Distance[]): Html | undefined {
  const written = distances.filter(
    ({ improvements, known, diary, now }) => improvements.length + known.length + diary.length > 0 || now,
  )
  if (written.length === 0) return undefined
  return html`${written.map(
    (each) => html`<h3 class="govuk-heading-s">${word(`field.evidenceAreas.${each.area}`)}</h3>
<div class="app-views"><div>${then(each)}</div>
<div><p class="govuk-body"><strong>${words('now')}</strong></p><p class="govuk-body app-said">${each.now === undefined ? words('nothingYet') : html`<bdi>${each.now}</bdi>`}</p>
${each.diary.map(({ title, changed }) => html`<p class="govuk-body"><bdi>${title}</bdi>${changed && html`: <bdi>${changed}</bdi>`}</p>`)}</div></div>
`,
  )}`
}

function then({ improvements, known }: Pick<Distance, 'improvements' | 'known'>): Html {
  return html`<p class="govuk-body"><strong>${words('before')}</strong></p>
${improvements.length + known.length === 0 && html`<p class="govuk-body">${words('nothingYet')}</p>`}
${list(improvements)}
${known.map(
  ({ statement, view, how }) =>
    html`<p class="govuk-body">${word(`field.${viewField(statement)}`)}${view && html` ${words('view', { view: word(`field.${viewField(statement)}.${view}`) })}`}<br><bdi>${how}</bdi></p>`,
)}`
}

function list(texts: readonly string[]): Html | undefined {
  if (texts.length === 0) return undefined
  return html`<ul class="govuk-list govuk-list--bullet">${texts.map((text) => html`<li><bdi>${text}</bdi></li>`)}</ul>`
}

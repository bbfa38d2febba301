// How far an organisation has come, by area of change: what it wrote in step 4 and in its diary, beside its words of now.
import type { AreaDistance, Distance } from '../../workflows/distance.ts'
import { viewField } from '../../workflows/self-evaluation.ts'
import { distance as words } from '../../workflows/words/distance.ts'
import { word, wordFor } from '../../workflows/words.ts'
import { details } from './details.ts'
import { type Html, html } from './html.ts'
import { say } from './say.ts'

/** Of the diary, what is quoted of one area: the newest. All of it is in the diary. */
const quotedAtMost = 10

/** Beside the question of how it is now, of one area. Nothing at all when nothing was written. */
export function writtenBefore(each: AreaDistance, individual?: boolean): Html | undefined {
  const { area, diary } = each
  if (!isWritten(each)) return undefined
  return html`<h2 class="govuk-heading-s">${word(`field.evidenceAreas.${area}`)}</h2>
${wrote(each) && then(each, individual)}${diary.length > 0 && html`<p class="govuk-body"><strong>${words('diary')}</strong></p>${list(diary.slice(-quotedAtMost).map(({ title }) => title))}${andMore(diary)}`}`
}

/** Above all those questions: what was found about no area alone. */
export function foundBefore({ found }: Distance, individual?: boolean): Html | undefined {
  return found.length > 0 ? details(words('found'), quotes(found, individual)) : undefined
}

/** To read: what was found, then every area of which something was written, then and now side by side. Nothing at all when nothing was. */
export function distanceTravelled({ found, areas }: Distance, individual?: boolean): Html | undefined {
  const written = areas.filter((each) => isWritten(each) || each.now)
  if (found.length + written.length === 0) return undefined
  return html`${found.length > 0 && html`<h3 class="govuk-heading-s">${words('found')}</h3>${quotes(found, individual)}`}
${written.map(
  (each) => html`<h3 class="govuk-heading-s">${word(`field.evidenceAreas.${each.area}`)}</h3>
<div class="app-views"><div>${then(each, individual)}</div>
<div><p class="govuk-body"><strong>${words('now')}</strong></p>${each.now ? html`<p class="govuk-body app-said"><bdi>${each.now}</bdi></p>` : each.diary.length === 0 && html`<p class="govuk-body">${words('nothingYet')}</p>`}
${each.diary.slice(-quotedAtMost).map(({ title, changed }) => html`<p class="govuk-body"><bdi>${title}</bdi>${changed && html`: <bdi>${changed}</bdi>`}</p>`)}${andMore(each.diary)}</div></div>
`,
)}`
}

function isWritten(each: AreaDistance): boolean {
  return wrote(each) || each.diary.length > 0
}

/** Whether something of step 4 is about the area. */
function wrote({ improvements, views, plan }: AreaDistance): boolean {
  return improvements.length + views.length + plan.length > 0
}

function then(each: AreaDistance, individual?: boolean): Html {
  const { improvements, views, plan } = each
  const statementOf = ({ statement }: (typeof views)[number]) =>
    wordFor(individual, `field.${viewField(statement)}`)
  // A row of the plan that was copied from one of these would only say it twice.
  const quoted = new Set([...improvements, ...views.map(statementOf)])
  return html`<p class="govuk-body"><strong>${words('before')}</strong></p>
${!wrote(each) && html`<p class="govuk-body">${words('nothingYet')}</p>`}
${improvements.length > 0 && html`<p class="govuk-body">${words('improve')}</p>`}${list(improvements)}
${views.map((shown) => html`<p class="govuk-body">${statementOf(shown)}${shown.view && html` ${words('view', { view: word(`field.${viewField(shown.statement)}.${shown.view}`) })}`}${said(shown.story)}${said(shown.how)}</p>`)}
${plan.length > 0 && html`<p class="govuk-body">${words('plan')}</p><ul class="govuk-list govuk-list--bullet">${plan.map(({ what, aim }) => html`<li><bdi>${what}</bdi>${aim && !quoted.has(aim) && html`<br>${say(words, 'aim', { aim: html`<bdi>${aim}</bdi>` })}`}</li>`)}</ul>`}`
}

function said(text: string | undefined): Html | undefined {
  return text === undefined ? undefined : html`<br><bdi class="app-said">${text}</bdi>`
}

function andMore({ length }: AreaDistance['diary']): Html | false {
  return (
    length > quotedAtMost &&
    html`<p class="govuk-body">${words('more', { count: length - quotedAtMost })}</p>`
  )
}

function quotes(found: Distance['found'], individual?: boolean): Html {
  return html`${found.map(
    ({ field, said }) =>
      html`<p class="govuk-body"><strong>${wordFor(individual, `field.${field}`)}</strong><br><bdi class="app-said">${said}</bdi></p>`,
  )}`
}

function list(texts: readonly string[]): Html | undefined {
  if (texts.length === 0) return undefined
  return html`<ul class="govuk-list govuk-list--bullet">${texts.map((text) => html`<li><bdi>${text}</bdi></li>`)}</ul>`
}

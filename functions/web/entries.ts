// A part of a step where the same is asked again and again: the list of what was added, or why it does not apply.
import { entriesOf, reasonName } from '../../workflows/fields.ts'
import { sectionPage as words } from '../../workflows/words/section-page.ts'
import { optionalWord, word } from '../../workflows/words.ts'
import { titleOf } from '../app/referable.ts'
import type { Typed, Written } from '../app/section-work.ts'
import { facts } from './answers.ts'
import { details } from './details.ts'
import { errorSummary, hidden, type Messages, textArea } from './form.ts'
import { type Html, html } from './html.ts'
import type { Page } from './layout.ts'
import { changedMeanwhile, type SectionView } from './section.ts'
import { summaryCard } from './summary-list.ts'
import { tag } from './task-list.ts'

/** The reason as it was just sent and not saved. */
export interface Refused {
  readonly typed: Typed
  readonly revision: number
  readonly messages: Messages
  readonly saved?: Pick<Written, 'answers' | 'at'> | undefined
}

/** Each with a way to change it. `newId` is the id that one more would have. */
export function entriesPage(view: SectionView, newId: string, refused?: Refused): Page {
  const { event, step, work, onBehalf, files, referable } = view
  const { section, fields, written } = work
  const entries = entriesOf(section)!
  const back = `/journeys/${event.journey}/steps/${step.id}`
  const here = `${back}/${section.id}`
  const full = written.length >= entries.max
  const known = { journey: event.journey, files, referable }
  return {
    title: word(`section.${section.id}`),
    onBehalf,
    refused: Object.keys(refused?.messages ?? {}).length > 0,
    back: { href: back, label: words('back') },
    body: html`${refused && errorSummary(refused.messages)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${word(`wait.${step.id}`)}</span>${word(`field.${entries.id}`)}</h1>
<p class="govuk-body">${optionalWord(`field.${entries.id}.hint`)}</p>
${written.map(({ id, answers, problems }, at) =>
  summaryCard(
    html`<h2 class="govuk-summary-card__title">${titleOf(entries, answers) || words('numbered', { one: word(`field.${entries.id}.one`), number: at + 1 })}</h2>`,
    html`${Object.keys(problems).length > 0 && html`<p class="govuk-body">${isOnlyChecked(problems) ? tag(words('notReady')) : tag(words('missing'), 'govuk-tag--orange')}</p>`}
${facts(fields, answers, known)}`,
    html`<a class="govuk-link" href="${here}/${id}">${words('change')}<span class="govuk-visually-hidden"> ${words('changeNumber', { number: at + 1 })}</span></a>`,
  ),
)}
${full ? html`<p class="govuk-body">${word('problem.too-many-entries', { limit: entries.max })}.</p>` : html`<a class="govuk-button" href="${here}/${newId}">${words(written.length === 0 ? 'addFirst' : 'addAnother')}</a>`}
${(written.length > 0 || work.status === 'done') && html`<p class="govuk-body"><a class="govuk-link" href="${back}">${words('done')}</a></p>`}
${written.length === 0 && asideForm(view, here, refused)}`,
  }
}

function asideForm({ work, token }: SectionView, here: string, refused?: Refused): Html {
  const entries = entriesOf(work.section)!
  const name = reasonName(entries.id)
  const typed = refused?.typed ?? work.aside?.typed ?? {}
  const form = html`${refused?.saved && changedMeanwhile(refused.saved, html`<p class="govuk-body"><bdi>${work.aside?.typed[name]?.[0]}</bdi></p>`)}
<form method="post" action="${here}" novalidate>
${hidden('token', token)}${hidden('revision', refused?.revision ?? work.aside?.revision ?? 0)}
${textArea(name, words('asideSectionField'), { message: refused?.messages[name], value: typed[name]?.[0] })}
<button class="govuk-button govuk-button--secondary" name="action" value="save">${words('asideSectionSave')}</button>
</form>`
  return details(words('asideSection'), form, typed[name] !== undefined)
}

function isOnlyChecked(problems: Written['problems']): boolean {
  return Object.values(problems).every(({ code }) => code === 'being-checked')
}

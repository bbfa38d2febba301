// One part of a step: its questions; or, where the same is asked again and again, the list of what was added.
import { entriesOf } from '../../workflows/fields.ts'
import { optionalWord, word } from '../../workflows/words.ts'
import { fileFieldsOf } from '../app/files.ts'
import type { SectionWork, StepWork, Written } from '../app/step-work.ts'
import { facts } from './answers.ts'
import { formatDate } from './dates.ts'
import { errorSummary, hidden, type Messages, renderFields, type Typed } from './form.ts'
import { html } from './html.ts'
import type { Page } from './layout.ts'
import { summaryCard } from './summary-list.ts'
import { tag } from './task-list.ts'

export interface SectionView extends StepWork {
  readonly work: SectionWork
  readonly token: string
}

/** The questions, for the section itself or for one entry of it. */
export function questionsPage(
  { event, step, work, token, onBehalf, files: rows }: SectionView,
  written: Pick<Written, 'id' | 'revision'> & { readonly isNew: boolean },
  typed: Typed,
  messages: Messages = {},
  saved?: Pick<Written, 'answers' | 'at'>,
): Page {
  const { section, fields } = work
  const entries = entriesOf(section)
  const back = `/journeys/${event.journey}/steps/${step.id}`
  const here = `${back}/${section.id}`
  const title = entries ? word(`field.${entries.id}.one`) : word(`section.${section.id}`)
  const files = { journey: event.journey, files: rows }
  return {
    title,
    onBehalf,
    refused: Object.keys(messages).length > 0,
    back: { href: entries ? here : back, label: 'Back' },
    body: html`${errorSummary(messages)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${word(`wait.${step.id}`)}</span>${title}</h1>
${
  saved &&
  html`<div class="govuk-error-summary"><div role="alert"><h2 class="govuk-error-summary__title">Somebody has changed this since you opened it</h2>
<div class="govuk-error-summary__body"><p class="govuk-body">This is what is saved now${saved.at ? html`, since ${formatDate(saved.at)}` : ''}:</p>${facts(fields, saved.answers, files)}
<p class="govuk-body">What you typed is below and is not saved yet. Save it to replace what is above.</p></div></div></div>`
}
<form method="post" action="${entries ? `${here}/${written.id}` : here}" novalidate>
${hidden('token', token)}${hidden('revision', written.revision)}
${renderFields(fields, typed, messages, files)}
<div class="govuk-button-group"><button class="govuk-button" name="action" value="save">Save and continue</button>
${fileFieldsOf(fields)
  .filter(({ id, max }) => (typed[id] ?? []).length < max)
  .map(
    ({ id }) =>
      html`<button class="govuk-button govuk-button--secondary" name="action" value="add-to-${id}">Save and add a file</button>`,
  )}
${entries && !written.isNew && html`<button class="govuk-button govuk-button--secondary" name="action" value="remove">Take this away</button>`}</div>
</form>`,
  }
}

/** What was added so far, each with a way to change it. `newId` is the id that one more would have. */
export function entriesPage({ event, step, work, onBehalf, files }: SectionView, newId: string): Page {
  const { section, fields, written } = work
  const entries = entriesOf(section)!
  const back = `/journeys/${event.journey}/steps/${step.id}`
  const here = `${back}/${section.id}`
  const full = written.length >= entries.max
  return {
    title: word(`section.${section.id}`),
    onBehalf,
    back: { href: back, label: 'Back' },
    body: html`<h1 class="govuk-heading-l"><span class="govuk-caption-l">${word(`wait.${step.id}`)}</span>${word(`field.${entries.id}`)}</h1>
<p class="govuk-body">${optionalWord(`field.${entries.id}.hint`)}</p>
${written.map(({ id, answers, problems }, at) =>
  summaryCard(
    html`<h2 class="govuk-summary-card__title">${word(`field.${entries.id}.one`)}, ${at + 1}</h2>`,
    html`${Object.keys(problems).length > 0 && html`<p class="govuk-body">${isOnlyChecked(problems) ? tag('A file is not ready yet') : tag('Something is missing', 'govuk-tag--orange')}</p>`}
${facts(fields, answers, { journey: event.journey, files })}`,
    html`<a class="govuk-link" href="${here}/${id}">Change or take away<span class="govuk-visually-hidden"> number ${at + 1}</span></a>`,
  ),
)}
${full ? html`<p class="govuk-body">${word('problem.too-many-entries', { limit: entries.max })}.</p>` : html`<a class="govuk-button" href="${here}/${newId}">${written.length === 0 ? 'Add the first one' : 'Add another one'}</a>`}
${written.length > 0 && html`<p class="govuk-body"><a class="govuk-link" href="${back}">That is all for now</a></p>`}`,
  }
}

function isOnlyChecked(problems: Written['problems']): boolean {
  return Object.values(problems).every(({ code }) => code === 'being-checked')
}

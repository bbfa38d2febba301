// One part of a step: its questions; or, where the same is asked again and again, the list of what was added.
import { entriesOf } from '../../workflows/fields.ts'
import { optionalWord, word } from '../../workflows/words.ts'
import type { SectionWork, StepWork, Written } from '../app/step-work.ts'
import { facts } from './answers.ts'
import { formatDate } from './dates.ts'
import { errorSummary, hidden, type Messages, renderFields, type Typed } from './form.ts'
import { html } from './html.ts'
import type { Page } from './layout.ts'

export interface SectionView extends StepWork {
  readonly work: SectionWork
  readonly token: string
}

/** The questions, for the section itself or for one entry of it. */
export function questionsPage(
  { event, step, work, token, onBehalf }: SectionView,
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
  return {
    title,
    onBehalf,
    refused: Object.keys(messages).length > 0,
    body: html`<a class="back" href="${entries ? here : back}">Back</a>
${errorSummary(messages)}
<h1><span class="caption">${word(`wait.${step.id}`)}</span>${title}</h1>
${
  saved &&
  html`<div class="box summary" role="alert"><h2>Somebody has changed this since you opened it</h2>
<p>This is what is saved now${saved.at ? html`, since ${formatDate(saved.at)}` : ''}:</p>${facts(fields, saved.answers)}
<p>What you typed is below and is not saved yet. Save it to replace what is above.</p></div>`
}
<form method="post" action="${entries ? `${here}/${written.id}` : here}" novalidate>
${hidden('token', token)}${hidden('revision', written.revision)}
${renderFields(fields, typed, messages)}
<button class="button" name="action" value="save">Save and continue</button>
${entries && !written.isNew && html`<button class="button quiet" name="action" value="remove">Take this away</button>`}
</form>`,
  }
}

/** What was added so far, each with a way to change it. `newId` is the id that one more would have. */
export function entriesPage({ event, step, work, onBehalf }: SectionView, newId: string): Page {
  const { section, fields, written } = work
  const entries = entriesOf(section)!
  const back = `/journeys/${event.journey}/steps/${step.id}`
  const here = `${back}/${section.id}`
  const full = written.length >= entries.max
  return {
    title: word(`section.${section.id}`),
    onBehalf,
    body: html`<a class="back" href="${back}">Back</a>
<h1><span class="caption">${word(`wait.${step.id}`)}</span>${word(`field.${entries.id}`)}</h1>
<p>${optionalWord(`field.${entries.id}.hint`)}</p>
${written.map(
  (
    { id, answers, problems },
    at,
  ) => html`<section class="entry" aria-labelledby="entry-${at}"><h2 id="entry-${at}">${word(`field.${entries.id}.one`)}, ${at + 1}</h2>
${Object.keys(problems).length > 0 && html`<p><strong class="tag">Something is missing</strong></p>`}
${facts(fields, answers)}
<p><a href="${here}/${id}">Change or take away<span class="unseen"> number ${at + 1}</span></a></p></section>`,
)}
${full ? html`<p>${word('problem.too-many-entries', { limit: entries.max })}.</p>` : html`<p><a class="button" href="${here}/${newId}">${written.length === 0 ? 'Add the first one' : 'Add another one'}</a></p>`}
${written.length > 0 && html`<p><a href="${back}">That is all for now</a></p>`}`,
  }
}

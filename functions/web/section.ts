// The questions of a part of a step, or of one of its entries.
import { entriesOf, mayNotApply, reasonName } from '../../workflows/fields.ts'
import { sectionPage as words } from '../../workflows/words/section-page.ts'
import { word } from '../../workflows/words.ts'
import { fileFieldsOf } from '../app/files.ts'
import type { SectionWork, Written } from '../app/section-work.ts'
import type { StepWork } from '../app/step-work.ts'
import { facts } from './answers.ts'
import { formatDate } from './dates.ts'
import { details } from './details.ts'
import { errorSummary, hidden, type Messages, renderFields, type Typed, textField } from './form.ts'
import { type Html, html } from './html.ts'
import type { Page } from './layout.ts'

export interface SectionView extends StepWork {
  readonly work: SectionWork
  readonly token: string
}

export function questionsPage(
  view: SectionView,
  written: Pick<Written, 'id' | 'revision'> & { readonly isNew: boolean },
  typed: Typed,
  messages: Messages = {},
  saved?: Pick<Written, 'answers' | 'at'>,
): Page {
  const { event, step, work, token, onBehalf, referable } = view
  const { section, fields } = work
  const entries = entriesOf(section)
  const back = `/journeys/${event.journey}/steps/${step.id}`
  const here = `${back}/${section.id}`
  const title = entries ? word(`field.${entries.id}.one`) : word(`section.${section.id}`)
  const files = { journey: event.journey, files: view.files, referable }
  return {
    title,
    onBehalf,
    refused: Object.keys(messages).length > 0,
    back: { href: entries ? here : back, label: words('back') },
    body: html`${errorSummary(messages)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${word(`wait.${step.id}`)}</span>${title}</h1>
${saved && changedMeanwhile(saved, facts(fields, saved.answers, files))}
<form method="post" action="${entries ? `${here}/${written.id}` : here}" novalidate>
${hidden('token', token)}${hidden('revision', written.revision)}
${renderFields(fields, typed, messages, files)}
${asideQuestions(view, typed)}
<div class="govuk-button-group"><button class="govuk-button" name="action" value="save">${words('save')}</button>
${fileFieldsOf(fields)
  .filter(({ id, max }) => (typed[id] ?? []).length < max)
  .map(
    ({ id }) =>
      html`<button class="govuk-button govuk-button--secondary" name="action" value="add-to-${id}">${words('addFile')}</button>`,
  )}
${entries && !written.isNew && html`<button class="govuk-button govuk-button--secondary" name="action" value="remove">${words('remove')}</button>`}</div>
</form>`,
  }
}

/** What somebody else saved stands beside what was typed, and is kept until the person decides. */
export function changedMeanwhile({ at }: Pick<Written, 'at'>, savedNow: Html | undefined): Html {
  return html`<div class="govuk-error-summary"><div role="alert"><h2 class="govuk-error-summary__title">${words('changed')}</h2>
<div class="govuk-error-summary__body"><p class="govuk-body">${at ? words('savedNowSince', { date: formatDate(at) }) : words('savedNow')}</p>${savedNow}
<p class="govuk-body">${words('yoursIsBelow')}</p></div></div></div>`
}

/** Open when a reason is there already. */
function asideQuestions({ work: { section, fields } }: SectionView, typed: Typed): Html | undefined {
  const questions = fields.filter((field) => mayNotApply(section, field))
  if (questions.length === 0) return undefined
  const reasons = questions.map(({ id }) => {
    const label = words('asideField', { question: word(`field.${id}`) })
    return textField(reasonName(id), label, { value: typed[reasonName(id)]?.[0] })
  })
  const isGiven = questions.some(({ id }) => typed[reasonName(id)]?.[0])
  return details(
    words('asideQuestion'),
    html`<p class="govuk-body">${words('asideHint')}</p>${reasons}`,
    isGiven,
  )
}

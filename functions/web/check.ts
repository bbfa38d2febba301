// Every answer of a step once more, with the button that hands it in.
import type { Distance } from '../../workflows/distance.ts'
import { type Answers, entriesOf } from '../../workflows/fields.ts'
import { forOthers } from '../../workflows/readers.ts'
import type { Warning } from '../../workflows/warnings.ts'
import { check as words } from '../../workflows/words/check.ts'
import { word } from '../../workflows/words.ts'
import { answersIn, type SectionWork } from '../app/section-work.ts'
import { answersHash, type StepWork } from '../app/step-work.ts'
import { answersList } from './answers.ts'
import { entryList, fewCards, shownEntries } from './entry-list.ts'
import { hidden } from './form.ts'
import { type Html, html } from './html.ts'
import type { Page } from './layout.ts'
import { missingList } from './missing.ts'
import { filesOf } from './step.ts'
import { stepNumber } from './steps.ts'
import { pleaseLookAgain } from './warnings.ts'

export interface CheckView extends StepWork {
  readonly warnings: readonly Warning[]
  /** Of the step that asks how far they have come. */
  readonly distance: Distance | undefined
}

export function checkPage(view: CheckView, token: string): Page {
  const { event, step, sections, definition, onBehalf } = view
  const path = `/journeys/${event.journey}/steps/${step.id}`
  const answers = view.answers ?? {}
  const shown = onBehalf ? forOthers(answers) : answers
  return {
    title: words('title'),
    onBehalf,
    back: { href: path, label: words('back') },
    body: html`<h1 class="govuk-heading-l"><span class="govuk-caption-l">${words('caption', { number: stepNumber(definition, step.id), step: word(`wait.${step.id}`) })}</span>${words('title')}</h1>
${missingList(view)}
${pleaseLookAgain(view, view.warnings)}
${sections.map((work) => part(view, work, shown))}
<form method="post" action="${path}">
${hidden('token', token)}${hidden('visit', event.state.position.visit)}${hidden('shown', answersHash(answers))}
<button class="govuk-button">${words('press')}</button>
</form>`,
  }
}

/** Many entries are a line each here too; what is told of contacts is in no submission, and is checked all the same. */
function part(view: CheckView, work: SectionWork, answers: Answers): Html {
  const { section } = work
  const here = `/journeys/${view.event.journey}/steps/${view.step.id}/${section.id}`
  const entries = entriesOf(section)
  const shown = shownEntries(work, view)
  const title = word(`section.${section.id}`)
  const known = { ...filesOf(view), distance: view.distance }
  return html`<h2 class="govuk-heading-m">${title}</h2>
${
  entries && shown.length > fewCards
    ? entryList(entries, shown, here, known)
    : answersList([section], section.about === 'contacts' ? answersIn(work) : answers, known)
}
<p class="govuk-body"><a class="govuk-link" href="${here}">${words('change', { part: title })}</a></p>`
}

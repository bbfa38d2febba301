// One step: its parts, what is still missing, the team's words if it was returned, and the way to hand it in.
import type { HandedInLink } from '../../workflows/links.ts'
import { signature } from '../../workflows/words/signature.ts'
import { optionalWord, word } from '../../workflows/words.ts'
import type { SectionWork } from '../app/section-work.ts'
import { answersHash, type StepWork } from '../app/step-work.ts'
import { answersList } from './answers.ts'
import { formatDate } from './dates.ts'
import type { Files } from './file-list.ts'
import { hidden } from './form.ts'
import { type Html, html } from './html.ts'
import type { Page } from './layout.ts'
import { stepNumber } from './steps.ts'
import { tag, taskList } from './task-list.ts'

const sectionStatuses: Readonly<Record<SectionWork['status'], Html | string>> = {
  empty: tag('Not started'),
  begun: tag('Something is missing', 'govuk-tag--orange'),
  checking: tag('A file is not ready yet'),
  done: 'Done',
}

export interface StepView extends StepWork {
  readonly mayHandIn: boolean
  /** What a step shows after its parts, such as the pledge link. */
  readonly beside?: Html | undefined
  /** What was handed in links to. */
  readonly links?: readonly HandedInLink[]
  /** What it asks beside its parts, such as a public page that shows the plan. */
  readonly lacks?: Html | undefined
}

export function stepPage(view: StepView): Page {
  const { event, definition, step, sections, comment, open } = view
  const path = `/journeys/${event.journey}`
  return {
    title: word(`wait.${step.id}`),
    onBehalf: view.onBehalf,
    back: { href: path, label: 'Back to your journey' },
    body: html`<h1 class="govuk-heading-l"><span class="govuk-caption-l">${stepNumber(definition, step.id)}</span>${word(`wait.${step.id}`)}</h1>
<p class="govuk-body">${optionalWord(`wait.${step.id}.hint`)}</p>
${comment && html`<div class="govuk-inset-text"><h2 class="govuk-heading-m">What you were told</h2><p class="govuk-body app-said">${comment}</p></div>`}
${
  open
    ? html`${taskList(
        sections.map(({ section, status }) => ({
          id: `section-${section.id}`,
          name: word(`section.${section.id}`),
          href: `${path}/steps/${step.id}/${section.id}`,
          status: sectionStatuses[status],
        })),
      )}
${view.lacks}${nextAction(view)}`
    : html`<p class="govuk-body">${handedIn(view)}</p>
${answersList(
  sections.map(({ section }) => section),
  view.answers ?? {},
  { ...filesOf(view), links: { links: view.links ?? [], mayReadCaptures: false } },
)}`
}
${view.beside}`,
  }
}

function filesOf({ event, files, referable }: StepWork): Files {
  return { journey: event.journey, files, referable }
}

/** A step of a journey that has ended need not have been handed in; in a later round, it was in an earlier one. */
function handedIn({ event, step }: StepView): string {
  const submission = event.state.submissions[step.id]
  if (!submission) return 'This step was not handed in.'
  return `You handed this step in on ${formatDate(submission.at)}.`
}

function nextAction({ event, step, sections, answers, mayHandIn, extraMissing, lacks }: StepView): Html {
  const path = `/journeys/${event.journey}/steps/${step.id}`
  const missing = sections.filter(({ status }) => status !== 'done')
  if (missing.length > 0) {
    return html`<p class="govuk-body">Everything that you save is kept. You can hand the step in when every part is done.</p>
<a class="govuk-button" href="${path}/${missing[0]!.section.id}">${missing[0]!.status === 'empty' ? 'Begin' : 'Go on'} with “${word(`section.${missing[0]!.section.id}`)}”</a>`
  }
  const extra = extraMissing?.[0]
  if (extra) {
    return html`<p class="govuk-body">${signature(`missing-${extra.status}`)}</p>
<a class="govuk-button" href="${extra.href}">${signature(`missing-${extra.status}-go`)}</a>`
  }
  if (lacks) return html``
  if (!answers || event.state.position.at !== step.id) {
    return html`<p class="govuk-body">Every part is done. You can hand this step in when its turn comes: the steps are handed in one after the other.</p>`
  }
  if (!mayHandIn) return html`<p class="govuk-body">Every part is done. Your lead can hand the step in.</p>`
  return html`<a class="govuk-button" href="${path}/check">Check your answers and hand in</a>`
}

export function checkPage(view: StepWork, token: string): Page {
  const { event, step, sections, definition } = view
  const path = `/journeys/${event.journey}/steps/${step.id}`
  return {
    title: 'Check your answers',
    onBehalf: view.onBehalf,
    back: { href: path, label: 'Back to the step' },
    body: html`<h1 class="govuk-heading-l"><span class="govuk-caption-l">${stepNumber(definition, step.id)}: ${word(`wait.${step.id}`)}</span>Check your answers</h1>
${sections.map(
  ({ section }) => html`<h2 class="govuk-heading-m">${word(`section.${section.id}`)}</h2>
${answersList([section], view.answers ?? {}, filesOf(view))}
<p class="govuk-body"><a class="govuk-link" href="${path}/${section.id}">Change “${word(`section.${section.id}`)}”</a></p>`,
)}
<form method="post" action="${path}">
${hidden('token', token)}${hidden('visit', event.state.position.visit)}${hidden('shown', answersHash(view.answers ?? {}))}
<button class="govuk-button">Hand in this step</button>
</form>`,
  }
}

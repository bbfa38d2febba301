// One step: its parts, what is still missing, the team's words if it was returned, and the way to hand it in.
import { optionalWord, word } from '../../workflows/words.ts'
import { answersHash, type SectionWork, type StepWork } from '../app/step-work.ts'
import { answersList } from './answers.ts'
import { formatDate } from './dates.ts'
import { hidden } from './form.ts'
import { type Html, html } from './html.ts'
import type { Page } from './layout.ts'
import { stepNumber } from './steps.ts'

const sectionTags: Readonly<Record<SectionWork['status'], readonly [label: string, style: string]>> = {
  empty: ['Not started', 'wait'],
  begun: ['Something is missing', ''],
  done: ['Done', 'done'],
}

export interface StepView extends StepWork {
  readonly mayHandIn: boolean
  /** What a step shows after its parts, such as the pledge link. */
  readonly beside?: Html | undefined
}

export function stepPage(view: StepView): Page {
  const { event, definition, step, sections, comment, open } = view
  const path = `/journeys/${event.journey}`
  return {
    title: word(`wait.${step.id}`),
    onBehalf: view.onBehalf,
    body: html`<a class="back" href="${path}">Back to your journey</a>
<h1><span class="caption">${stepNumber(definition, step.id)}</span>${word(`wait.${step.id}`)}</h1>
<p>${optionalWord(`wait.${step.id}.hint`)}</p>
${comment && html`<div class="inset"><h2>What you were told</h2><p class="said">${comment}</p></div>`}
${
  open
    ? html`<ul class="tasks">${sections.map(
        ({ section, status }) =>
          html`<li><span class="what"><a href="${path}/steps/${step.id}/${section.id}">${word(`section.${section.id}`)}</a></span><strong class="tag ${sectionTags[status][1]}">${sectionTags[status][0]}</strong></li>
`,
      )}</ul>
${nextAction(view)}`
    : html`<p>${handedIn(view)}</p>
${answersList(
  sections.map(({ section }) => section),
  view.answers ?? {},
)}`
}
${view.beside}`,
  }
}

/** A step of a journey that has ended need not have been handed in; in a later round, it was in an earlier one. */
function handedIn({ event, step }: StepView): string {
  const submission = event.state.submissions[step.id]
  if (!submission) return 'This step was not handed in.'
  return `You handed this step in on ${formatDate(submission.at)}.`
}

function nextAction({ event, step, sections, answers, mayHandIn }: StepView): Html {
  const path = `/journeys/${event.journey}/steps/${step.id}`
  const missing = sections.filter(({ status }) => status !== 'done')
  if (missing.length > 0) {
    return html`<p>Everything that you save is kept. You can hand the step in when every part is done.</p>
<p><a class="button" href="${path}/${missing[0]!.section.id}">${missing[0]!.status === 'empty' ? 'Begin' : 'Go on'} with “${word(`section.${missing[0]!.section.id}`)}”</a></p>`
  }
  if (!answers || event.state.position.at !== step.id) {
    return html`<p>Every part is done. You can hand this step in when its turn comes: the steps are handed in one after the other.</p>`
  }
  if (!mayHandIn) return html`<p>Every part is done. Your lead can hand the step in.</p>`
  return html`<p><a class="button" href="${path}/check">Check your answers and hand in</a></p>`
}

export function checkPage(view: StepWork, token: string): Page {
  const { event, step, sections, definition } = view
  const path = `/journeys/${event.journey}/steps/${step.id}`
  return {
    title: 'Check your answers',
    onBehalf: view.onBehalf,
    body: html`<a class="back" href="${path}">Back to the step</a>
<h1><span class="caption">${stepNumber(definition, step.id)}: ${word(`wait.${step.id}`)}</span>Check your answers</h1>
${sections.map(
  ({ section }) => html`<h2>${word(`section.${section.id}`)}</h2>
${answersList([section], view.answers ?? {})}
<p><a href="${path}/${section.id}">Change “${word(`section.${section.id}`)}”</a></p>`,
)}
<form method="post" action="${path}">
${hidden('token', token)}${hidden('visit', event.state.position.visit)}${hidden('shown', answersHash(view.answers ?? {}))}
<button class="button">Hand in this step</button>
</form>`,
  }
}

// One step: what it asks, the team's comment if it was returned, and handing it in.
import type { JourneyDefinition, Section } from '../../workflows/model.ts'
import type { JourneyState } from '../../workflows/progress.ts'
import { optionalWord, word } from '../../workflows/words.ts'
import { errorSummary, hidden, type Messages, renderSections, type Typed } from './form.ts'
import { html } from './html.ts'
import type { Page } from './layout.ts'
import { stepNumber } from './steps.ts'

export interface StepView {
  readonly journey: string
  readonly definition: JourneyDefinition
  readonly state: JourneyState
  readonly step: string
  readonly sections: readonly Section[]
  readonly comment: string | undefined
  readonly token: string
}

export function stepPage(view: StepView, typed: Typed, messages: Messages = {}): Page {
  const { journey, definition, state, step, sections, comment, token } = view
  return {
    title: word(`wait.${step}`),
    refused: Object.keys(messages).length > 0,
    body: html`<a class="back" href="/journeys/${journey}">Back to your journey</a>
${errorSummary(messages)}
<h1><span class="caption">${stepNumber(definition, step)}</span>${word(`wait.${step}`)}</h1>
<p>${optionalWord(`wait.${step}.hint`)}</p>
${comment && html`<div class="inset"><h2>What the team said</h2><p class="said">${comment}</p></div>`}
<form method="post" action="/journeys/${journey}/steps/${step}" novalidate>
${hidden('token', token)}${hidden('visit', state.position.visit)}
${renderSections(sections, typed, messages)}
${sections.length === 0 && html`<p>When you have done this, hand the step in.</p>`}
<button class="button">Hand in this step</button>
</form>`,
  }
}

// The team moves a journey to the newest rules: what changes with it, and the button that does it.
import type { Differences, StepDifferences } from '../../workflows/differences.ts'
import { optionalWord } from '../../workflows/words.ts'
import type { Move } from '../app/read-move.ts'
import { hidden } from './form.ts'
import { type Html, html } from './html.ts'
import type { Page } from './layout.ts'
import { placeName } from './team.ts'

export function rulesPage({
  journey,
  organisationName,
  to,
  differences,
  at,
  visit,
  goesOnAt,
  token,
}: Move & { readonly organisationName: string; readonly token: string }): Page {
  const page = `/team/journeys/${journey}`
  return {
    title: 'Move to the newest rules',
    back: { href: page, label: 'Back' },
    body: html`<h1 class="govuk-heading-l"><span class="govuk-caption-l"><bdi>${organisationName}</bdi></span>Move to the newest rules</h1>
<p class="govuk-body">The steps and questions of the quality mark have changed since this journey began. It keeps the rules that it began with until you move it, or until its next round begins.</p>
<h2 class="govuk-heading-m">What changes</h2>
${whatChanges(differences)}
<h2 class="govuk-heading-m">What happens to this journey</h2>
<ul class="govuk-list govuk-list--bullet">
<li>${at === goesOnAt ? html`It stays where it is: ${placeName(at)}.` : html`It is at “${placeName(at)}” now. It goes on at “${placeName(goesOnAt)}”, which is new or comes earlier.`}</li>
<li>Every answer is kept, also what is saved and not handed in yet.</li>
<li>Steps that were handed in stay handed in. A new question in one of them is asked in the next round, or when the step is returned.</li>
<li>You cannot move it back.</li>
</ul>
<p class="govuk-body">They get no email about the rules, so tell them yourself. If another step opens now, the lead gets the usual email about that step.</p>
<form method="post" action="${page}/rules">
${hidden('token', token)}${hidden('to', to)}${hidden('visit', visit)}
<button class="govuk-button">Move it to the newest rules</button>
</form>
<p class="govuk-body"><a class="govuk-link" href="${page}">Leave it as it is</a></p>`,
  }
}

function whatChanges({ newSteps, goneSteps, changedSteps, reordered }: Differences): Html {
  const nothing = newSteps.length + goneSteps.length + changedSteps.length === 0 && !reordered
  if (nothing) return html`<p class="govuk-body">No step and no question changes.</p>`
  return html`${listed('New steps', newSteps.map(stepName))}${listed('Steps that are gone', goneSteps.map(stepName))}${reordered && html`<p class="govuk-body">The steps come in another order.</p>`}
${changedSteps.map(
  (each) => html`<h3 class="govuk-heading-s">${stepName(each.step)}</h3>
${changesIn(each)}`,
)}`
}

function changesIn({ newFields, goneFields, changedFields, otherReminders }: StepDifferences): Html {
  return html`${listed('New questions', newFields.map(question))}${listed('Questions that are gone', goneFields.map(question))}${listed('Questions that are asked in another way', changedFields.map(question))}${otherReminders && html`<p class="govuk-body">Reminders come after other days.</p>`}
`
}

function listed(title: string, items: readonly string[]): Html | undefined {
  if (items.length === 0) return undefined
  return html`<p class="govuk-body">${title}:</p>
<ul class="govuk-list govuk-list--bullet">${items.map((item) => html`<li>${item}</li>`)}</ul>
`
}

/** What is gone may have lost its words too. */
function stepName(step: string): string {
  return optionalWord(`wait.${step}`) ?? step
}

function question(field: string): string {
  return optionalWord(`field.${field}`) ?? field
}

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
  goesOnAt,
  token,
}: Move & { readonly token: string }): Page {
  const page = `/team/journeys/${journey}`
  return {
    title: 'Move to the newest rules',
    body: html`<a class="back" href="${page}">Back</a>
<h1><span class="caption"><bdi>${organisationName}</bdi></span>Move to the newest rules</h1>
<p>The steps and questions of the quality mark have changed since this journey began. It keeps the rules that it began with until you move it, or until its next round begins.</p>
<h2>What changes</h2>
${whatChanges(differences)}
<h2>What happens to this journey</h2>
<ul>
<li>${at === goesOnAt ? html`It stays where it is: ${placeName(at)}.` : html`It is at “${placeName(at)}” now. It goes on at “${placeName(goesOnAt)}”, which is new or comes earlier.`}</li>
<li>Every answer is kept, also what is saved and not handed in yet.</li>
<li>Steps that were handed in stay handed in. A new question in one of them is asked in the next round, or when the step is returned.</li>
<li>You cannot move it back.</li>
</ul>
<p>They get no email about this. Tell them yourself if they have to do something new.</p>
<form method="post" action="${page}/rules">
${hidden('token', token)}${hidden('to', to)}
<button class="button">Move it to the newest rules</button>
</form>
<p><a href="${page}">Leave it as it is</a></p>`,
  }
}

function whatChanges({ newSteps, goneSteps, changedSteps, reordered }: Differences): Html {
  const nothing = newSteps.length + goneSteps.length + changedSteps.length === 0 && !reordered
  if (nothing) return html`<p>No step and no question changes.</p>`
  return html`${listed('New steps', newSteps.map(stepName))}${listed('Steps that are gone', goneSteps.map(stepName))}${reordered && html`<p>The steps come in another order.</p>`}
${changedSteps.map(
  (each) => html`<h3>${stepName(each.step)}</h3>
${changesIn(each)}`,
)}`
}

function changesIn({ newFields, goneFields, changedFields, otherReminders }: StepDifferences): Html {
  return html`${listed('New questions', newFields.map(question))}${listed('Questions that are gone', goneFields.map(question))}${listed('Questions that are asked in another way', changedFields.map(question))}${otherReminders && html`<p>Reminders come after other days.</p>`}
`
}

function listed(title: string, items: readonly string[]): Html | undefined {
  if (items.length === 0) return undefined
  return html`<p>${title}:</p>
<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>
`
}

/** What is gone may have lost its words too. */
function stepName(step: string): string {
  return optionalWord(`wait.${step}`) ?? step
}

function question(field: string): string {
  return optionalWord(`field.${field}`) ?? field
}

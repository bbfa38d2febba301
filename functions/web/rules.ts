// The team moves a journey to the newest rules: what changes with it, and the button that does it.

import type { Differences, StepDifferences } from '../../workflows/differences.ts'
import { rules as words } from '../../workflows/words/rules.ts'
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
    title: words('title'),
    back: { href: page, label: words('back') },
    body: html`<h1 class="govuk-heading-l"><span class="govuk-caption-l"><bdi>${organisationName}</bdi></span>${words('title')}</h1>
<p class="govuk-body">${words('what')}</p>
<h2 class="govuk-heading-m">${words('changes')}</h2>
${whatChanges(differences)}
<h2 class="govuk-heading-m">${words('happens')}</h2>
<ul class="govuk-list govuk-list--bullet">
<li>${at === goesOnAt ? html`${words('stays', { place: placeName(at) })}` : html`${words('goesOn', { place: placeName(at), next: placeName(goesOnAt) })}`}</li>
<li>${words('kept')}</li>
<li>${words('handedIn')}</li>
<li>${words('notBack')}</li>
</ul>
<p class="govuk-body">${words('noEmail')}</p>
<form method="post" action="${page}/rules">
${hidden('token', token)}${hidden('to', to)}${hidden('visit', visit)}
<button class="govuk-button">${words('press')}</button>
</form>
<p class="govuk-body"><a class="govuk-link" href="${page}">${words('leave')}</a></p>`,
  }
}

function whatChanges({ newSteps, goneSteps, changedSteps, reordered }: Differences): Html {
  const nothing = newSteps.length + goneSteps.length + changedSteps.length === 0 && !reordered
  if (nothing) return html`<p class="govuk-body">${words('nothing')}</p>`
  return html`${listed(words('newSteps'), newSteps.map(stepName))}${listed(words('goneSteps'), goneSteps.map(stepName))}${reordered && html`<p class="govuk-body">${words('reordered')}</p>`}
${changedSteps.map(
  (each) => html`<h3 class="govuk-heading-s">${stepName(each.step)}</h3>
${changesIn(each)}`,
)}`
}

function changesIn({ newFields, goneFields, changedFields, otherReminders }: StepDifferences): Html {
  return html`${listed(words('newQuestions'), newFields.map(question))}${listed(words('goneQuestions'), goneFields.map(question))}${listed(words('changedQuestions'), changedFields.map(question))}${otherReminders && html`<p class="govuk-body">${words('otherReminders')}</p>`}
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

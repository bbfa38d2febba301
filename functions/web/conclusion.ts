// The chair's page: everybody's views side by side, and the decision with its reasons.
import { stepsOf } from '../../workflows/model.ts'
import { judgementsOf } from '../../workflows/panel.ts'
import { word } from '../../workflows/words.ts'
import { conclusionFields } from '../app/panel-forms.ts'
import type { GivenView, OpenCase } from '../app/read-validation.ts'
import { formatDate } from './dates.ts'
import { choose, errorSummary, hidden, type Messages, renderFields, type Typed } from './form.ts'
import { html } from './html.ts'
import type { Page } from './layout.ts'
import { sectorName } from './panel.ts'
import { viewList } from './validation.ts'

export function conclusionPage(
  { event, definition, organisationName }: OpenCase,
  views: readonly GivenView[],
  token: string,
  typed: Typed = {},
  messages: Messages = {},
): Page {
  const { journey, state } = event
  const steps = stepsOf(definition).map(({ id }) => id)
  const [outcome, , reasons] = conclusionFields(steps)
  return {
    title: 'The decision',
    refused: Object.keys(messages).length > 0,
    back: { href: `/cases/${journey}`, label: 'Back to the case' },
    wide: true,
    body: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(messages)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l"><bdi>${organisationName}</bdi>, ${word(`level.${state.level}`)}</span>The decision</h1>
<h2 class="govuk-heading-m">What everybody thinks</h2>
</div></div>
<div class="app-views">${views.map(
      ({
        name,
        sector,
        chair,
        at,
        answers,
      }) => html`<section><h3 class="govuk-heading-s"><bdi>${name ?? 'Name removed'}</bdi>${chair && ' (chair)'}</h3>
<p class="govuk-body-s">${[sectorName(sector), formatDate(at)].filter(Boolean).join(', ')}</p>
${viewList(answers)}</section>
`,
    )}</div>
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><div class="app-box"><h2 class="govuk-heading-m">Your decision</h2>
<form method="post" action="/cases/${journey}/decision" novalidate>
${hidden('token', token)}${hidden('visit', state.position.visit)}${hidden('shown', judgementsOf(state))}
${renderFields([outcome!], typed, messages)}
${choose(
  'moreOf',
  word('field.moreOf'),
  'radio',
  steps.map((value) => ({ value, label: word(`wait.${value}`) })),
  { message: messages.moreOf, values: typed.moreOf ?? [] },
)}
${renderFields([reasons!], typed, messages)}
<button class="govuk-button">Send the decision</button>
</form></div></div></div>`,
  }
}

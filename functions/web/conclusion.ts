// The chair's page: everybody's views side by side, and the decision with its reasons.

import { stepsOf } from '../../workflows/model.ts'
import { judgementsOf } from '../../workflows/panel.ts'
import { conclusion as words } from '../../workflows/words/conclusion.ts'
import { word } from '../../workflows/words.ts'
import { conclusionFields } from '../app/panel-forms.ts'
import type { GivenView, OpenCase } from '../app/read-validation.ts'
import { formatDate } from './dates.ts'
import { choose, errorSummary, hidden, type Messages, renderFields, type Typed } from './form.ts'
import { type Html, html } from './html.ts'
import type { Page } from './layout.ts'
import { sectorName } from './panel.ts'
import { say } from './say.ts'
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
    title: words('title'),
    refused: Object.keys(messages).length > 0,
    back: { href: `/cases/${journey}`, label: words('back') },
    wide: true,
    body: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(messages)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l"><bdi>${organisationName}</bdi>, ${word(`level.${state.level}`)}</span>${words('title')}</h1>
<h2 class="govuk-heading-m">${words('views')}</h2>
</div></div>
<div class="app-views">${views.map(
      ({
        name,
        sector,
        chair,
        at,
        answers,
      }) => html`<section><h3 class="govuk-heading-s">${nameOf(name, chair)}</h3>
<p class="govuk-body-s">${[sectorName(sector), formatDate(at)].filter(Boolean).join(', ')}</p>
${viewList(answers)}</section>
`,
    )}</div>
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><div class="app-box"><h2 class="govuk-heading-m">${words('decision')}</h2>
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
<button class="govuk-button">${words('press')}</button>
</form></div></div></div>`,
  }
}

function nameOf(name: string | undefined, chair: boolean): Html {
  const shown = html`<bdi>${name ?? words('nameRemoved')}</bdi>`
  return chair ? say(words, 'chair', { name: shown }) : shown
}

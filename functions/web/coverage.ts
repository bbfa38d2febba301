// Who has learned about what, in a table of words.
import { coverage } from '../../workflows/coverage.ts'
import type { Answers } from '../../workflows/fields.ts'
import { coverage as words } from '../../workflows/words/coverage.ts'
import { word } from '../../workflows/words.ts'
import { type Html, html } from './html.ts'

/** `answers` of the step that has the sessions. */
export function coverageTable(answers: Answers): Html {
  return html`<table class="govuk-table"><caption class="govuk-table__caption govuk-table__caption--m">${words('caption')}</caption>
<thead class="govuk-table__head"><tr class="govuk-table__row"><th class="govuk-table__header" scope="col">${words('area')}</th><th class="govuk-table__header" scope="col">${words('who')}</th></tr></thead>
<tbody class="govuk-table__body">${coverage(answers).map(
    ({ area, groups, sessions }) =>
      html`<tr class="govuk-table__row"><th class="govuk-table__header" scope="row">${word(`field.sessionArea.${area}`)}</th><td class="govuk-table__cell">${
        sessions === 0
          ? words('nobody')
          : groups.length === 0
            ? words('unsaid')
            : groups.map(({ group, sessions: times }) => inWords(group, times)).join(', ')
      }</td></tr>
`,
  )}</tbody></table>`
}

function inWords(group: string, sessions: number): string {
  const who = word(`field.sessionGroups.${group}`)
  return sessions === 1 ? who : words('severalTimes', { who, sessions })
}

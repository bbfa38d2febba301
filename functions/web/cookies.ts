// The cookies page: the two there are, what each is for, how long it stays.
import { cookies as words } from '../../workflows/words/cookies.ts'
import { html } from './html.ts'
import type { Page } from './layout.ts'

export function cookiesPage(): Page {
  return {
    title: words('title'),
    body: html`<h1 class="govuk-heading-l">${words('title')}</h1>
<p class="govuk-body">${words('what')}</p>
<table class="govuk-table">
<thead class="govuk-table__head"><tr class="govuk-table__row"><th class="govuk-table__header" scope="col">${words('name')}</th><th class="govuk-table__header" scope="col">${words('purpose')}</th><th class="govuk-table__header" scope="col">${words('duration')}</th></tr></thead>
<tbody class="govuk-table__body">
<tr class="govuk-table__row"><th class="govuk-table__header" scope="row">sign-in</th><td class="govuk-table__cell">${words('signInPurpose')}</td><td class="govuk-table__cell">${words('signInDuration')}</td></tr>
<tr class="govuk-table__row"><th class="govuk-table__header" scope="row">session</th><td class="govuk-table__cell">${words('sessionPurpose')}</td><td class="govuk-table__cell">${words('sessionDuration')}</td></tr>
</tbody>
</table>
<p class="govuk-body">${words('names')}</p>
<p class="govuk-body">${words('deleting')}</p>`,
  }
}

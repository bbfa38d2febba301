// Told to an individual beside the step that asks for validation, while individuals are not validated.
import { notValidated as words } from '../../workflows/words/not-validated.ts'
import { type Html, html } from './html.ts'

export function notValidated(): Html {
  return html`<div class="govuk-inset-text"><h2 class="govuk-heading-m">${words('title')}</h2>
<p class="govuk-body">${words('why')}</p>
<p class="govuk-body">${words('later')}</p></div>
`
}

// What is there for those who want it: closed until its summary is pressed.
import { type Html, html } from './html.ts'

export function details(summary: Html | string, content: Html, open = false): Html {
  return html`<details class="govuk-details"${open && html` open`}><summary class="govuk-details__summary"><span class="govuk-details__summary-text">${summary}</span></summary>
<div class="govuk-details__text">${content}</div></details>`
}

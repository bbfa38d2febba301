// That something went well, above what comes next.
import { success as words } from '../../workflows/words/success.ts'
import { type Html, html } from './html.ts'

export function success(heading: string, more?: Html): Html {
  return html`<div class="govuk-notification-banner govuk-notification-banner--success" role="status" aria-labelledby="success"><div class="govuk-notification-banner__header"><h2 class="govuk-notification-banner__title" id="success">${words('title')}</h2></div>
<div class="govuk-notification-banner__content"><p class="govuk-notification-banner__heading">${heading}</p>${more}</div></div>`
}

// Ending a journey: what happens then, and the button that does it.
import { withdraw as words } from '../../workflows/words/withdraw.ts'
import { hidden } from './form.ts'
import { html } from './html.ts'
import type { Page } from './layout.ts'

export function withdrawPage(journey: string, organisationName: string, token: string): Page {
  const path = `/journeys/${journey}`
  return {
    title: words('title'),
    back: { href: path, label: words('back') },
    body: html`<h1 class="govuk-heading-l"><span class="govuk-caption-l"><bdi>${organisationName}</bdi></span>${words('title')}</h1>
<p class="govuk-body">${words('what')}</p>
<ul class="govuk-list govuk-list--bullet">
${(['ends', 'writing', 'awards', 'kept'] as const).map((each) => html`<li>${words(each)}</li>\n`)}</ul>
<p class="govuk-body">${words('break')}</p>
<form method="post" action="${path}/withdraw">
${hidden('token', token)}
<button class="govuk-button govuk-button--warning">${words('press')}</button>
</form>
<p class="govuk-body"><a class="govuk-link" href="${path}">${words('goOn')}</a></p>`,
  }
}

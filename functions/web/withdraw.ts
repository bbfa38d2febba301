// Ending a journey: what happens then, and the button that does it.
import { hidden } from './form.ts'
import { html } from './html.ts'
import type { Page } from './layout.ts'

export function withdrawPage(journey: string, organisationName: string, token: string): Page {
  const path = `/journeys/${journey}`
  return {
    title: 'Withdraw from the quality mark',
    back: { href: path, label: 'Back to the journey' },
    body: html`<h1 class="govuk-heading-l"><span class="govuk-caption-l"><bdi>${organisationName}</bdi></span>Withdraw from the quality mark</h1>
<p class="govuk-body">If you withdraw:</p>
<ul class="govuk-list govuk-list--bullet">
<li>the journey ends now, and no step can be handed in any more</li>
<li>we stop writing to you about it, after one email that confirms it</li>
<li>awards that you have stay yours</li>
<li>what you handed in is kept; write to us if you want it to be deleted</li>
</ul>
<p class="govuk-body">If you only need a break, you need not withdraw: there is no deadline. You can ask us to pause the reminders.</p>
<form method="post" action="${path}/withdraw">
${hidden('token', token)}
<button class="govuk-button govuk-button--warning">Withdraw and end the journey</button>
</form>
<p class="govuk-body"><a class="govuk-link" href="${path}">Go on with the journey</a></p>`,
  }
}

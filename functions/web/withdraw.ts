// Ending a journey: what happens then, and the button that does it.
import { hidden } from './form.ts'
import { html } from './html.ts'
import type { Page } from './layout.ts'

export function withdrawPage(journey: string, organisationName: string, token: string): Page {
  const path = `/journeys/${journey}`
  return {
    title: 'Withdraw from the quality mark',
    body: html`<a class="back" href="${path}">Back to the journey</a>
<h1><span class="caption"><bdi>${organisationName}</bdi></span>Withdraw from the quality mark</h1>
<p>If you withdraw:</p>
<ul>
<li>the journey ends now, and no step can be handed in any more</li>
<li>we stop writing to you about it, after one email that confirms it</li>
<li>awards that you have stay yours</li>
<li>what you handed in is kept; write to us if you want it to be deleted</li>
</ul>
<p>If you only need a break, you need not withdraw: there is no deadline. You can ask us to pause the reminders.</p>
<form method="post" action="${path}/withdraw">
${hidden('token', token)}
<button class="button danger">Withdraw and end the journey</button>
</form>
<p><a href="${path}">Go on with the journey</a></p>`,
  }
}

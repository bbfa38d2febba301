// Stopping reminders by the link in one of them: the page asks, since a mail scanner opens links; only its button does it.
import { hidden } from './form.ts'
import { html } from './html.ts'
import { notice, type Page } from './layout.ts'

export function stopRemindersPage(secret: string): Page {
  return {
    title: 'Stop the reminders',
    body: html`<h1 class="govuk-heading-l">Stop the reminders</h1>
<p class="govuk-body">We remind you now and then when your journey has waited for a while. You can stop these emails. You still get the others: when a step opens, when the team answers, when you are awarded.</p>
<form method="post" action="/reminders/${secret}">
${hidden('List-Unsubscribe', 'One-Click')}
<button class="govuk-button">Stop the reminders</button>
</form>`,
  }
}

export function remindersStoppedPage(): Page {
  return notice('The reminders are stopped', [
    'You get no more reminders in this round. Your journey waits for you, with everything that you saved. There is no deadline.',
    'You still get the other emails about your journey.',
  ])
}

export function noSuchLinkPage(): Page {
  return notice('This link does not work any more', [
    'Check that you have the whole link. If it is more than a year old, use the one in a newer reminder, or write to us and we stop the reminders for you.',
  ])
}

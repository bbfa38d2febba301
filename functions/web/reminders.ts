// Stopping reminders by the link in one of them: the page asks, since a mail scanner opens links; only its button does it.
import { reminders as words } from '../../workflows/words/reminders.ts'
import { hidden } from './form.ts'
import { html } from './html.ts'
import { notice, type Page } from './layout.ts'

export function stopRemindersPage(secret: string): Page {
  return {
    title: words('title'),
    body: html`<h1 class="govuk-heading-l">${words('title')}</h1>
<p class="govuk-body">${words('what')}</p>
<form method="post" action="/reminders/${secret}">
${hidden('List-Unsubscribe', 'One-Click')}
<button class="govuk-button">${words('title')}</button>
</form>`,
  }
}

export function remindersStoppedPage(): Page {
  return notice(words('stopped'), [words('stoppedText'), words('others')])
}

export function noSuchLinkPage(): Page {
  return notice(words('noLink'), [words('noLinkText')])
}

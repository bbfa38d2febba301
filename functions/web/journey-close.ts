// The team ends a journey, with its reason.
import { journeyClose as words } from '../../workflows/words/journey-close.ts'
import { errorSummary, hidden, type Messages, textArea } from './form.ts'
import { html } from './html.ts'
import type { Page } from './layout.ts'

export interface CloseView {
  readonly journey: string
  readonly organisationName: string
  readonly token: string
}

export function closePage(
  { journey, organisationName, token }: CloseView,
  reason = '',
  messages: Messages = {},
): Page {
  const page = `/team/journeys/${journey}`
  return {
    title: words('title'),
    refused: Object.keys(messages).length > 0,
    back: { href: page, label: words('back') },
    body: html`${errorSummary(messages)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l"><bdi>${organisationName}</bdi></span>${words('title')}</h1>
<p class="govuk-body">${words('what')}</p>
<p class="govuk-body">${words('noEmail')}</p>
<form method="post" action="${page}/close" novalidate>
${hidden('token', token)}
${textArea('reason', words('reason'), { hint: words('reasonHint'), message: messages.reason, value: reason })}
<button class="govuk-button govuk-button--warning">${words('title')}</button>
</form>
<p class="govuk-body"><a class="govuk-link" href="${page}">${words('leave')}</a></p>`,
  }
}

// The team ends a journey, with its reason.
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
    title: 'Close the journey',
    refused: Object.keys(messages).length > 0,
    back: { href: page, label: 'Back' },
    body: html`${errorSummary(messages)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l"><bdi>${organisationName}</bdi></span>Close the journey</h1>
<p class="govuk-body">This ends the journey. Nothing more can be handed in, and it cannot be opened again. Awards stay.</p>
<p class="govuk-body">They get no email about this, so tell them yourself.</p>
<form method="post" action="${page}/close" novalidate>
${hidden('token', token)}
${textArea('reason', 'Why is it closed?', { hint: 'The team reads this. It is kept with the journey.', message: messages.reason, value: reason })}
<button class="govuk-button govuk-button--warning">Close the journey</button>
</form>
<p class="govuk-body"><a class="govuk-link" href="${page}">Leave it as it is</a></p>`,
  }
}

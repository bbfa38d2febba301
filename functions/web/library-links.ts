// The way to what can be watched, read and talked about, wherever learning is recorded.
import { library as words } from '../../workflows/words/library.ts'
import { type Html, html } from './html.ts'

export function libraryLinks(): Html {
  return html`<p class="govuk-body"><a class="govuk-link" href="/library">${words('choose')}</a></p>
<p class="govuk-body"><a class="govuk-link" href="/safe-discussion">${words('guide')}</a></p>
`
}

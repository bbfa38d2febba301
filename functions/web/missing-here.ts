// What the answers on this very page still miss, in sight above them, each with a link to its question.
import { sectionPage as words } from '../../workflows/words/section-page.ts'
import type { Written } from '../app/section-work.ts'
import { messageFor } from './form.ts'
import { type Html, html } from './html.ts'

/** Nothing of what nobody has begun: there it stands how many answers are needed. */
export function missingHere(written: Written | undefined): Html | undefined {
  if (!written || written.revision === 0) return undefined
  const all = Object.entries(written.problems)
  if (all.length === 0) return undefined
  return html`<p class="govuk-body"><strong>${words('missingHere')}</strong></p>
<ul class="govuk-list govuk-list--bullet">${all.map(([field, problem]) => html`<li><a class="govuk-link" href="#${field}">${messageFor(field, problem)}</a></li>`)}</ul>`
}

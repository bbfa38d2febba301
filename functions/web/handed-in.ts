// What somebody is told who goes on with a part of a step that is handed in: what becomes of what they write.
import { entriesOf } from '../../workflows/fields.ts'
import { sectionPage as words } from '../../workflows/words/section-page.ts'
import type { SectionFor } from '../app/section-for.ts'
import { type Html, html } from './html.ts'
import { say } from './say.ts'

/** Nothing while the step is not handed in. */
export function handedInNotice({ event, open, work }: SectionFor): Html | undefined {
  if (open) return undefined
  const entries = entriesOf(work.section)?.id
  const more = entries === 'action' || entries === 'evidence' ? entries : undefined
  const settings = `/journeys/${event.journey}/public`
  return html`<div class="govuk-inset-text"><p class="govuk-body"><strong>${words('handedIn')}</strong> ${words('handedInText')}</p>
${more && html`<p class="govuk-body">${say(words, `handedIn.${more}`, { link: html`<a class="govuk-link" href="${settings}">${words(`handedIn.${more}.link`)}</a>` })}</p>`}</div>`
}

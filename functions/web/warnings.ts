// What somebody may want to look at again before a step is handed in; it holds nobody back.
import { entriesOf } from '../../workflows/fields.ts'
import type { Warning } from '../../workflows/warnings.ts'
import { warnings as words } from '../../workflows/words/warnings.ts'
import { word } from '../../workflows/words.ts'
import type { StepWork } from '../app/step-work.ts'
import { entryTitle } from './entry-title.ts'
import { type Html, html } from './html.ts'
import { say } from './say.ts'

/** Nothing at all without warnings. */
export function pleaseLookAgain(work: StepWork, warnings: readonly Warning[]): Html | undefined {
  if (warnings.length === 0) return undefined
  return html`<div class="govuk-inset-text"><h2 class="govuk-heading-m">${words('heading')}</h2>
<ul class="govuk-list govuk-list--bullet">${warnings.map((each) => html`<li>${sentence(work, each)}</li>`)}</ul>
<p class="govuk-body">${words('notBlocking')}</p></div>`
}

/** A link if it is about a question of this step. */
function sentence(
  { event, step, sections }: StepWork,
  { code, field, of, url, areas = [], ...numbers }: Warning,
): Html {
  const section = sections.find(({ section }) => section.fields.some(({ id }) => id === field))?.section
  const entries = section && entriesOf(section)
  const text = say(words, code, {
    ...numbers,
    ...(url && { url }),
    areas: areas.map((area) => word(`field.evidenceAreas.${area}`)).join(', '),
    what: of && entries ? html`<bdi>${entryTitle(entries, of, 1)}</bdi>` : word(`field.${field}`),
  })
  if (!section) return text
  return html`<a class="govuk-link" href="/journeys/${event.journey}/steps/${step.id}/${section.id}#${field}">${text}</a>`
}

// From the statements of the self-evaluation to the plan, where what is wanting becomes rows in one press.
import { saysMore } from '../../workflows/self-evaluation.ts'
import { planRows as words } from '../../workflows/words/plan-rows.ts'
import { isPlan } from '../app/plan-rows.ts'
import { type Html, html } from './html.ts'
import { say } from './say.ts'
import type { SectionView } from './section.ts'

/** Nothing on a part that has no statements. */
export function planLink({ event, step, sections, work }: SectionView): Html | undefined {
  const plan = sections.find(isPlan)
  if (!plan || !work.fields.some(({ id }) => saysMore(id))) return undefined
  const href = `/journeys/${event.journey}/steps/${step.id}/${plan.section.id}`
  const link = html`<a class="govuk-link" href="${href}">${words('plan')}</a>`
  return html`<p class="govuk-body">${say(words, 'fromStatements', { plan: link })}</p>`
}

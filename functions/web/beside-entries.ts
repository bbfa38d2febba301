// What else a list of entries leads to: rows of the plan in one press, and who has learned about what.
import { entriesOf } from '../../workflows/fields.ts'
import { planRows as words } from '../../workflows/words/plan-rows.ts'
import { isPlan, rowsFor } from '../app/plan-rows.ts'
import { answersIn, type SectionWork } from '../app/section-work.ts'
import type { StepWork } from '../app/step-work.ts'
import { coverageTable } from './coverage.ts'
import { hidden } from './form.ts'
import { type Html, html } from './html.ts'
import { libraryLinks } from './library-links.ts'
import type { SectionView } from './section.ts'
import { whatChangedLink } from './what-changed.ts'

export function besideEntries(view: SectionView, token: (form: string) => string): Html | undefined {
  const { work } = view
  if (entriesOf(work.section)?.id === 'session') return learning(work)
  if (!isPlan(work) && entriesOf(work.section)?.id !== 'improvement') return undefined
  const [plan, rows] = [view.sections.find(isPlan), rowsFor(view)]
  if (!plan || rows.length === 0) return undefined
  const there = `/journeys/${view.event.journey}/steps/${view.step.id}/${plan.section.id}`
  return html`<div class="app-box"><h2 class="govuk-heading-m">${words('heading')}</h2>
<ul class="govuk-list govuk-list--bullet">${rows.map(({ typed }) => html`<li><bdi>${typed.actionAim?.[0]}</bdi></li>`)}</ul>
<p class="govuk-body">${words('unfinished')}</p>
<form method="post" action="${there}/rows">${hidden('token', token('add-plan-rows'))}<button class="govuk-button">${words(rows.length === 1 ? 'addOne' : 'add', { count: rows.length })}</button></form></div>`
}

/** The same for the page of a step. */
export function besideStep({ event, sections }: StepWork): Html | undefined {
  const asks = (field: string) =>
    sections.find(({ section }) => section.fields.some(({ id }) => id === field))
  const sessions = asks('session')
  if (sessions) return learning(sessions)
  return asks('impactStatement') && whatChangedLink(event.journey)
}

function learning(sessions: SectionWork): Html {
  return html`${libraryLinks()}${coverageTable(answersIn(sessions))}`
}

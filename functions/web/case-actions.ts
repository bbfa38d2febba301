// What the team can do with a journey beside deciding: links to small pages of their own; and what they should know of it.
import type { JourneyState } from '../../workflows/journey-state.ts'
import { hasEnded } from '../../workflows/moves.ts'
import type { Summary } from '../app/ports.ts'
import { formatDate } from './dates.ts'
import { type Html, html } from './html.ts'
import { sameAs } from './team.ts'

export interface CaseNotes {
  readonly journey: string
  readonly state: JourneyState
  readonly closedBecause: string | undefined
  /** Other journeys that may be the same organisation's. */
  readonly namesakes?: readonly Summary[]
}

/** Empty when there is nothing out of the ordinary. */
export function caseNotes({ state, closedBecause, namesakes }: CaseNotes): Html {
  const same = sameAs(namesakes ?? [])
  return html`${state.pausedAt !== null && html`<div class="govuk-inset-text"><p class="govuk-body"><strong>Paused</strong> since ${formatDate(state.pausedAt)}. No reminders are sent.</p></div>`}
${closedBecause && html`<div class="govuk-inset-text"><h2 class="govuk-heading-m">Why it was closed</h2><p class="govuk-body app-said">${closedBecause}</p></div>`}
${same && html`<div class="govuk-inset-text"><p class="govuk-body">${same}</p></div>`}`
}

export function caseActions({ journey, state }: CaseNotes): Html {
  const page = `/team/journeys/${journey}`
  const goesOn = !hasEnded(state)
  const links: readonly (readonly [href: string, label: string, when: boolean])[] = [
    [`/journeys/${journey}`, 'Fill in on their behalf', goesOn],
    [`${page}/lead`, 'Change the lead, or put their details right', true],
    [`${page}/emails`, 'See the emails that went, and send one again', true],
    [`${page}/pause`, state.pausedAt ? 'Let it go on' : 'Pause it', goesOn],
    [`${page}/close`, 'Close it', goesOn && state.position.at !== 'issue-award'],
  ]
  return html`<h2 class="govuk-heading-m">What else you can do</h2>
<ul class="govuk-list govuk-list--bullet">${links.map(([href, label, when]) => when && html`<li><a class="govuk-link" href="${href}">${label}</a></li>\n`)}</ul>`
}

// What the team can do with a journey beside deciding: links to small pages of their own; and what they should know of it.
import { failedSince, restartDueAt } from '../../workflows/cursor.ts'
import type { JourneyState } from '../../workflows/journey-state.ts'
import { stepsOf } from '../../workflows/model.ts'
import { hasEnded } from '../../workflows/moves.ts'
import { definitionOf, newest } from '../../workflows/released/index.ts'
import { publicSettings } from '../../workflows/words/public-settings.ts'
import type { Summary, WhySuppressed } from '../app/ports.ts'
import { formatDate, formatMoment } from './dates.ts'
import { hidden } from './form.ts'
import { type Html, html } from './html.ts'
import { sameAs } from './team.ts'

export interface CaseNotes {
  readonly journey: string
  readonly state: JourneyState
  readonly closedBecause: string | undefined
  /** Other journeys that may be the same organisation's. */
  readonly namesakes?: readonly Summary[]
  /** Why no email reaches the lead. */
  readonly unreachable: WhySuppressed | undefined
  readonly token: (form: string) => string
}

/** Empty when there is nothing out of the ordinary. */
export function caseNotes(notes: CaseNotes): Html {
  const { state, closedBecause, namesakes } = notes
  const same = sameAs(namesakes ?? [])
  return html`${failedNote(notes)}${unreachableNote(notes)}${state.pausedAt !== null && html`<div class="govuk-inset-text"><p class="govuk-body"><strong>Paused</strong> since ${formatDate(state.pausedAt)}. No reminders are sent.</p></div>`}
${closedBecause && html`<div class="govuk-inset-text"><h2 class="govuk-heading-m">Why it was closed</h2><p class="govuk-body app-said">${closedBecause}</p></div>`}
${same && html`<div class="govuk-inset-text"><p class="govuk-body">${same}</p></div>`}`
}

function failedNote({ journey, state, token }: CaseNotes): Html | undefined {
  const since = failedSince(state)
  return since === undefined
    ? undefined
    : html`<div class="govuk-inset-text"><h2 class="govuk-heading-m">This journey is stuck</h2>
<p class="govuk-body">It stopped on ${formatMoment(since)}. Nothing is lost. Set it going again, and it goes on where it was. If you do nothing, it is set going again within an hour or so.</p>
<form method="post" action="/team/journeys/${journey}/restart">${hidden('token', token('restart-execution'))}${hidden('executionSeq', state.execution.seq)}<button class="govuk-button">Set it going again</button></form></div>
`
}

function unreachableNote({ journey, state, unreachable }: CaseNotes): Html | undefined {
  if (!unreachable) return undefined
  const helpers = state.colleagues.length
  return html`<div class="govuk-inset-text"><p class="govuk-body"><strong>The lead cannot be reached by email.</strong> ${unreachable === 'bounce' ? 'An email to them came back for good' : 'An email of ours was reported as unwanted'}, so we no longer write to that address. No reminders are sent.${helpers > 0 && ' We have asked the colleagues who help with the journey.'} Telephone the lead.</p>
<p class="govuk-body"><a class="govuk-link" href="/team/journeys/${journey}/lead">Change the contact, or try the address again</a></p></div>
`
}

function canFillIn({ definition, done, position }: JourneyState): boolean {
  const steps = stepsOf(definitionOf(definition))
  return position.at !== 'confirmation' && steps.some(({ id }) => !Object.hasOwn(done, id))
}

export function caseActions({ journey, state }: CaseNotes): Html {
  const page = `/team/journeys/${journey}`
  const goesOn = !hasEnded(state)
  const links: readonly (readonly [href: string, label: string, when: boolean])[] = [
    [`/journeys/${journey}`, canFillIn(state) ? 'Fill in on their behalf' : 'See what they see', goesOn],
    [`/journeys/${journey}/public`, publicSettings('forTeam'), state.position.at !== 'confirmation'],
    [`${page}/lead`, 'Change the lead, or put their details right', true],
    [`${page}/emails`, 'See the emails that went, and send one again', true],
    [
      `${page}/rules`,
      'Move to the newest rules',
      state.definition !== newest.id && restartDueAt(state) !== undefined,
    ],
    [`${page}/pause`, state.pausedAt ? 'Let it go on' : 'Pause it', goesOn],
    [`${page}/close`, 'Close it', goesOn && state.position.at !== 'issue-award'],
  ]
  return html`<h2 class="govuk-heading-m">What else you can do</h2>
<ul class="govuk-list govuk-list--bullet">${links.map(([href, label, when]) => when && html`<li><a class="govuk-link" href="${href}">${label}</a></li>\n`)}</ul>`
}

// What the team can do with a journey beside deciding: links to small pages of their own; and what they should know of it.

import { failedSince, restartDueAt } from '../../workflows/cursor.ts'
import type { JourneyState } from '../../workflows/journey-state.ts'
import { stepsOf } from '../../workflows/model.ts'
import { hasEnded } from '../../workflows/moves.ts'
import { definitionOf, newest } from '../../workflows/released/index.ts'
import { caseActions as words } from '../../workflows/words/case-actions.ts'
import type { Summary, WhySuppressed } from '../app/ports.ts'
import { formatDate, formatMoment } from './dates.ts'
import { hidden } from './form.ts'
import { type Html, html } from './html.ts'
import { say } from './say.ts'
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
  return html`${failedNote(notes)}${unreachableNote(notes)}${state.pausedAt !== null && html`<div class="govuk-inset-text"><p class="govuk-body">${say(words, 'pausedSince', { paused: html`<strong>${words('pausedSincePaused')}</strong>`, date: formatDate(state.pausedAt) })}</p></div>`}
${closedBecause && html`<div class="govuk-inset-text"><h2 class="govuk-heading-m">${words('closed')}</h2><p class="govuk-body app-said">${closedBecause}</p></div>`}
${same && html`<div class="govuk-inset-text"><p class="govuk-body">${same}</p></div>`}`
}

function failedNote({ journey, state, token }: CaseNotes): Html | undefined {
  const since = failedSince(state)
  return since === undefined
    ? undefined
    : html`<div class="govuk-inset-text"><h2 class="govuk-heading-m">${words('stuck')}</h2>
<p class="govuk-body">${words('stuckText', { moment: formatMoment(since) })}</p>
<form method="post" action="/team/journeys/${journey}/restart">${hidden('token', token('restart-execution'))}${hidden('executionSeq', state.execution.seq)}<button class="govuk-button">${words('restart')}</button></form></div>
`
}

function unreachableNote({ journey, state, unreachable }: CaseNotes): Html | undefined {
  if (!unreachable) return undefined
  const id = state.colleagues.length > 0 ? 'unreachableAsked' : 'unreachableText'
  const title = html`<strong>${words('unreachableTitle')}</strong>`
  return html`<div class="govuk-inset-text"><p class="govuk-body">${say(words, id, { title, why: words(`why.${unreachable}`) })}</p>
<p class="govuk-body"><a class="govuk-link" href="/team/journeys/${journey}/lead">${words('contact')}</a></p></div>
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
    [`/journeys/${journey}`, canFillIn(state) ? words('fillIn') : words('see'), goesOn],
    [`/journeys/${journey}/public`, words('public'), state.position.at !== 'confirmation'],
    [`${page}/lead`, words('changeLead'), true],
    [`/journeys/${journey}/signature`, words('signature'), state.signature !== undefined],
    [`${page}/emails`, words('emails'), true],
    [`${page}/rules`, words('rules'), state.definition !== newest.id && restartDueAt(state) !== undefined],
    [`${page}/pause`, state.pausedAt ? words('goOn') : words('pause'), goesOn],
    [`${page}/close`, words('close'), goesOn && state.position.at !== 'issue-award'],
  ]
  return html`<h2 class="govuk-heading-m">${words('title')}</h2>
<ul class="govuk-list govuk-list--bullet">${links.map(([href, label, when]) => when && html`<li><a class="govuk-link" href="${href}">${label}</a></li>\n`)}</ul>`
}

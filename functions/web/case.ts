// One journey as the team sees it: what was handed in, and the decision if one is waited for.

import type { JourneyState } from '../../workflows/journey-state.ts'
import { type JourneyDefinition, stepsOf, waitsOf } from '../../workflows/model.ts'
import { stepsBefore } from '../../workflows/moves.ts'
import { unconfirmed } from '../../workflows/words/definition/names.ts'
import { language } from '../../workflows/words/language.ts'
import { teamCase as words } from '../../workflows/words/team-case.ts'
import { word } from '../../workflows/words.ts'
import type { PanelDecision } from '../app/last-decision.ts'
import type { LostValidator, PanelMember } from '../app/read-panel.ts'
import type { ReadSubmission } from '../app/submissions.ts'
import { answersForOthers, onBehalfInWords } from './answers.ts'
import { type CaseNotes, caseActions, caseNotes } from './case-actions.ts'
import { type CaseContacts, caseContacts } from './case-contacts.ts'
import { formatDate } from './dates.ts'
import { choose, errorSummary, hidden, type Messages, type Typed, textArea } from './form.ts'
import { type Html, html } from './html.ts'
import type { Page } from './layout.ts'
import { decisionText, type PanelView, panelSection } from './panel.ts'
import { say } from './say.ts'
import { stepLists } from './steps.ts'
import { success } from './success.ts'
import { placeName } from './team.ts'

export interface Case extends CaseNotes, CaseContacts {
  readonly journey: string
  readonly definition: JourneyDefinition
  readonly state: JourneyState
  readonly organisationName: string
  readonly submissions: readonly ReadSubmission[]
  readonly panel: readonly PanelMember[]
  /** Who was taken off the panel because no email reaches them. */
  readonly lost: readonly LostValidator[]
  /** How many have to judge. */
  readonly panelSize: number
  /** What a panel decided last. */
  readonly decided: PanelDecision | undefined
  /** What its address asks for of long lists. */
  readonly query?: Readonly<Record<string, string>>
  /** What the team has just done. */
  readonly justDone?: 'write-again' | 'restart' | 'rules' | 'lead' | undefined
}

export function casePage(view: Case, typed: Typed = {}, messages: Messages = {}): Page {
  const { definition, state, organisationName, submissions } = view
  const wait = waitsOf(definition).find(({ id }) => id === state.position.at)
  return {
    title: organisationName,
    refused: Object.keys(messages).length > 0,
    back: { href: '/team', label: words('back') },
    body: html`${errorSummary(messages)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${state.position.at === 'complete' ? words('awarded', { level: word(`level.${state.level}`) }) : words('towards', { level: word(`level.${state.level}`) })}</span><bdi>${organisationName}</bdi></h1>
<p class="govuk-body">${words('since', { place: placeName(state.position.at), date: formatDate(state.position.since) })}${wait?.kind === 'check' && html` <a class="govuk-link" href="#decide">${words('toDecision')}</a>`}${wait?.kind === 'validation' && html` <a class="govuk-link" href="#panel">${words('toPanel')}</a>`}</p>
${view.justDone && success(words(`done.${view.justDone}`))}
${caseNotes(view)}
${caseContacts(view)}
<h2 class="govuk-heading-m">${words('handedIn')}</h2>
${submissions.map(
  ({
    step,
    at,
    answers,
    onBehalfOf,
    files,
    referable,
    links,
    distance,
  }) => html`<h3 class="govuk-heading-s">${word(`wait.${step}`)}</h3>
<p class="govuk-body-s">${words('handedInOn', { date: formatDate(at) })}${onBehalfOf && `. ${onBehalfInWords(onBehalfOf)}`}</p>
${answersForOthers(definition.phases.flatMap(({ steps }) => steps).find(({ id }) => id === step)?.sections ?? [], answers, { journey: view.journey, individual: state.individual, files, referable, distance, paging: { here: `/team/journeys/${view.journey}`, query: view.query ?? {} }, links: { links, mayReadCaptures: false } })}`,
)}
${wait?.kind === 'check' && decisionForm(view, wait.id, typed, messages)}
${wait?.kind === 'validation' && panelSection(panelOf(view), typed, messages)}
${view.decided && html`<h2 class="govuk-heading-m">${words('decided')}</h2>${decisionText(view.decided)}`}
${stepLists(definition, state, () => undefined)}${namesNote(definition)}
${state.awards.map(
  ({ level, serial, at }) =>
    html`<p class="govuk-body">${say(words, 'award', { level: word(`level.${level}`), date: formatDate(at), serial: html`<a class="govuk-link" href="/awards/${serial}">${serial}</a>` })}</p>`,
)}
${caseActions(view)}`,
  }
}

/** Which steps have a name that is not the council's yet. */
function namesNote(definition: JourneyDefinition): Html | undefined {
  const numbers = stepsOf(definition).flatMap(({ id }, at) =>
    unconfirmed.includes(`wait.${id}`) ? [at + 1] : [],
  )
  if (numbers.length === 0) return undefined
  const list = new Intl.ListFormat(language('code')).format(numbers.map(String))
  return html`<p class="govuk-body-s">${words(numbers.length > 1 ? 'unconfirmed' : 'unconfirmedOne', { numbers: list })}</p>
`
}

function panelOf(view: Case): PanelView {
  const { journey, definition, state, submissions, panel, lost, panelSize, token } = view
  const first = stepsOf(definition)[0]!.id
  return {
    journey,
    visit: state.position.visit,
    members: panel,
    lost,
    size: panelSize,
    registration: submissions.find(({ step }) => step === first)?.answers ?? {},
    token,
  }
}

function decisionForm(view: Case, wait: string, typed: Typed, messages: Messages): Html {
  const { journey, definition, state, token } = view
  const steps = stepsBefore(definition, wait).map((id) => ({ value: id, label: word(`wait.${id}`) }))
  return html`<div class="app-box" id="decide"><h2 class="govuk-heading-m">${word(`wait.${wait}`)}</h2>
<form method="post" action="/team/journeys/${journey}" novalidate>
${hidden('token', token('submit-check'))}${hidden('wait', wait)}${hidden('visit', state.position.visit)}
${choose(
  'decision',
  words('decision'),
  'radio',
  [
    { value: 'accept', label: words('accept'), hint: words('acceptHint') },
    {
      value: 'return',
      label: words('return'),
      hint: words('returnHint'),
    },
  ],
  { message: messages.decision, values: typed.decision ?? [] },
)}
${choose('to', words('which'), 'radio', steps, { message: messages.to, values: typed.to ?? [] })}
${textArea('comment', words('comment'), {
  hint: words('commentHint'),
  message: messages.comment,
  value: typed.comment?.[0],
})}
<button class="govuk-button">${words('press')}</button>
</form></div>`
}

// The pages of a validator: what the link is, the declaration of conflicts, the case with their view, and what was decided.

import { areasOfChange } from '../../workflows/areas-of-change.ts'
import type { Answers } from '../../workflows/fields.ts'
import { stepsOf } from '../../workflows/model.ts'
import { validation as words } from '../../workflows/words/validation.ts'
import { word } from '../../workflows/words.ts'
import { ratings, wordsOfJudgement } from '../app/panel-forms.ts'
import type { OpenCase, Validation } from '../app/read-validation.ts'
import { asTyped } from '../app/section-work.ts'
import { answersForOthers } from './answers.ts'
import { formatDate } from './dates.ts'
import { details } from './details.ts'
import { choose, errorSummary, hidden, type Messages, renderFields, type Typed } from './form.ts'
import { type Html, html } from './html.ts'
import { notice, type Page } from './layout.ts'
import { decisionText } from './panel.ts'
import { say } from './say.ts'
import { addressForm } from './sign-in.ts'
import { stepNumber } from './steps.ts'
import { success } from './success.ts'
import { summaryList } from './summary-list.ts'

type Stage<S extends Validation['stage']> = Extract<Validation, { stage: S }>

/** What the emailed link shows to anybody: nothing is read for it, so there is nothing to find out. */
export function welcomePage(journey: string): Page {
  return {
    title: words('title'),
    body: html`<h1 class="govuk-heading-l">${words('heading')}</h1>
<p class="govuk-body">${words('what')}</p>
<p class="govuk-body">${words('who')}</p>
<p class="govuk-body">${words('link')}</p>
${addressForm(`/cases/${journey}`, words('emailHint'))}`,
  }
}

/** Everything that somebody on the panel can see at this address. */
export function validationPage(
  view: Validation,
  token: (form: string) => string,
  typed: Typed = {},
  messages: Messages = {},
): Page {
  switch (view.stage) {
    case 'declare':
      return declarationPage(view, token('submit-declaration'), messages)
    case 'conflict':
      return notice(words('conflictTitle'), [words('conflictClosed'), words('conflictTeam')])
    case 'open':
      return openPage(view, token, typed, messages)
    case 'decided':
      return {
        title: words('decidedTitle'),
        body: html`<h1 class="govuk-heading-l"><span class="govuk-caption-l"><bdi>${view.organisationName}</bdi></span>${words('decidedTitle')}</h1>
${decisionText(view.decision)}
<p class="govuk-body">${words('thanks')}</p>`,
      }
    case 'ended':
      return notice(words('endedTitle'), [words('ended')])
  }
}

function declarationPage(
  { event, organisationName }: Stage<'declare'>,
  token: string,
  messages: Messages,
): Page {
  const { journey, state } = event
  return {
    title: words('declare'),
    refused: Object.keys(messages).length > 0,
    body: html`${errorSummary(messages)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${words('caption', { level: word(`level.${state.level}`) })}</span>${words('declare')}</h1>
<p class="govuk-body">${say(words, 'organisation', { organisationName: html`<strong><bdi>${organisationName}</bdi></strong>` })}</p>
<p class="govuk-body">${words('conflictIf')}</p>
<ul class="govuk-list govuk-list--bullet">
<li>${words('conflictWork')}</li>
<li>${words('conflictMember')}</li>
<li>${words('conflictClose')}</li>
<li>${words('conflictHelped')}</li>
<li>${words('conflictGain')}</li>
</ul>
<p class="govuk-body">${words('conflictUnsure')}</p>
${declarationForm(journey, state.position.visit, token, messages)}`,
  }
}

function declarationForm(journey: string, visit: number, token: string, messages: Messages): Html {
  return html`<form method="post" action="/cases/${journey}/declaration" novalidate>
${hidden('token', token)}${hidden('visit', visit)}
${choose(
  'conflict',
  words('which'),
  'radio',
  [
    { value: 'no', label: words('no'), hint: words('noHint') },
    {
      value: 'yes',
      label: words('yes'),
      hint: words('yesHint'),
    },
  ],
  { message: messages.conflict, values: [] },
)}
<button class="govuk-button">${words('press')}</button>
</form>`
}

function openPage(view: OpenCase, token: (form: string) => string, typed: Typed, messages: Messages): Page {
  const { event, definition, organisationName, submissions, earlier } = view
  const { journey, state } = event
  return {
    title: organisationName,
    refused: Object.keys(messages).length > 0,
    body: html`${errorSummary(messages)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${words('caption', { level: word(`level.${state.level}`) })}</span><bdi>${organisationName}</bdi></h1>
${nextAction(view)}
${earlier && html`<h2 class="govuk-heading-m">${words('earlier')}</h2>${decisionText(earlier)}`}
<h2 class="govuk-heading-m">${words('whatTheyDid')}</h2>
${submissions.map(
  ({
    step,
    at,
    answers,
    files,
    referable,
    links,
    distance,
  }) => html`<h3 class="govuk-heading-s"><span class="govuk-caption-m">${stepNumber(definition, step)}</span>${word(`wait.${step}`)}</h3>
<p class="govuk-body-s">${words('handedIn', { date: formatDate(at) })}</p>
${answersForOthers(stepsOf(definition).find(({ id }) => id === step)?.sections ?? [], answers, { journey, individual: state.individual, files, referable, distance, links: { links, mayReadCaptures: true } })}`,
)}
${viewForm(view, token('submit-judgement'), typed, messages)}
${details(
  words('afterAll'),
  html`<p class="govuk-body">${words('afterAllText')}</p>
<form method="post" action="/cases/${journey}/declaration">${hidden('token', token('submit-declaration'))}${hidden('visit', state.position.visit)}${hidden('conflict', 'yes')}<button class="govuk-button govuk-button--secondary">${words('yes')}</button></form>`,
)}`,
  }
}

function nextAction({ event, member, own, complete }: OpenCase): Html {
  if (member.chair && complete) {
    return html`<div class="app-box"><h2 class="govuk-heading-m">${words('yourTurn')}</h2>
<p class="govuk-body">${words('yourTurnText')}</p>
<a class="govuk-button" href="/cases/${event.journey}/decision">${words('toDecision')}</a></div>`
  }
  if (!own) {
    return html`<p class="govuk-body">${words('readFirst')}</p>
<p class="govuk-body"><a class="govuk-link" href="#view">${words('toView')}</a></p>`
  }
  return success(
    words('given'),
    html`<p class="govuk-body">${say(words, 'givenText', { next: member.chair ? words('nextChair') : words('nextOthers'), link: html`<a class="govuk-link" href="#view">${words('givenTextLink')}</a>` })}</p>`,
  )
}

function viewForm(view: OpenCase, token: string, typed: Typed, messages: Messages): Html {
  const { event, own } = view
  const sent = Object.keys(messages).length > 0
  const shown = sent || !own ? typed : asTyped(own)
  return html`<div class="app-box" id="view"><h2 class="govuk-heading-m">${own ? words('changeView') : words('yourView')}</h2>
<p class="govuk-body">${words('areas')}</p>
<form method="post" action="/cases/${event.journey}/view" novalidate>
${hidden('token', token)}${hidden('visit', event.state.position.visit)}
${areasOfChange.map((area) =>
  choose(
    area,
    words('areaOptional', { area: areaName(area) }),
    'radio',
    ratings.map((value) => ({ value, label: word(`rating.${value}`) })),
    { message: messages[area], values: shown[area] ?? [], inline: true },
  ),
)}
${renderFields(wordsOfJudgement, shown, messages)}
<button class="govuk-button">${own ? words('replacePress') : words('givePress')}</button>
</form></div>`
}

export function areaName(area: string): string {
  return word(`field.actionArea.${area}`)
}

/** A view as it was given. */
export function viewList(answers: Answers): Html | undefined {
  const rows: readonly (readonly [string, string])[] = [
    [words('recommends'), word(`outcome.${answers.recommendation}`)],
    ...areasOfChange.flatMap((area): [string, string][] =>
      answers[area] === undefined ? [] : [[areaName(area), word(`rating.${answers[area]}`)]],
    ),
    [words('strengths'), String(answers.viewStrengths)],
    [words('nextSteps'), String(answers.viewNextSteps)],
  ]
  return summaryList(rows.map(([name, text]) => [name, html`<bdi>${text}</bdi>`]))
}

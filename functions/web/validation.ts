// The pages of a validator: what the link is, the declaration of conflicts, the case with their view, and what was decided.
import { areasOfChange } from '../../workflows/areas-of-change.ts'
import type { Answers } from '../../workflows/fields.ts'
import { stepsOf } from '../../workflows/model.ts'
import { word } from '../../workflows/words.ts'
import { ratings, wordsOfJudgement } from '../app/panel-forms.ts'
import type { OpenCase, Validation } from '../app/read-validation.ts'
import { asTyped } from '../app/section-work.ts'
import { answersList } from './answers.ts'
import { formatDate } from './dates.ts'
import { details } from './details.ts'
import { choose, errorSummary, hidden, type Messages, renderFields, type Typed } from './form.ts'
import { type Html, html } from './html.ts'
import { notice, type Page } from './layout.ts'
import { decisionText } from './panel.ts'
import { addressForm } from './sign-in.ts'
import { stepNumber } from './steps.ts'
import { success } from './success.ts'
import { summaryList } from './summary-list.ts'

type Stage<S extends Validation['stage']> = Extract<Validation, { stage: S }>

/** What the emailed link shows to anybody: nothing is read for it, so there is nothing to find out. */
export function welcomePage(journey: string): Page {
  return {
    title: 'Validation',
    body: html`<h1 class="govuk-heading-l">Validation of the Cultural Cohesion Quality Mark</h1>
<p class="govuk-body">An organisation has finished its journey and asks for the quality mark. A small panel of validators looks at what it did, and decides.</p>
<p class="govuk-body">If you are on the panel, tell us the address that our email came to. We send you a code, and then you see the case. There is no password.</p>
<p class="govuk-body">This link works as long as the panel has not decided, as often as you like. After that it shows what was decided.</p>
${addressForm(`/cases/${journey}`, 'The one that our email came to.')}`,
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
      return notice('Thank you for telling us', [
        'You have a conflict of interest, so this case is closed to you. You have nothing more to do.',
        'The team can see it and asks somebody else. If you made a mistake, please tell the team.',
      ])
    case 'open':
      return openPage(view, token, typed, messages)
    case 'decided':
      return {
        title: 'What was decided',
        body: html`<h1 class="govuk-heading-l"><span class="govuk-caption-l"><bdi>${view.organisationName}</bdi></span>What was decided</h1>
${decisionText(view.decision)}
<p class="govuk-body">Thank you for your time and your care.</p>`,
      }
    case 'ended':
      return notice('This journey has ended', [
        'The organisation does not go on with its journey, so there is nothing to decide. Thank you for your time.',
      ])
  }
}

function declarationPage(
  { event, organisationName }: Stage<'declare'>,
  token: string,
  messages: Messages,
): Page {
  const { journey, state } = event
  return {
    title: 'Do you have a conflict of interest?',
    refused: Object.keys(messages).length > 0,
    body: html`${errorSummary(messages)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${word(`level.${state.level}`)} validation</span>Do you have a conflict of interest?</h1>
<p class="govuk-body">The organisation is <strong><bdi>${organisationName}</bdi></strong>. Before you see what they sent, please think about whether you can look at it with fresh eyes.</p>
<p class="govuk-body">You have a conflict of interest if, for example:</p>
<ul class="govuk-list govuk-list--bullet">
<li>you work or volunteer there, or did so in the last few years</li>
<li>you are a governor, a trustee or a member, or your child goes there</li>
<li>somebody close to you works there or leads it</li>
<li>you helped them with their journey</li>
<li>you, or the people you work for, would gain or lose something by the decision</li>
</ul>
<p class="govuk-body">If you are not sure, say that you have one. Nobody will ask why.</p>
${declarationForm(journey, state.position.visit, token, messages)}`,
  }
}

function declarationForm(journey: string, visit: number, token: string, messages: Messages): Html {
  return html`<form method="post" action="/cases/${journey}/declaration" novalidate>
${hidden('token', token)}${hidden('visit', visit)}
${choose(
  'conflict',
  'Which is true?',
  'radio',
  [
    { value: 'no', label: 'I have no conflict of interest', hint: 'The case opens to you.' },
    {
      value: 'yes',
      label: 'I have a conflict of interest',
      hint: 'The case is closed to you for good, and the team asks somebody else.',
    },
  ],
  { message: messages.conflict, values: [] },
)}
<button class="govuk-button">Continue</button>
</form>`
}

function openPage(view: OpenCase, token: (form: string) => string, typed: Typed, messages: Messages): Page {
  const { event, definition, organisationName, submissions, earlier } = view
  const { journey, state } = event
  return {
    title: organisationName,
    refused: Object.keys(messages).length > 0,
    body: html`${errorSummary(messages)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${word(`level.${state.level}`)} validation</span><bdi>${organisationName}</bdi></h1>
${nextAction(view)}
${earlier && html`<h2 class="govuk-heading-m">What the panel decided last</h2>${decisionText(earlier)}`}
<h2 class="govuk-heading-m">What they did</h2>
${submissions.map(
  ({
    step,
    at,
    answers,
    files,
    referable,
    distance,
  }) => html`<h3 class="govuk-heading-s"><span class="govuk-caption-m">${stepNumber(definition, step)}</span>${word(`wait.${step}`)}</h3>
<p class="govuk-body-s">Handed in on ${formatDate(at)}</p>
${answersList(stepsOf(definition).find(({ id }) => id === step)?.sections ?? [], answers, { journey, files, referable, distance })}`,
)}
${viewForm(view, token('submit-judgement'), typed, messages)}
${details(
  'I have a conflict of interest after all',
  html`<p class="govuk-body">If you say so now, the case is closed to you for good, and your view does not count. Nobody will ask why.</p>
<form method="post" action="/cases/${journey}/declaration">${hidden('token', token('submit-declaration'))}${hidden('visit', state.position.visit)}${hidden('conflict', 'yes')}<button class="govuk-button govuk-button--secondary">I have a conflict of interest</button></form>`,
)}`,
  }
}

function nextAction({ event, member, own, complete }: OpenCase): Html {
  if (member.chair && complete) {
    return html`<div class="app-box"><h2 class="govuk-heading-m">It is your turn to decide</h2>
<p class="govuk-body">Everybody has given a view. You are the chair: read them all, and decide.</p>
<a class="govuk-button" href="/cases/${event.journey}/decision">Go to the decision</a></div>`
  }
  if (!own) {
    return html`<p class="govuk-body">Read what they did, then give your view. You can leave and come back: the link in our email keeps working.</p>
<p class="govuk-body"><a class="govuk-link" href="#view">Go to your view</a></p>`
  }
  return success(
    'Thank you. We have your view.',
    html`<p class="govuk-body">Nobody on the panel sees it before all have given theirs. ${member.chair ? 'We will email you when it is your turn to decide.' : 'Then the chair decides.'} Until then you can <a class="govuk-link" href="#view">change your view</a>.</p>`,
  )
}

function viewForm(view: OpenCase, token: string, typed: Typed, messages: Messages): Html {
  const { event, own } = view
  const sent = Object.keys(messages).length > 0
  const shown = sent || !own ? typed : asTyped(own)
  return html`<div class="app-box" id="view"><h2 class="govuk-heading-m">${own ? 'Change your view' : 'Your view'}</h2>
<p class="govuk-body">Where do they stand in each area? You can leave out what you cannot tell.</p>
<form method="post" action="/cases/${event.journey}/view" novalidate>
${hidden('token', token)}${hidden('visit', event.state.position.visit)}
${areasOfChange.map((area) =>
  choose(
    area,
    `${areaName(area)} (optional)`,
    'radio',
    ratings.map((value) => ({ value, label: word(`rating.${value}`) })),
    { message: messages[area], values: shown[area] ?? [], inline: true },
  ),
)}
${renderFields(wordsOfJudgement, shown, messages)}
<button class="govuk-button">${own ? 'Replace your view' : 'Give your view'}</button>
</form></div>`
}

export function areaName(area: string): string {
  return word(`field.actionArea.${area}`)
}

/** A view as it was given. */
export function viewList(answers: Answers): Html | undefined {
  const rows: readonly (readonly [string, string])[] = [
    ['Recommends', word(`outcome.${answers.recommendation}`)],
    ...areasOfChange.flatMap((area): [string, string][] =>
      answers[area] === undefined ? [] : [[areaName(area), word(`rating.${answers[area]}`)]],
    ),
    ['Strengths', String(answers.viewStrengths)],
    ['Next steps', String(answers.viewNextSteps)],
  ]
  return summaryList(rows.map(([name, text]) => [name, html`<bdi>${text}</bdi>`]))
}

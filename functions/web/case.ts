// One journey as the team sees it: what was handed in, and the decision if one is waited for.
import type { Answer, Answers } from '../../workflows/fields.ts'
import { type Field, type JourneyDefinition, type Section, waitsOf } from '../../workflows/model.ts'
import { type JourneyState, stepsBefore } from '../../workflows/progress.ts'
import { word } from '../../workflows/words.ts'
import type { Contact } from '../app/ports.ts'
import { formatDate } from './dates.ts'
import { choose, errorSummary, hidden, type Messages, type Typed, textArea } from './form.ts'
import { type Html, html } from './html.ts'
import type { Page } from './layout.ts'
import { taskList } from './steps.ts'
import { placeName } from './team.ts'

export interface Case {
  readonly journey: string
  readonly definition: JourneyDefinition
  readonly state: JourneyState
  readonly organisationName: string
  readonly contact: (Contact & { readonly address: string | undefined }) | undefined
  readonly submissions: readonly { readonly step: string; readonly at: string; readonly answers: Answers }[]
  readonly token: string
}

export function casePage(view: Case, typed: Typed = {}, messages: Messages = {}): Page {
  const { definition, state, organisationName, contact, submissions } = view
  const wait = waitsOf(definition).find(({ id }) => id === state.position.at)
  return {
    title: organisationName,
    refused: Object.keys(messages).length > 0,
    body: html`<a class="back" href="/team">Back to the team’s list</a>
${errorSummary(messages)}
<h1><span class="caption">${state.position.at === 'complete' ? `${word(`level.${state.level}`)} awarded` : `Working towards ${word(`level.${state.level}`)}`}</span><bdi>${organisationName}</bdi></h1>
<p>${placeName(state.position.at)}, since ${formatDate(state.position.since)}.${wait && wait.kind !== 'step' && html` <a href="#decide">Go to the decision</a>`}</p>
${
  contact &&
  html`<dl class="facts">
<div><dt>CCQM lead</dt><dd><bdi>${contact.name}</bdi>, ${contact.role}</dd></div>
<div><dt>Email address</dt><dd><a href="mailto:${contact.address}">${contact.address}</a></dd></div>
${contact.telephone && html`<div><dt>Telephone</dt><dd>${contact.telephone}</dd></div>`}
</dl>`
}
<h2>What was handed in</h2>
${submissions.map(
  ({ step, at, answers }) => html`<h3>${word(`wait.${step}`)}</h3>
<p class="hint">Handed in on ${formatDate(at)}</p>
${answersList(definition.phases.flatMap(({ steps }) => steps).find(({ id }) => id === step)?.sections ?? [], answers)}`,
)}
${wait && wait.kind !== 'step' && decisionForm(view, wait.id, typed, messages)}
${taskList(definition, state, () => undefined)}
${state.awards.map(
  ({ level, serial, at }) =>
    html`<p>${word(`level.${level}`)} awarded on ${formatDate(at)}: <a href="/awards/${serial}">${serial}</a></p>`,
)}`,
  }
}

function decisionForm(view: Case, wait: string, typed: Typed, messages: Messages): Html {
  const { journey, definition, state, token } = view
  const steps = stepsBefore(definition, wait).map((id) => ({ value: id, label: word(`wait.${id}`) }))
  const decides = wait === 'validation'
  return html`<div class="box" id="decide"><h2>${word(`wait.${wait}`)}</h2>
<form method="post" action="/team/journeys/${journey}" novalidate>
${hidden('token', token)}${hidden('wait', wait)}${hidden('visit', state.position.visit)}
${choose(
  'decision',
  'What do you decide?',
  'radio',
  [
    decides
      ? {
          value: 'accept',
          label: `Award ${word(`level.${state.level}`)}`,
          hint: 'The award is issued and announced by email at once.',
        }
      : { value: 'accept', label: 'Accept the phase', hint: 'The organisation goes on with the next phase.' },
    {
      value: 'return',
      label: 'Return one step',
      hint: 'The organisation gets your comment by email and hands the step in again.',
    },
  ],
  { message: messages.decision, values: typed.decision ?? [] },
)}
${choose('to', 'If you return one, which step?', 'radio', steps, { message: messages.to, values: typed.to ?? [] })}
${textArea('comment', 'If you return one, what should they look at?', {
  hint: 'Write to the organisation. They will read exactly these words.',
  message: messages.comment,
  value: typed.comment?.[0],
})}
<button class="button">Send the decision</button>
</form></div>`
}

function answersList(sections: readonly Section[], answers: Answers): Html {
  const rows = sections
    .flatMap(({ fields }) => fields)
    .flatMap((field) => {
      const answer = answers[field.id]
      return answer === undefined
        ? []
        : [html`<div><dt>${word(`field.${field.id}`)}</dt><dd>${inWords(field, answer)}</dd></div>\n`]
    })
  return rows.length === 0 ? html`` : html`<dl class="facts">${rows}</dl>`
}

function inWords(field: Field, answer: Answer): string {
  const one = (value: string | number) =>
    'options' in field
      ? word(`field.${field.id}.${value}`)
      : typeof value === 'number'
        ? value.toLocaleString('en-GB')
        : value
  return Array.isArray(answer) ? answer.map(one).join(', ') : one(answer as string | number)
}

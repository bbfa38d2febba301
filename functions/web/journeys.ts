// Choosing among one's journeys, and the cases that one validates.
import { word } from '../../workflows/words.ts'
import type { CaseLine, JourneyLine } from '../app/own-journeys.ts'
import { hidden } from './form.ts'
import { type Html, html } from './html.ts'
import type { Page } from './layout.ts'

const caseTags: Readonly<Record<CaseLine['status'], readonly [label: string, style: string]>> = {
  declare: ['It is your turn', 'now'],
  look: ['It is your turn', 'now'],
  judged: ['We have your view', 'done'],
  over: ['The panel has decided', 'done'],
}

export function journeysPage(
  journeys: readonly JourneyLine[],
  cases: readonly CaseLine[],
  token: string,
): Page {
  if (journeys.length === 0 && cases.length === 0) {
    return {
      title: 'Your journeys',
      body: html`<h1>Your journeys</h1>
<p>There is no journey under your address yet.</p>
<p><a class="button" href="/register">Register your interest</a></p>`,
    }
  }
  const caseList = html`<ul class="tasks">${cases.map(
    ({ journey, organisationName, level, status }) =>
      html`<li><span class="what"><a href="/cases/${journey}"><bdi>${organisationName}</bdi></a><span class="hint">${word(`level.${level}`)} validation</span></span><strong class="tag ${caseTags[status][1]}">${caseTags[status][0]}</strong></li>
`,
  )}</ul>`
  const confirmed = journeys.filter((line) => line.confirmed)
  const waiting = journeys.filter((line) => !line.confirmed)
  const title = journeys.length === 0 ? 'Cases that you validate' : 'Your journeys'
  return {
    title,
    body: html`<h1>${title}</h1>
${
  journeys.length === 0
    ? caseList
    : html`<ul class="tasks">${confirmed.map(
        ({ journey, organisationName, level }) =>
          html`<li><span class="what"><a href="/journeys/${journey}"><bdi>${organisationName}</bdi></a></span><span class="tag">Working towards ${word(`level.${level}`)}</span></li>
`,
      )}</ul>
${waiting.map((line) => confirmation(line, token))}
<p>You can also <a href="/register">register another organisation</a>.</p>
${cases.length > 0 && html`<h2>Cases that you validate</h2>${caseList}`}`
}`,
  }
}

function confirmation({ journey, organisationName }: JourneyLine, token: string): Html {
  return html`<div class="inset"><h2>Did you register <bdi>${organisationName}</bdi>?</h2>
<p>It was registered with your address and waits to be confirmed. If it was not you, leave it: nothing will happen.</p>
<form method="post" action="/journeys/${journey}/confirm">${hidden('token', token)}<button class="button">Yes, confirm it</button></form></div>
`
}

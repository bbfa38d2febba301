// Choosing among one's journeys.
import { word } from '../../workflows/words.ts'
import { hidden } from './form.ts'
import { html } from './html.ts'
import type { Page } from './layout.ts'

export interface JourneyLine {
  readonly journey: string
  readonly organisationName: string
  readonly level: string
  readonly confirmed: boolean
}

export function journeysPage(lines: readonly JourneyLine[], token: string): Page {
  if (lines.length === 0) {
    return {
      title: 'Your journeys',
      body: html`<h1>Your journeys</h1>
<p>There is no journey under your address yet.</p>
<p><a class="button" href="/register">Register your interest</a></p>`,
    }
  }
  const confirmed = lines.filter((line) => line.confirmed)
  const waiting = lines.filter((line) => !line.confirmed)
  return {
    title: 'Your journeys',
    body: html`<h1>Your journeys</h1>
${
  confirmed.length > 0 &&
  html`<ul class="tasks">${confirmed.map(
    ({
      journey,
      organisationName,
      level,
    }) => html`<li><span class="what"><a href="/journeys/${journey}"><bdi>${organisationName}</bdi></a></span><span class="tag">Working towards ${word(`level.${level}`)}</span></li>
`,
  )}</ul>`
}
${waiting.map(
  ({
    journey,
    organisationName,
  }) => html`<div class="inset"><h2>Did you register <bdi>${organisationName}</bdi>?</h2>
<p>It was registered with your address and waits to be confirmed. If it was not you, leave it: nothing will happen.</p>
<form method="post" action="/journeys/${journey}/confirm">${hidden('token', token)}<button class="button">Yes, confirm it</button></form></div>
`,
)}
<p>You can also <a href="/register">register another organisation</a>.</p>`,
  }
}

// Choosing among one's journeys.
import { word } from '../../workflows/words.ts'
import { html } from './html.ts'
import type { Page } from './layout.ts'

export interface JourneyLine {
  readonly journey: string
  readonly organisationName: string
  readonly level: string
}

export function journeysPage(lines: readonly JourneyLine[]): Page {
  if (lines.length === 0) {
    return {
      title: 'Your journeys',
      body: html`<h1>Your journeys</h1>
<p>There is no journey under your address yet.</p>
<p><a class="button" href="/register">Register your interest</a></p>`,
    }
  }
  return {
    title: 'Your journeys',
    body: html`<h1>Your journeys</h1>
<ul class="tasks">${lines.map(
      ({
        journey,
        organisationName,
        level,
      }) => html`<li><span class="what"><a href="/journeys/${journey}"><bdi>${organisationName}</bdi></a></span><span class="tag">Working towards ${word(`level.${level}`)}</span></li>
`,
    )}</ul>
<p>You can also <a href="/register">register another organisation</a>.</p>`,
  }
}

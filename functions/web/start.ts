// The start page: what the mark is, how it works, where to begin.
import { stepsOf } from '../../workflows/model.ts'
import { newest } from '../../workflows/released/index.ts'
import { word } from '../../workflows/words.ts'
import { html } from './html.ts'
import type { Page } from './layout.ts'

export function startPage(): Page {
  const steps = stepsOf(newest)
  return {
    title: 'Make your mark',
    body: html`<h1>Cultural Cohesion Quality Mark</h1>
<p class="lede">An award for organisations, groups and individuals who become more culturally responsive, and so help to build harmonious relationships.</p>
<p>It is open to everyone: schools, businesses, public services, voluntary and religious organisations, community groups, and neighbourhoods acting together.</p>
<p><a class="button" href="/register">Register your interest</a></p>
<p>Registered already? <a href="/sign-in">Sign in with a code by email</a>. There is no password.</p>
<h2>How it works</h2>
<p>The journey has ${newest.phases.length} phases and ${steps.length} steps. You take them in your own time.</p>
${newest.phases.map(
  (phase) => html`<h3>${word(`phase.${phase.id}`)}</h3>
<ol start="${steps.indexOf(phase.steps[0]!) + 1}">${phase.steps.map((step) => html`<li>${word(`wait.${step.id}`)}</li>`)}</ol>
`,
)}
<p>At the end of a phase the Cultural Cohesion Quality Mark team looks at it with you. After the last step you ask for validation. Each successful round earns the next level: ${newest.levels.map((level) => word(`level.${level}`)).join(', ')}.</p>`,
  }
}

// The start page: what the mark is, why it is needed, what it brings, how it works, where to begin, whom to ask.

import { stepsOf } from '../../workflows/model.ts'
import { newest } from '../../workflows/released/index.ts'
import { ideas } from '../../workflows/words/ideas.ts'
import { start as words } from '../../workflows/words/start.ts'
import { word } from '../../workflows/words.ts'
import type { Settings } from '../app/ports.ts'
import { registrationFields } from '../app/register.ts'
import { aimsList } from './aims.ts'
import { html } from './html.ts'
import type { Page } from './layout.ts'
import { say } from './say.ts'
import { summaryList } from './summary-list.ts'

/** Word for word from the council's brochure. */
const brochure = {
  why: ['brochure.why', 'brochure.consequences'],
  facts: [
    'fact.names',
    'fact.pay',
    'fact.disability',
    'fact.lgbt',
    'fact.schools',
    'fact.life',
    'fact.management',
  ],
  benefits: ['benefit.recognition', 'benefit.wellbeing'],
} as const

export function startPage({ contact }: Pick<Settings, 'contact'>): Page {
  const steps = stepsOf(newest)
  return {
    title: words('title'),
    body: html`<h1 class="govuk-heading-xl">${words('heading')}</h1>
<p class="govuk-body-l">${words('lead')}</p>
<a class="govuk-button" href="/register">${words('register')}</a>
<p class="govuk-body">${say(words, 'registered', { link: html`<a class="govuk-link" href="/sign-in">${words('registeredLink')}</a>` })}</p>
<p class="govuk-body"><a class="govuk-link" href="/questions">${words('questions')}</a></p>
<p class="govuk-body"><a class="govuk-link" href="/ideas">${ideas('fromStart')}</a></p>
<p class="govuk-body"><a class="govuk-link" href="/library">${words('library')}</a></p>
<h2 class="govuk-heading-m">${words('what')}</h2>
<p class="govuk-body">${words('recognises')}</p>
${aimsList}
<p class="govuk-body">${words('openTo')}</p>
<h2 class="govuk-heading-m">${words('why')}</h2>
<blockquote class="govuk-inset-text">${brochure.why.map((text) => html`<p class="govuk-body">${words(text)}</p>`)}</blockquote>
<h3 class="govuk-heading-s">${words('facts')}</h3>
<blockquote class="govuk-inset-text"><ul class="govuk-list govuk-list--bullet">${brochure.facts.map((fact) => html`<li>${words(fact)}</li>`)}</ul></blockquote>
<p class="govuk-body-s">${words('undated')}</p>
<h2 class="govuk-heading-m">${words('gain')}</h2>
<ul class="govuk-list govuk-list--bullet">${brochure.benefits.map((benefit) => html`<li>${words(benefit)}</li>`)}</ul>
<h2 class="govuk-heading-m">${words('how')}</h2>
<p class="govuk-body">${words('journey', { phases: newest.phases.length, steps: steps.length })}</p>
${newest.phases.map(
  (phase) => html`<h3 class="govuk-heading-s">${word(`phase.${phase.id}`)}</h3>
<ol class="govuk-list govuk-list--number" start="${steps.indexOf(phase.steps[0]!) + 1}">${phase.steps.map((step) => html`<li>${word(`wait.${step.id}`)}</li>`)}</ol>
`,
)}
<p class="govuk-body">${words('levels', { levels: newest.levels.map((level) => word(`level.${level}`)).join(', ') })}</p>
<h2 class="govuk-heading-m">${words('sectors')}</h2>
<p class="govuk-body">${words('sectorsText')}</p>
<ul class="govuk-list govuk-list--bullet">${sectors().map((sector) => html`<li>${sector}</li>`)}</ul>
<h2 class="govuk-heading-m">${words('talk')}</h2>
<p class="govuk-body">${words('talkText')}</p>
${summaryList([
  [words('email'), html`<a class="govuk-link" href="mailto:${contact.address}">${contact.address}</a>`],
  [words('telephone'), contact.telephone],
  [words('social'), `${contact.handle}\n${contact.hashtags.join(' ')}`],
])}`,
  }
}

/** Those that registration offers. */
function sectors(): readonly string[] {
  const field = registrationFields.find(({ id }) => id === 'sectors')
  return field && 'options' in field ? field.options.map((option) => word(`field.sectors.${option}`)) : []
}

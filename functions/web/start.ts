// The start page: what the mark is, why it is needed, what it brings, how it works, where to begin, whom to ask.
import { stepsOf } from '../../workflows/model.ts'
import { newest } from '../../workflows/released/index.ts'
import { ideas } from '../../workflows/words/ideas.ts'
import { word } from '../../workflows/words.ts'
import type { Settings } from '../app/ports.ts'
import { registrationFields } from '../app/register.ts'
import { html } from './html.ts'
import type { Page } from './layout.ts'
import { summaryList } from './summary-list.ts'

/** Word for word from the council's brochure "Building harmonious relationships", which bears no date. */
const brochure = {
  why: [
    'Inequality, bias and discrimination exists in all walks of life – in gender, race, age, class, disability, locality, religion and more. This stifles opportunities and takes a heavy toll on people’s wellbeing and happiness.',
    'This has serious consequences. It creates generational poverty and deprivation, makes businesses less productive, and causes community tensions to rise as society becomes more fractured and divided. It’s important that we are aware of this and act to make a difference.',
  ],
  facts: [
    'Research has showed that people with Chinese, African, Indian or Pakistani-sounding names were 28% less likely to be invited to a job interview than people with English-sounding names, despite having identical qualifications',
    '78% of UK companies have a gender pay gap that favours men, with far fewer women in senior positions',
    '67% of the British public feel uncomfortable around disabled people, and over a third think disabled people are less productive. Unsurprisingly, 38% of disabled people have faced challenges around work and employment due to other people’s attitudes',
    'Almost one in five LGBT staff have been the target of negative comments or conduct in the workplace last year because they’re LGBT',
    '20 children are excluded from school every day for the racist abuse of their peers',
    'On average a boy born in one of the most affluent areas will outlive a boy born in one of the poorest by 8.4 years',
    'One in eight of the working age population are from a BME background, yet only one in 16 top management positions are held by a minority ethnic person',
  ],
  aims: [
    'Help to improve the interactions between people and build stronger, harmonious relationships',
    'Develop the knowledge and behaviours needed to enjoy living and working in places where cultural and social diversity is recognised and promoted',
    'Increase opportunities and foster achievement for everyone',
  ],
  benefits: [
    'External recognition of commitment, action and progress towards culturally and socially inclusive relationships and practice.',
    'Increased wellbeing and productivity by improving the day-to-day interactions that you and those around you are involved in.',
  ],
}

export function startPage({ contact }: Pick<Settings, 'contact'>): Page {
  const steps = stepsOf(newest)
  return {
    title: 'Make your mark',
    body: html`<h1 class="govuk-heading-xl">Cultural Cohesion Quality Mark</h1>
<p class="govuk-body-l">An award for organisations, groups and individuals who become more culturally responsive, and so help to build harmonious relationships.</p>
<a class="govuk-button" href="/register">Register your interest</a>
<p class="govuk-body">Registered already? <a class="govuk-link" href="/sign-in">Sign in with a code by email</a>. There is no password.</p>
<p class="govuk-body"><a class="govuk-link" href="/ideas">${ideas('fromStart')}</a></p>
<h2 class="govuk-heading-m">What it is</h2>
<p class="govuk-body">The mark recognises and supports those who want to:</p>
<ul class="govuk-list govuk-list--bullet">${brochure.aims.map((aim) => html`<li>${aim}</li>`)}</ul>
<p class="govuk-body">It is open to everyone: schools, businesses, public services, voluntary and religious organisations, community groups, neighbourhoods acting together, and individuals. You need not be in Leeds.</p>
<h2 class="govuk-heading-m">Why it is needed</h2>
<blockquote class="govuk-inset-text">${brochure.why.map((text) => html`<p class="govuk-body">${text}</p>`)}</blockquote>
<h3 class="govuk-heading-s">Did you know?</h3>
<blockquote class="govuk-inset-text"><ul class="govuk-list govuk-list--bullet">${brochure.facts.map((fact) => html`<li>${fact}</li>`)}</ul></blockquote>
<p class="govuk-body-s">These words and figures are from the undated CCQM brochure. They may have changed since.</p>
<h2 class="govuk-heading-m">What you gain</h2>
<ul class="govuk-list govuk-list--bullet">${brochure.benefits.map((benefit) => html`<li>${benefit}</li>`)}</ul>
<h2 class="govuk-heading-m">How it works</h2>
<p class="govuk-body">The journey has ${newest.phases.length} phases and ${steps.length} steps. You take them in your own time.</p>
${newest.phases.map(
  (phase) => html`<h3 class="govuk-heading-s">${word(`phase.${phase.id}`)}</h3>
<ol class="govuk-list govuk-list--number" start="${steps.indexOf(phase.steps[0]!) + 1}">${phase.steps.map((step) => html`<li>${word(`wait.${step.id}`)}</li>`)}</ol>
`,
)}
<p class="govuk-body">At the end of a phase the Cultural Cohesion Quality Mark team looks at it with you. After the last step you ask for validation. Each successful round earns the next level: ${newest.levels.map((level) => word(`level.${level}`)).join(', ')}.</p>
<h2 class="govuk-heading-m">The sectors</h2>
<p class="govuk-body">We would like to see organisations from each of these:</p>
<ul class="govuk-list govuk-list--bullet">${sectors().map((sector) => html`<li>${sector}</li>`)}</ul>
<h2 class="govuk-heading-m">Talk to us</h2>
<p class="govuk-body">You can register here, or telephone or write to us and we do it with you.</p>
${summaryList([
  ['Email', html`<a class="govuk-link" href="mailto:${contact.address}">${contact.address}</a>`],
  ['Telephone', contact.telephone],
  ['Social media', `${contact.handle}\n${contact.hashtags.join(' ')}`],
])}`,
  }
}

/** Those that registration offers. */
function sectors(): readonly string[] {
  const field = registrationFields.find(({ id }) => id === 'sectors')
  return field && 'options' in field ? field.options.map((option) => word(`field.sectors.${option}`)) : []
}

// Every question of the mark, to be read and printed before registering: a page a step.
import { entriesOf } from '../../workflows/fields.ts'
import {
  type Field,
  type JourneyDefinition,
  type PlainField,
  type Section,
  type Step,
  stepsOf,
} from '../../workflows/model.ts'
import { personalPledgeFields, pledgeStep } from '../../workflows/personal-pledge.ts'
import { requiredAnswers } from '../../workflows/required.ts'
import { examplesFor } from '../../workflows/words/definition/examples.ts'
import { reasonFor } from '../../workflows/words/definition/reasons.ts'
import { questions as words } from '../../workflows/words/questions.ts'
import { optionalWord, word } from '../../workflows/words.ts'
import { details } from './details.ts'
import { type Html, html } from './html.ts'
import type { Page } from './layout.ts'
import { stepNumber } from './steps.ts'
import { taskList } from './task-list.ts'

export function questionsIndexPage(definition: JourneyDefinition): Page {
  const steps = stepsOf(definition)
  const must = steps.reduce((sum, step) => sum + requiredAnswers(step, false), 0)
  return {
    title: words('title'),
    back: { href: '/', label: words('start') },
    body: html`<h1 class="govuk-heading-l">${words('title')}</h1>
<p class="govuk-body-l">${words('lead')}</p>
<p class="govuk-body">${words('little', { must })}</p>
${taskList(
  steps.map((step) => ({
    id: `step-${step.id}`,
    name: word(`wait.${step.id}`),
    href: `/questions/${step.id}`,
    hint: `${stepNumber(definition, step.id)}: ${countsOf(step)}`,
  })),
)}
<a class="govuk-button" href="/register">${words('register')}</a>`,
  }
}

/** Conditional ones count as required, as they do in what is promised. */
function countsOf(step: Step): string {
  const all = step.sections.flatMap((section) => entriesOf(section)?.fields ?? section.fields)
  const must = requiredAnswers(step, false)
  return words('counts', { must, other: all.length - must })
}

export function stepQuestionsPage(definition: JourneyDefinition, step: Step): Page {
  const steps = stepsOf(definition)
  const next = steps[steps.indexOf(step) + 1]
  return {
    title: word(`wait.${step.id}`),
    back: { href: '/questions', label: words('back') },
    body: html`<h1 class="govuk-heading-l"><span class="govuk-caption-l">${stepNumber(definition, step.id)}</span>${word(`wait.${step.id}`)}</h1>
<p class="govuk-body">${optionalWord(`wait.${step.id}.hint`)}</p>
<p class="govuk-body">${words('aside')} ${words('print')}</p>
${step.sections.map(sectionList)}
${step.id === pledgeStep(definition) && pledging()}
${next && html`<p class="govuk-body"><a class="govuk-link" href="/questions/${next.id}">${words('next', { step: word(`wait.${next.id}`) })}</a></p>`}
<p class="govuk-body"><a class="govuk-link" href="/register">${words('register')}</a></p>`,
  }
}

function sectionList(section: Section): Html {
  const entries = entriesOf(section)
  const fields = entries?.fields ?? section.fields
  return html`<h2 class="govuk-heading-m">${word(`section.${section.id}`)}</h2>
${section.askedOf === 'organisations' && html`<p class="govuk-body">${words('organisations')}</p>`}
${entries && html`<p class="govuk-body">${optionalWord(`field.${entries.id}.hint`)} ${words('again')}</p>`}
<ol class="govuk-list govuk-list--number govuk-list--spaced">${fields.map((field) => question(field as PlainField, mustOf(field as PlainField, !entries || entries.required)))}</ol>`
}

/** By everybody, on the page behind the public link. */
function pledging(): Html {
  return html`<h2 class="govuk-heading-m">${words('pledging')}</h2>
<p class="govuk-body">${words('pledgingHint')}</p>
<ol class="govuk-list govuk-list--number govuk-list--spaced">${personalPledgeFields.map((field) => question(field, words('ifYouLike')))}</ol>`
}

function question(field: PlainField, must: string): Html {
  const hint = optionalWord(`field.${field.id}.hint`)
  const example = examplesFor(field.id)
  return html`<li><strong class="govuk-!-font-weight-bold">${word(`field.${field.id}`)}</strong><br>
${must}. ${hint} ${reasonFor(field.id)} ${optionsOf(field)} ${limitOf(field)}
${field.kind === 'declaration' && html`<br>“${word(`field.${field.id}.yes`)}”`}
${example && details(words('examples'), html`<p class="govuk-body">${words('charity', { text: example.charity })}</p><p class="govuk-body">${words('school', { text: example.school })}</p>`)}</li>
`
}

function limitOf(field: PlainField): string | undefined {
  if (field.kind !== 'long-text') return undefined
  return field.maxLength === undefined
    ? words('limit', { limit: field.maxWords })
    : words('limitCharacters', { limit: field.maxLength })
}

/** `counts` is false for what is asked of an entry that need not be there. */
function mustOf({ required, requiredWhen }: PlainField, counts: boolean): string {
  if (!counts) return words('help')
  return words(required ? 'must' : requiredWhen ? 'depends' : 'help')
}

function optionsOf(field: Field): string | undefined {
  if (!('options' in field)) return undefined
  const all = field.options.map((option) => word(`field.${field.id}.${option}`))
  return words('options', { options: all.join(', ') })
}

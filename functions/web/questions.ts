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
import { declaredOf } from './aims.ts'
import { neededWhen, ownHint } from './form.ts'
import { type Html, html } from './html.ts'
import type { Page } from './layout.ts'
import { stepNumber } from './steps.ts'
import { taskList } from './task-list.ts'

export function questionsIndexPage(definition: JourneyDefinition): Page {
  const steps = stepsOf(definition)
  const all = (individual: boolean) => steps.reduce((sum, step) => sum + requiredAnswers(step, individual), 0)
  return {
    title: words('title'),
    back: { href: '/', label: words('start') },
    body: html`<h1 class="govuk-heading-l">${words('title')}</h1>
<p class="govuk-body-l">${words('lead')}</p>
<p class="govuk-body">${words('little', { must: all(false), individual: all(true) })}</p>
<p class="govuk-body"><a class="govuk-link" href="/questions/all">${words('allOnOne')}</a></p>
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
  const individual = requiredAnswers(step, true)
  const counts = words('counts', { must, other: all.length - must })
  return individual === must ? counts : `${counts}. ${words('ofIndividuals', { individual })}`
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
${step.sections.map((section) => sectionList(section))}
${step.id === pledgeStep(definition) && pledging()}
${next && html`<p class="govuk-body"><a class="govuk-link" href="/questions/${next.id}">${words('next', { step: word(`wait.${next.id}`) })}</a></p>`}
<p class="govuk-body"><a class="govuk-link" href="/register">${words('register')}</a></p>`,
  }
}

/** To be printed at once. What helps to answer stands on the pages of the steps. */
export function allQuestionsPage(definition: JourneyDefinition): Page {
  return {
    title: words('allTitle'),
    back: { href: '/questions', label: words('back') },
    body: html`<h1 class="govuk-heading-l">${words('allTitle')}</h1>
<p class="govuk-body">${words('allLead')} ${words('print')}</p>
${stepsOf(definition).map(
  (
    step,
  ) => html`<h2 class="govuk-heading-l app-part">${stepNumber(definition, step.id)}: ${word(`wait.${step.id}`)}</h2>
${step.sections.map((section) => sectionList(section, true))}`,
)}
<p class="govuk-body"><a class="govuk-link" href="/register">${words('register')}</a></p>`,
  }
}

function sectionList(section: Section, short = false): Html {
  const entries = entriesOf(section)
  const fields = (entries?.fields ?? section.fields) as readonly PlainField[]
  const counts = !entries || entries.required
  const name = word(`section.${section.id}`)
  return html`${short ? html`<h3 class="govuk-heading-m">${name}</h3>` : html`<h2 class="govuk-heading-m">${name}</h2>`}
${section.askedOf === 'organisations' && html`<p class="govuk-body">${words('organisations')}</p>`}
${entries && html`<p class="govuk-body">${optionalWord(`field.${entries.id}.hint`)} ${words('again')} ${!short && reasonFor(entries.id)}</p>`}
<ol class="govuk-list govuk-list--number govuk-list--spaced">${fields.map((field) =>
    short ? shortQuestion(field, counts) : question(field, fields, counts),
  )}</ol>`
}

/** `counts` is false for what is asked of an entry that need not be there. */
function question(field: PlainField, beside: readonly PlainField[], counts: boolean): Html {
  const example = examplesFor(field.id)
  const sentences = [ownHint(field), counts && neededWhen(field, beside), limitOf(field), reasonFor(field.id)]
  return html`<li>${asked(field)}
${mustOf(field, counts)}. ${sentences.filter(Boolean).join(' ')}
${optionsOf(field)}${declared(field)}
${
  example &&
  html`<p class="govuk-body">${words('charity', { text: example.charity })}</p>
<p class="govuk-body">${words('school', { text: example.school })}</p>`
}</li>
`
}

function shortQuestion(field: PlainField, counts: boolean): Html {
  return html`<li>${asked(field)}
${mustOf(field, counts)}. ${ownHint(field)}
${optionsOf(field)}${declared(field)}</li>
`
}

function asked({ id }: PlainField): Html {
  return html`<strong class="govuk-!-font-weight-bold">${word(`field.${id}`)}</strong><br>`
}

/** By everybody, on the page behind the public link. */
function pledging(): Html {
  return html`<h2 class="govuk-heading-m">${words('pledging')}</h2>
<p class="govuk-body">${words('pledgingHint')}</p>
<ol class="govuk-list govuk-list--number govuk-list--spaced">${personalPledgeFields.map((field) => question(field, personalPledgeFields, false))}</ol>`
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

/** In a line where no option needs to be explained. */
function optionsOf(field: Field): Html | undefined {
  if (!('options' in field)) return undefined
  const all = field.options.map((option) => ({
    label: word(`field.${field.id}.${option}`),
    hint: optionalWord(`field.${field.id}.${option}.hint`),
  }))
  if (all.every(({ hint }) => !hint))
    return html`${words('options', { options: all.map(({ label }) => label).join(', ') })}`
  return html`${words('optionsBelow')}<ul class="govuk-list govuk-list--bullet">${all.map(({ label, hint }) => html`<li>${hint ? words('optionWithHint', { label, hint }) : label}</li>`)}</ul>`
}

function declared({ id, kind }: PlainField): Html | undefined {
  if (kind !== 'declaration') return undefined
  return html`${declaredOf[id]}${words('tick', { text: word(`field.${id}.yes`) })}`
}

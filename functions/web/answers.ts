// Answers in the words in which they were asked for, as a list to read.
import { type Answer, type Answers, entriesOf, plainFieldsOf } from '../../workflows/fields.ts'
import type { Field, PlainField, Section } from '../../workflows/model.ts'
import { word } from '../../workflows/words.ts'
import type { OnBehalfOf } from '../app/ports.ts'
import { formatDate } from './dates.ts'
import { type Html, html } from './html.ts'

/** All answers of a submission; what was not answered is left out. */
export function answersList(sections: readonly Section[], answers: Answers): Html {
  return html`${sections.map((section) => {
    const entries = entriesOf(section)
    return entries ? entriesList(entries, answers[entries.id]) : facts(plainFieldsOf(section), answers)
  })}`
}

function entriesList(field: Extract<Field, { kind: 'entries' }>, answer: Answer | undefined): Html {
  return html`${((answer ?? []) as readonly Answers[]).map(
    (entry, at) => html`<h4>${word(`field.${field.id}.one`)}, ${at + 1}</h4>
${facts(field.fields, entry)}`,
  )}`
}

const onBehalf: Readonly<Record<OnBehalfOf, string>> = {
  telephone: 'The team filled it in for them: they telephoned.',
  letter: 'The team filled it in for them: they wrote a letter.',
  email: 'The team filled it in for them: they wrote an email.',
  unsaid: 'The team filled it in for them.',
}

/** How it came that the team filled something in. */
export function onBehalfInWords(onBehalfOf: OnBehalfOf): string {
  return onBehalf[onBehalfOf]
}

export function facts(fields: readonly PlainField[], answers: Answers): Html {
  const rows = fields.flatMap((field) => {
    const answer = answers[field.id]
    return answer === undefined
      ? []
      : [html`<div><dt>${word(`field.${field.id}`)}</dt><dd>${inWords(field, answer)}</dd></div>\n`]
  })
  return rows.length === 0 ? html`` : html`<dl class="facts">${rows}</dl>`
}

function inWords(field: PlainField, answer: Answer): Html {
  if (field.kind === 'url') return html`<a href="${String(answer)}" rel="noreferrer">${String(answer)}</a>`
  if (field.kind === 'date') return html`${formatDate(String(answer))}`
  if (field.kind === 'declaration') return html`${word(`field.${field.id}.yes`)}`
  if (typeof answer === 'number') return html`${answer.toLocaleString('en-GB')}`
  if (!('options' in field)) return html`<bdi>${String(answer)}</bdi>`
  const chosen = [answer].flat() as string[]
  return html`${chosen.map((option) => word(`field.${field.id}.${option}`)).join(', ')}`
}

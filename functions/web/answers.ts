// Answers in the words in which they were asked for, as a list to read.
import type { Answer, Answers } from '../../workflows/fields.ts'
import type { Field, PlainField, Section } from '../../workflows/model.ts'
import { word } from '../../workflows/words.ts'
import { formatDate } from './dates.ts'
import { type Html, html } from './html.ts'

/** All answers of a submission; what was not answered is left out. */
export function answersList(sections: readonly Section[], answers: Answers): Html {
  return html`${sections.flatMap(({ fields }) => fields).map((field) => answerOf(field, answers[field.id]))}`
}

function answerOf(field: Field, answer: Answer | undefined): Html {
  if (answer === undefined) return html``
  if (field.kind !== 'entries') return facts([field], { [field.id]: answer })
  return html`${(answer as readonly Answers[]).map(
    (entry, at) => html`<h4>${word(`field.${field.id}.one`)}, ${at + 1}</h4>
${facts(field.fields, entry)}`,
  )}`
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

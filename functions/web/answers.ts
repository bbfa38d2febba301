// Answers in the words in which they were asked for, as a list to read.
import { type Answer, type Answers, entriesOf, plainFieldsOf } from '../../workflows/fields.ts'
import type { Field, PlainField, Section } from '../../workflows/model.ts'
import { word } from '../../workflows/words.ts'
import type { OnBehalfOf } from '../app/ports.ts'
import { formatDate } from './dates.ts'
import { type Files, fileLinks } from './file-list.ts'
import { type Html, html } from './html.ts'
import { linkWithState } from './link-state.ts'
import { type Fact, summaryCard, summaryList } from './summary-list.ts'

/** All answers of a submission; what was not answered is left out. */
export function answersList(sections: readonly Section[], answers: Answers, files: Files): Html {
  return html`${sections.map((section) => {
    const entries = entriesOf(section)
    return entries
      ? entriesList(entries, answers[entries.id], files)
      : facts(plainFieldsOf(section), answers, files)
  })}`
}

function entriesList(
  field: Extract<Field, { kind: 'entries' }>,
  answer: Answer | undefined,
  files: Files,
): Html {
  return html`${((answer ?? []) as readonly Answers[]).map((entry, at) =>
    summaryCard(
      html`<h4 class="govuk-summary-card__title">${word(`field.${field.id}.one`)}, ${at + 1}</h4>`,
      facts(field.fields, entry, files),
    ),
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

export function facts(fields: readonly PlainField[], answers: Answers, files: Files): Html | undefined {
  return summaryList(
    fields.flatMap((field): Fact[] => {
      const answer = answers[field.id]
      return answer === undefined ? [] : [[word(`field.${field.id}`), inWords(field, answer, files)]]
    }),
  )
}

function inWords(field: PlainField, answer: Answer, files: Files): Html {
  if (field.kind === 'file') return fileLinks(files, answer as readonly string[])
  if (field.kind === 'url') return linkWithState(String(answer), files.links)
  if (field.kind === 'date') return html`${formatDate(String(answer))}`
  if (field.kind === 'declaration') return html`${word(`field.${field.id}.yes`)}`
  if (typeof answer === 'number') return html`${answer.toLocaleString('en-GB')}`
  if (!('options' in field)) return html`<bdi>${String(answer)}</bdi>`
  const chosen = [answer].flat() as string[]
  return html`${chosen.map((option) => word(`field.${field.id}.${option}`)).join(', ')}`
}

// By which words an entry is told from the others.
import type { Answers } from '../../workflows/fields.ts'
import type { Field } from '../../workflows/model.ts'
import { form as words } from '../../workflows/words/form.ts'
import { word } from '../../workflows/words.ts'
import { titleOf } from '../app/referable.ts'
import { formatDate } from './dates.ts'

type Entries = Extract<Field, { kind: 'entries' }>

/** In its own words as far as it has some; `number` is its place in the list, from 1 on. */
export function entryTitle(entries: Entries, answers: Answers, number: number): string {
  const field = entries.fields.find(({ id }) => id === entries.title)
  const answer = field && answers[field.id]
  if (typeof answer === 'string' && field?.kind === 'choice') return word(`field.${field.id}.${answer}`)
  if (typeof answer === 'string' && field?.kind === 'date') return formatDate(answer)
  return titleOf(entries, answers) || words('withoutTitle', { one: word(`field.${entries.id}.one`), number })
}

// Entries that another answer can name, such as the actions of the plan in the evidence diary.
import { type Answers, entriesIn, entriesOf, idsIn } from '../../workflows/fields.ts'
import { type Field, type JourneyDefinition, type Section, stepsOf } from '../../workflows/model.ts'
import type { EntryIds } from './ports.ts'

export interface Referable {
  readonly id: string
  /** In its own words. */
  readonly title: string
}

export type Referables = Readonly<Record<string, readonly Referable[]>>

/** The fields whose entries are named by answers to these sections. */
export function namedIn(sections: readonly Section[]): readonly string[] {
  const fields = sections.flatMap((section) => entriesOf(section)?.fields ?? section.fields)
  return fields.flatMap((field) => (field.kind === 'references' ? [field.to] : []))
}

/** Those of them that these answers name, to be kept with what is handed in; nothing when they name none. */
export function namedBy(
  sections: readonly Section[],
  answers: Answers,
  all: Referables,
): { readonly named?: Referables } {
  const named = sections.flatMap((section) => {
    const entries = entriesOf(section)
    const given = entries ? entriesIn(answers[entries.id]) : [answers]
    return (entries?.fields ?? section.fields).flatMap((field): [string, readonly Referable[]][] => {
      if (field.kind !== 'references') return []
      const ids = given.flatMap((each) => idsIn(each[field.id]))
      const found = (all[field.to] ?? []).filter(({ id }) => ids.includes(id))
      return found.length > 0 ? [[field.to, found]] : []
    })
  })
  return named.length > 0 ? { named: Object.fromEntries(named) } : {}
}

/** Where in the journey a field is asked. */
export function placeOf(definition: JourneyDefinition, field: string) {
  const places = stepsOf(definition).flatMap((step) => step.sections.map((section) => ({ step, section })))
  return places.find(({ section }) => section.fields.some(({ id }) => id === field))
}

export function referableFrom(section: Section, answers: Answers, ids: EntryIds): readonly Referable[] {
  const field = entriesOf(section)!
  return entriesIn(answers[field.id]).map((entry, at) => ({
    id: ids[field.id]?.[at] ?? '',
    title: titleOf(field, entry),
  }))
}

/** The words that were typed for it; empty while there are none. */
export function titleOf(
  { title, fields }: Pick<Extract<Field, { kind: 'entries' }>, 'title' | 'fields'>,
  entry: Answers,
): string {
  const texts = fields.filter(({ kind }) => kind === 'text').map(({ id }) => id)
  const given = [title, ...texts].map((id) => entry[id ?? '']).find((answer) => typeof answer === 'string')
  return given === undefined ? '' : String(given)
}

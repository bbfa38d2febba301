// The files among the answers of a step: which of them count.
import type { EvidenceFile } from '../../workflows/evidence-file.ts'
import { type Answers, entriesOf, idsIn, type Problem, plainFieldsOf } from '../../workflows/fields.ts'
import type { PlainField, Section } from '../../workflows/model.ts'
import type { Typed } from './section-work.ts'

export type FileField = Extract<PlainField, { kind: 'file' }>

export function hasFiles(sections: readonly Section[]): boolean {
  return sections.some((section) =>
    (entriesOf(section)?.fields ?? plainFieldsOf(section)).some(({ kind }) => kind === 'file'),
  )
}

export function fileFieldsOf(fields: readonly PlainField[]): readonly FileField[] {
  return fields.filter((field) => field.kind === 'file')
}

/** The same without the files that were refused or taken away: those are no answer. */
export function countingFiles(
  fields: readonly PlainField[],
  typed: Typed,
  files: readonly EvidenceFile[],
): Typed {
  const counts = (id: string) =>
    files.some((file) => file.id === id && file.status !== 'refused' && file.status !== 'removed')
  const counted = fileFieldsOf(fields).map(({ id }) => [id, (typed[id] ?? []).filter(counts)] as const)
  return { ...typed, ...Object.fromEntries(counted.filter(([id]) => typed[id])) }
}

/** A file that is on its way holds the step back: handed in without it, it would be missing without a word. */
export function fileProblems(
  fields: readonly PlainField[],
  answers: Answers,
  files: readonly EvidenceFile[],
): Readonly<Record<string, Problem>> {
  const isClean = (id: string) => files.some((file) => file.id === id && file.status === 'clean')
  return Object.fromEntries(
    fileFieldsOf(fields)
      .filter(({ id }) => !idsIn(answers[id]).every(isClean))
      .map(({ id }) => [id, { code: 'being-checked' }]),
  )
}

/** What a form saves: the files are those that the draft has; a form does not name any. */
export function withFilesOf(fields: readonly PlainField[], typed: Typed, saved: Typed = {}): Typed {
  const kept = fileFieldsOf(fields).flatMap(({ id }) => (saved[id] ? [[id, saved[id]] as const] : []))
  return { ...typed, ...Object.fromEntries(kept) }
}

/** Those of an entry that go with it: not yet handed in, and not taken away. */
export function ownFiles(
  fields: readonly PlainField[],
  typed: Typed = {},
  { files, handedIn }: { readonly files: readonly EvidenceFile[]; readonly handedIn: readonly string[] },
): readonly string[] {
  const ids = fileFieldsOf(fields).flatMap(({ id }) => typed[id] ?? [])
  return ids.filter((id) => !handedIn.includes(id) && files.some((file) => file.id === id))
}

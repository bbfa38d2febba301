// In which order a form asks, and what of it is folded: what must be answered comes first, and is soon saved.
import { isNeeded } from '../../workflows/fields.ts'
import type { PlainField } from '../../workflows/model.ts'
import { saysMore } from '../../workflows/self-evaluation.ts'
import { details } from './details.ts'
import type { Messages, Typed } from './form.ts'
import type { Html } from './html.ts'

/** Of an entry: what must be answered, with what leads up to it, and what would help. */
export function mustsFirst(fields: readonly PlainField[]): {
  readonly first: readonly PlainField[]
  readonly more: readonly PlainField[]
} {
  const isMust = (field: PlainField) => isNeeded(field, {})
  const begin = fields.findIndex(isMust)
  const isFirst = (field: PlainField, at: number) => begin === -1 || at < begin || isMust(field)
  return { first: fields.filter(isFirst), more: fields.filter((field, at) => !isFirst(field, at)) }
}

/** Of a part of a step: each run of questions, and whether it only says more about the one before it. */
export function runsOf(
  fields: readonly PlainField[],
): readonly { readonly folded: boolean; readonly fields: readonly PlainField[] }[] {
  const runs: { folded: boolean; fields: PlainField[] }[] = []
  for (const field of fields) {
    const [folded, last] = [saysMore(field.id), runs.at(-1)]
    if (last?.folded === folded) last.fields.push(field)
    else runs.push({ folded, fields: [field] })
  }
  return runs
}

/** Open where there is an answer, or something the matter with one. */
export function fold(
  summary: string,
  fields: readonly PlainField[],
  [typed, messages]: readonly [Typed, Messages],
  content: Html,
): Html {
  const isOpen = fields.some(({ id }) => typed[id]?.some((value) => value !== '') || messages[id])
  return details(summary, content, isOpen)
}

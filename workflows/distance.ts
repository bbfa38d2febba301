// How far an organisation has come, by area of change: its words from the self-evaluation, its diary, and its words of now.
import { type AreaOfChange, areasOfChange, nowField } from './areas-of-change.ts'
import { type Answers, entriesIn, idsIn, textIn } from './fields.ts'
import type { Section } from './model.ts'
import { knownField, type Statement, statements, viewField } from './self-evaluation.ts'

export interface Distance {
  readonly area: AreaOfChange
  /** What was to be improved, in the words of step 4. */
  readonly improvements: readonly string[]
  readonly known: readonly { readonly statement: Statement; readonly view?: string; readonly how: string }[]
  readonly diary: readonly { readonly title: string; readonly changed: string }[]
  readonly now: string | undefined
}

/** The part of step 7 that asks how it is now. */
export function asksDistance({ fields }: Pick<Section, 'fields'>): boolean {
  return fields.some(({ id }) => id === nowField(areasOfChange[0]))
}

/** Fields of other steps that it is made of, beside those of step 7. */
export const distanceFields = ['improvement', 'evidence'] as const

/** `answers` of all these steps together; a view is quoted in its word and never counted. */
export function distances(answers: Answers): readonly Distance[] {
  return areasOfChange.map((area) => ({
    area,
    improvements: entriesIn(answers.improvement)
      .filter(({ improvementArea }) => improvementArea === area)
      .flatMap(({ improvementWhat }) => textIn(improvementWhat) ?? []),
    known: statements
      .filter((statement) => statement.area === area)
      .flatMap((statement) => {
        const [how, view] = [textIn(answers[knownField(statement)]), textIn(answers[viewField(statement)])]
        return how === undefined ? [] : [{ statement, how, ...(view !== undefined && { view }) }]
      }),
    diary: entriesIn(answers.evidence)
      .filter(({ evidenceAreas }) => idsIn(evidenceAreas).includes(area))
      .flatMap(({ evidenceTitle, evidenceChanged }) => {
        const [title, changed = ''] = [textIn(evidenceTitle), textIn(evidenceChanged)]
        return title ? [{ title, changed }] : []
      }),
    now: textIn(answers[nowField(area)]),
  }))
}

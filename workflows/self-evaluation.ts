// The statements of the self-evaluation: about people, and about culture, structures and policies (domain.md 4.4); ours until the council has its own.
import type { AreaOfChange } from './areas-of-change.ts'
import type { PlainField } from './model.ts'

/** Your view of a statement: in words, optional, and never added up. */
export const views = ['not-yet', 'beginning', 'mostly', 'fully', 'do-not-know'] as const

/** Views that say that something is wanting: each can become a row of the plan. */
export const wanting: readonly string[] = ['not-yet', 'beginning']

export const evaluated = ['people', 'culture', 'structures', 'policies'] as const
export type Evaluated = (typeof evaluated)[number]

export interface Statement {
  /** The words are `statement.<id>`. */
  readonly id: string
  readonly about: Evaluated
  readonly area: AreaOfChange
}

export const statements: readonly Statement[] = [
  { id: 'reflect', about: 'people', area: 'participation' },
  { id: 'confident', about: 'people', area: 'skills' },
  { id: 'curious', about: 'people', area: 'attitudes' },
  { id: 'belong', about: 'culture', area: 'attitudes' },
  { id: 'challenge', about: 'culture', area: 'practices' },
  { id: 'ideas', about: 'culture', area: 'innovation' },
  { id: 'decide', about: 'structures', area: 'participation' },
  { id: 'access', about: 'structures', area: 'practices' },
  { id: 'recruit', about: 'policies', area: 'practices' },
  { id: 'review', about: 'policies', area: 'innovation' },
  { id: 'learn', about: 'policies', area: 'skills' },
]

/** The field of a statement's view, such as `viewBelong`, and of how one knows. */
export function viewField({ id }: Statement): string {
  return `view${capitalised(id)}`
}
export function knownField({ id }: Statement): string {
  return `known${capitalised(id)}`
}

/** Two questions a statement; neither has to be answered. */
export function statementFields(about: Evaluated): PlainField[] {
  return statements
    .filter((statement) => statement.about === about)
    .flatMap((statement): PlainField[] => [
      { id: viewField(statement), kind: 'choice', required: false, options: [...views] },
      { id: knownField(statement), kind: 'text', required: false, maxLength: 300 },
    ])
}

function capitalised(id: string): string {
  return id[0]!.toUpperCase() + id.slice(1)
}

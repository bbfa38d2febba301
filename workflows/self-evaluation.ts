// The statements of the self-evaluation: about people, and about culture, structures and policies (domain.md 4.4); ours until the council has its own.
import type { AreaOfChange } from './areas-of-change.ts'
import type { DiscoveryArea } from './discovery-areas.ts'
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
  /** Where it shows most often, as far as that can be said; the row of the plan can name another. */
  readonly topic: DiscoveryArea
}

export const statements: readonly Statement[] = [
  { id: 'reflect', about: 'people', area: 'participation', topic: 'race' },
  { id: 'confident', about: 'people', area: 'skills', topic: 'race' },
  { id: 'curious', about: 'people', area: 'attitudes', topic: 'religion' },
  { id: 'belong', about: 'culture', area: 'attitudes', topic: 'class' },
  { id: 'challenge', about: 'culture', area: 'practices', topic: 'sexuality' },
  { id: 'ideas', about: 'culture', area: 'innovation', topic: 'other' },
  { id: 'decide', about: 'structures', area: 'participation', topic: 'gender' },
  { id: 'access', about: 'structures', area: 'practices', topic: 'disability' },
  { id: 'recruit', about: 'policies', area: 'practices', topic: 'age' },
  { id: 'review', about: 'policies', area: 'innovation', topic: 'other' },
  { id: 'learn', about: 'policies', area: 'skills', topic: 'other' },
]

/** The field of a statement's view, such as `viewBelong`, of how it is in one's own words, and of how one knows. */
export function viewField({ id }: Statement): string {
  return `view${capitalised(id)}`
}
export function storyField({ id }: Statement): string {
  return `story${capitalised(id)}`
}
export function knownField({ id }: Statement): string {
  return `known${capitalised(id)}`
}

/** Whether the question says more about a view than the view itself. */
export function saysMore(field: string): boolean {
  return statements.some((each) => [storyField(each), knownField(each)].includes(field))
}

/** Three questions a statement; none has to be answered. */
export function statementFields(about: Evaluated): PlainField[] {
  return statements
    .filter((statement) => statement.about === about)
    .flatMap((statement): PlainField[] => [
      { id: viewField(statement), kind: 'choice', required: false, options: [...views] },
      { id: storyField(statement), kind: 'long-text', required: false, maxWords: 100 },
      { id: knownField(statement), kind: 'text', required: false, maxLength: 300 },
    ])
}

function capitalised(id: string): string {
  return id[0]!.toUpperCase() + id.slice(1)
}

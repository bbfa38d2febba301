// How far an organisation has come, by area of change: its words from the self-evaluation, its plan, its diary, and its words of now.
import { type AreaOfChange, areasOfChange, nowField } from './areas-of-change.ts'
import { type Answers, entriesIn, idsIn, textIn } from './fields.ts'
import type { Section } from './model.ts'
import { knownField, type Statement, statements, storyField, viewField } from './self-evaluation.ts'

export interface Distance {
  /** What was found in step 4 about all areas at once, by its field. */
  readonly found: readonly { readonly field: string; readonly said: string }[]
  readonly areas: readonly AreaDistance[]
}

export interface AreaDistance {
  readonly area: AreaOfChange
  /** What was to be improved, in the words of step 4. */
  readonly improvements: readonly string[]
  readonly views: readonly View[]
  /** What was planned, and for what. */
  readonly plan: readonly { readonly what: string; readonly aim?: string }[]
  readonly diary: readonly { readonly title: string; readonly changed: string }[]
  readonly now: string | undefined
}

/** Of a statement about which something was said or chosen. */
interface View {
  readonly statement: Statement
  readonly view?: string
  readonly story?: string
  readonly how?: string
}

/** The part of step 7 that asks how it is now. */
export function asksDistance({ fields }: Pick<Section, 'fields'>): boolean {
  return fields.some(({ id }) => id === nowField(areasOfChange[0]))
}

/** Fields of other steps that it is made of, beside those of step 7; each stands for its whole step. */
export const distanceFields = ['improvement', 'evidence'] as const

/** `answers` of all these steps together; a view is quoted in its word and never counted. */
export function distanceOf(answers: Answers): Distance {
  return {
    found: ['peopleFound', 'organisationFound', 'strengths'].flatMap((field) => {
      const said = textIn(answers[field])
      return said ? [{ field, said }] : []
    }),
    areas: areasOfChange.map((area) => ofArea(area, answers)),
  }
}

function ofArea(area: AreaOfChange, answers: Answers): AreaDistance {
  return {
    area,
    improvements: entriesIn(answers.improvement)
      .filter(({ improvementArea }) => improvementArea === area)
      .flatMap(({ improvementWhat }) => textIn(improvementWhat) ?? []),
    views: statements.filter((statement) => statement.area === area).flatMap(viewIn(answers)),
    plan: entriesIn(answers.action)
      .filter(({ actionArea }) => actionArea === area)
      .flatMap(({ actionWhat, actionAim }) => {
        const [what, aim] = [textIn(actionWhat), textIn(actionAim)]
        // A row that was copied from what was found wanting says nothing more until it says what will be done.
        return what ? [{ what, ...(aim && { aim }) }] : []
      }),
    diary: entriesIn(answers.evidence)
      .filter(({ evidenceAreas }) => idsIn(evidenceAreas).includes(area))
      .flatMap(({ evidenceTitle, evidenceChanged }) => {
        const [title, changed = ''] = [textIn(evidenceTitle), textIn(evidenceChanged)]
        return title ? [{ title, changed }] : []
      }),
    now: textIn(answers[nowField(area)]),
  }
}

function viewIn(answers: Answers) {
  return (statement: Statement): readonly View[] => {
    const view = textIn(answers[viewField(statement)])
    const story = textIn(answers[storyField(statement)])
    const how = textIn(answers[knownField(statement)])
    if (!view && !story && !how) return []
    return [{ statement, ...(view && { view }), ...(story && { story }), ...(how && { how }) }]
  }
}

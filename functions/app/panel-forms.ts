// What is asked around a validation: of the team about a validator, of a validator about the case, of the chair at the end.
import { areasOfChange } from '../../workflows/areas-of-change.ts'
import type { PlainField } from '../../workflows/model.ts'
import { outcomes } from '../../workflows/panel.ts'

/** The sectors of the brochure, as registration asks for them. */
export const sectors = [
  'criminal-justice',
  'education',
  'employment',
  'health',
  'housing',
  'political-participation',
  'business',
  'third-sector',
] as const

export const invitationFields: readonly PlainField[] = [
  { id: 'validatorName', kind: 'text', required: true, maxLength: 100 },
  { id: 'validatorSector', kind: 'choice', required: true, options: [...sectors] },
  { id: 'validatorEmail', kind: 'email', required: true },
  { id: 'chair', kind: 'choice', required: true, options: ['yes', 'no'] },
]

export const ratings = ['not-yet', 'developing', 'met', 'strong'] as const

export const wordsOfJudgement: readonly PlainField[] = [
  { id: 'viewStrengths', kind: 'long-text', required: true, maxWords: 500 },
  { id: 'viewNextSteps', kind: 'long-text', required: true, maxWords: 500 },
  { id: 'recommendation', kind: 'choice', required: true, options: [...outcomes] },
]
/** An area of change is rated under its own name, if at all (domain.md 4.7). */
export const judgementFields: readonly PlainField[] = [
  ...areasOfChange.map((id): PlainField => ({ id, kind: 'choice', required: false, options: [...ratings] })),
  ...wordsOfJudgement,
]

/** `moreOf` is asked for with one `outcome` alone. */
export function conclusionFields(steps: readonly string[], outcome?: string): readonly PlainField[] {
  return [
    { id: 'outcome', kind: 'choice', required: true, options: [...outcomes] },
    { id: 'moreOf', kind: 'choice', required: outcome === 'more-evidence', options: [...steps] },
    { id: 'reasons', kind: 'long-text', required: true, maxWords: 600 },
  ]
}

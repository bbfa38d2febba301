// How many answers a step must have: what is asked of people who do this beside their job is counted, not felt.
import { entriesOf } from './fields.ts'
import { type PlainField, type Section, type Step, sectionsFor } from './model.ts'

/**
 * A repeated entry counts each of its required questions once, if one entry has to be there. What is required depending on
 * another answer counts as if it were.
 */
export function requiredAnswers(step: Pick<Step, 'sections'>, individual: boolean): number {
  return sectionsFor(step, individual).reduce((sum, section) => sum + requiredIn(section), 0)
}

function requiredIn(section: Section): number {
  const entries = entriesOf(section)
  if (entries && !entries.required) return 0
  const fields: readonly PlainField[] = entries?.fields ?? (section.fields as readonly PlainField[])
  return fields.filter(({ required, requiredWhen }) => required || requiredWhen).length
}

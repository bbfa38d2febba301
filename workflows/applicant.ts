// Who applies: an individual takes the same steps as an organisation, with fewer questions (domain.md 3.11).
import type { Answers } from './fields.ts'

/** One person who applies for themselves. */
export function isIndividual({ applyingAs }: Answers): boolean {
  return applyingAs === 'individual'
}

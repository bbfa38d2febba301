// Beside a question why it is asked, without examples: for those that are answered in a few words.
import { reasonFor } from '../../workflows/words/definition/reasons.ts'
import type { Guide } from './form.ts'

/** Of a lead the same is asked as of a contact. */
export const reasonsAlone: Guide = {
  why: (field, individual) => reasonFor(field.replace(/^lead(?=[A-Z])/, 'contact'), individual),
  beside: () => undefined,
}

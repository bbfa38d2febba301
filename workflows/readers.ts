// Who reads what: what an organisation keeps to itself is shown to nobody else.
import type { Answers } from './fields.ts'

/** Of fewer than this many answers, one could tell who said what (domain.md 4.4). */
const fewestAnswers = 10

/** Whether those who answered are so few that what they said stays with the organisation. */
export function areFew(group: Answers): boolean {
  return typeof group.groupAnswered !== 'number' || group.groupAnswered < fewestAnswers
}

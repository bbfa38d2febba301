// Who reads what: what an organisation keeps to itself is shown to nobody else.
import { type Answers, doesNotApply, entriesIn } from './fields.ts'

/** Of fewer than this many answers, one could tell who said what (domain.md 4.4). */
const fewestAnswers = 10

/** An entry that is for the organisation alone: it says so, or it has the words of so few that one could tell whose they are. */
export function isPrivate(entry: Answers): boolean {
  return entry.evidenceVisibility === 'private' || (entry.groupSaid !== undefined && areFew(entry))
}

/** Whether those who answered are so few that what they said stays with the organisation; no more can answer than were asked. */
export function areFew({ groupAsked, groupAnswered }: Answers): boolean {
  if (typeof groupAnswered !== 'number') return true
  return Math.min(groupAnswered, typeof groupAsked === 'number' ? groupAsked : groupAnswered) < fewestAnswers
}

/** The answers of a step as everybody else may read them: the team, the validators, the public. */
export function forOthers(answers: Answers): Answers {
  const kept = { ...answers }
  if (answers.evidence !== undefined && !doesNotApply(answers.evidence)) {
    kept.evidence = entriesIn(answers.evidence).filter((entry) => !isPrivate(entry))
  }
  if (answers.group !== undefined && !doesNotApply(answers.group)) {
    kept.group = entriesIn(answers.group).map((group) => (areFew(group) ? withoutWords(group) : group))
  }
  return kept
}

function withoutWords({ groupSaid: _, ...group }: Answers): Answers {
  return group
}

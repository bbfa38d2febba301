// What somebody may want to look at again before handing a step in; it never holds them back.
import { areasOfChange } from './areas-of-change.ts'
import { type Answer, type Answers, doesNotApply, entriesIn, idsIn } from './fields.ts'
import { areFew } from './readers.ts'

/** `code` names the sentence in words/warnings.ts, `field` the question that it is about, `of` whose words it speaks of. */
export interface Warning {
  readonly code:
    | 'date-has-passed'
    | 'more-pledges-than-people'
    | 'fewer-pledges-than-people'
    | 'area-without-entry'
    | 'nobody-inside-told'
    | 'nobody-outside-told'
    | 'few-answered'
    | 'nothing-to-see'
  readonly field: string
  readonly of?: Answers
  readonly areas?: readonly string[]
  readonly count?: number
  readonly people?: number
}

export interface LookedAt {
  /** Of the step, and of the others that it is looked at with. */
  readonly answers: Answers
  /** The day in London, as 2027-01-31. */
  readonly today: string
  /** Given under the journey's link in this round. */
  readonly pledges: number
  /** One person has no inside and no outside to tell. */
  readonly individual?: boolean | undefined
}

/** Which answers of other steps a step is looked at with, by a field that it asks. */
export const lookedAtWith: Readonly<Record<string, readonly string[]>> = {
  pledgeMethods: ['peopleInScope'],
  evidence: ['webPresence', 'publicisedWhere'],
  told: ['webPresence', 'publicisedWhere', 'evidence'],
}

/** `fields` are those that the step asks. */
export function warningsOf(fields: readonly string[], looked: LookedAt): readonly Warning[] {
  return fields.flatMap((field) => (Object.hasOwn(looks, field) ? looks[field]!(looked) : []))
}

const looks: Readonly<Record<string, (looked: LookedAt) => readonly Warning[]>> = {
  group: ({ answers }) =>
    entriesIn(answers.group)
      .filter((group) => areFew(group) && group.groupSaid !== undefined)
      .map((group): Warning => ({ code: 'few-answered', field: 'group', of: group })),
  action: ({ answers, today }) =>
    entriesIn(answers.action)
      .filter(({ actionStatus }) => actionStatus !== 'done' && actionStatus !== 'stopped')
      .filter(({ actionBy }) => hasPassed(actionBy, today))
      .map((action): Warning => ({ code: 'date-has-passed', field: 'action', of: action })),
  meetingFirst: passed('meetingFirst'),
  meetingSecond: passed('meetingSecond'),
  meetingThird: passed('meetingThird'),
  pledgeMethods: ({ answers, pledges }) => {
    const teams = entriesIn(answers.team).map(({ teamPledged }) => number(teamPledged))
    const people = number(answers.peopleInScope)
    const count = [pledges, number(answers.pledgesElsewhere), ...teams].reduce((sum, each) => sum + each, 0)
    if (people === 0 || count === people) return []
    if (count > people)
      return [{ code: 'more-pledges-than-people', field: 'pledgesElsewhere', count, people }]
    const isNotBegun = count === 0 && answers.pledgeMethods === undefined
    if (answers.whoIsMissing !== undefined || isNotBegun) return []
    return [{ code: 'fewer-pledges-than-people', field: 'whoIsMissing', count, people }]
  },
  evidence: (looked) => [...areasWithoutEntry(looked), ...nothingToSee(looked)],
  told: (looked) => [...areasWithoutEntry(looked), ...nothingToSee(looked), ...onlyOneSideTold(looked)],
}

function passed(field: string) {
  return ({ answers, today }: LookedAt): readonly Warning[] =>
    hasPassed(answers[field], today) ? [{ code: 'date-has-passed', field }] : []
}

function areasWithoutEntry({ answers }: LookedAt): readonly Warning[] {
  // An empty diary is missing, and that is said where it is missing.
  if (doesNotApply(answers.evidence) || entriesIn(answers.evidence).length === 0) return []
  const found = new Set(entriesIn(answers.evidence).flatMap(({ evidenceAreas }) => idsIn(evidenceAreas)))
  const areas = areasOfChange.filter((area) => !found.has(area))
  return areas.length === 0 ? [] : [{ code: 'area-without-entry', field: 'evidence', areas }]
}

/** Validators look at web pages first (domain.md 3.9): without one, something else must show what was done. */
function nothingToSee({ answers }: LookedAt): readonly Warning[] {
  const isSeen = ({ evidenceLink, evidenceFiles }: Answers) =>
    evidenceLink !== undefined || idsIn(evidenceFiles).length > 0
  const hasPage = answers.webPresence !== 'none' || answers.publicisedWhere === 'this-site'
  return hasPage || entriesIn(answers.evidence).some(isSeen)
    ? []
    : [{ code: 'nothing-to-see', field: 'evidence' }]
}

function onlyOneSideTold({ answers, individual }: LookedAt): readonly Warning[] {
  if (individual) return []
  const told = entriesIn(answers.told).map(({ toldWhom }) => toldWhom)
  if (told.length === 0) return []
  return [
    ...(told.includes('staff') ? [] : [{ code: 'nobody-inside-told', field: 'told' } as const]),
    ...(told.some((whom) => whom !== 'staff')
      ? []
      : [{ code: 'nobody-outside-told', field: 'told' } as const]),
  ]
}

function hasPassed(day: Answer | undefined, today: string): boolean {
  return typeof day === 'string' && day < today
}

function number(answer: Answer | undefined): number {
  return typeof answer === 'number' ? answer : 0
}

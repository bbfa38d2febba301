// What somebody may want to look at again before handing a step in; it never holds them back.
import { areasOfChange } from './areas-of-change.ts'
import { type Answer, type Answers, doesNotApply, entriesIn, idsIn, textIn } from './fields.ts'
import { copiesForPublic, saysWhoHoldsConsent } from './publicised.ts'
import { areFew } from './readers.ts'
import { type TellTale, tellTalesIn } from './screen.ts'

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
    | 'link-gone'
    | 'consent-without-holder'
    | 'more-answered-than-asked'
    | 'parent-not-named'
    | 'website-not-named'
    | 'sponsor-could-sign'
    | `public-${TellTale}`
  readonly field: string
  readonly of?: Answers
  readonly url?: string
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
  /** Addresses that were handed in and that lead nowhere, when they were looked at last. */
  readonly gone: readonly string[]
  /** One person has no inside and no outside to tell. */
  readonly individual?: boolean | undefined
}

/** Which answers of other steps a step is looked at with, by a field that it asks. */
export const lookedAtWith: Readonly<Record<string, readonly string[]>> = {
  signatureWay: ['sponsorName'],
  pledgeMethods: ['peopleInScope'],
  evidence: ['webPresence', 'publicisedWhere'],
  told: ['webPresence', 'publicisedWhere', 'evidence'],
}

/** Whether a step that asks these fields is looked at with the links that were handed in. */
export function looksAtLinks(fields: readonly string[]): boolean {
  return fields.includes('evidence') || fields.includes('linksLookedAt')
}

/** `fields` are those that the step asks. */
export function warningsOf(fields: readonly string[], looked: LookedAt): readonly Warning[] {
  return fields.flatMap((field) => (Object.hasOwn(looks, field) ? looks[field]!(looked) : []))
}

const looks: Readonly<Record<string, (looked: LookedAt) => readonly Warning[]>> = {
  parentOrganisation: ({ answers: { applyingAs, parentOrganisation } }) =>
    applyingAs === 'part-of-organisation' && parentOrganisation === undefined
      ? [{ code: 'parent-not-named', field: 'parentOrganisation' }]
      : [],
  website: ({ answers: { webPresence, website } }) =>
    webPresence === 'website' && website === undefined
      ? [{ code: 'website-not-named', field: 'website' }]
      : [],
  signatureWay: ({ answers: { signatureWay, sponsorName } }) =>
    signatureWay === 'lead-signs' && textIn(sponsorName) !== undefined
      ? [{ code: 'sponsor-could-sign', field: 'signatureWay' }]
      : [],
  group: ({ answers }) =>
    entriesIn(answers.group).flatMap((group): readonly Warning[] => {
      const { groupAsked, groupAnswered, groupSaid } = group
      const isMore = number(groupAnswered) > number(groupAsked) && typeof groupAsked === 'number'
      return [
        ...(isMore ? [{ code: 'more-answered-than-asked', field: 'group', of: group } as const] : []),
        ...(areFew(group) && textIn(groupSaid)
          ? [{ code: 'few-answered', field: 'group', of: group } as const]
          : []),
      ]
    }),
  publicisedWhere: ({ answers }) => tellTalesForPublic(answers),
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
  evidence: (looked) => [
    ...areasWithoutEntry(looked),
    ...nothingToSee(looked),
    ...consentWithoutHolder(looked),
    ...tellTalesInDiary(looked),
    ...linksGone('evidence', looked),
  ],
  linksLookedAt: (looked) => linksGone('linksLookedAt', looked),
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
    textIn(evidenceLink) !== undefined || idsIn(evidenceFiles).length > 0
  const { webPresence, publicisedWhere } = answers
  const hasNone = webPresence === 'none' || doesNotApply(webPresence)
  const hasPage = !hasNone || publicisedWhere === 'this-site'
  return hasPage || entriesIn(answers.evidence).some(isSeen)
    ? []
    : [{ code: 'nothing-to-see', field: 'evidence' }]
}

/** The decision rests on what can be seen on the web (domain.md 6). */
function linksGone(field: string, { gone }: LookedAt): readonly Warning[] {
  return gone.map((url) => ({ code: 'link-gone', field, url }))
}

/** An entry for everybody names who holds the consent of who is in it (domain.md 5.5). */
function consentWithoutHolder({ answers }: LookedAt): readonly Warning[] {
  return entriesIn(answers.evidence)
    .filter(({ evidenceVisibility }) => evidenceVisibility === 'public')
    .filter((entry) => entry.evidenceConsent === 'everybody-agrees' && !saysWhoHoldsConsent(entry))
    .map((entry): Warning => ({ code: 'consent-without-holder', field: 'evidence', of: entry }))
}

/** Of an entry for everybody, what is shown of it. */
function tellTalesInDiary({ answers }: LookedAt): readonly Warning[] {
  return entriesIn(answers.evidence)
    .filter(({ evidenceVisibility }) => evidenceVisibility === 'public')
    .flatMap((entry) => {
      const { evidenceTitle, evidenceWhat, evidenceChanged } = entry
      return tellTaleWarnings('evidence', { evidenceTitle, evidenceWhat, evidenceChanged }, entry)
    })
}

/** Of findings, goals and plan, as the public page would show them. */
function tellTalesForPublic(answers: Answers): readonly Warning[] {
  return Object.values(copiesForPublic(answers)).flatMap((copy) =>
    Object.entries(copy).flatMap(([field, answer]) => {
      const entries = entriesIn(answer)
      if (entries.length === 0) return tellTaleWarnings(field, { [field]: answer })
      return entries.flatMap((entry) => tellTaleWarnings(field, entry, entry))
    }),
  )
}

function tellTaleWarnings(
  field: string,
  shown: Readonly<Record<string, Answer | undefined>>,
  of?: Answers,
): readonly Warning[] {
  const texts = Object.values(shown).flatMap((answer) => textIn(answer) ?? [])
  return tellTalesIn(texts).map((each) => ({ code: `public-${each}`, field, ...(of && { of }) }))
}

function onlyOneSideTold({ answers, individual }: LookedAt): readonly Warning[] {
  if (individual) return []
  const told = entriesIn(answers.told).flatMap(({ toldWhom }) => textIn(toldWhom) ?? [])
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

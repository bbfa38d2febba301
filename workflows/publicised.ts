// What the public can see of an organisation: the parts of its page, and the answers that each is made of. What is not listed is never shown.
import { type Answer, type Answers, doesNotApply, entriesIn, textIn } from './fields.ts'
import { areFew } from './readers.ts'

/** What a page can show; each is chosen by the organisation. */
export const publicParts = ['findings', 'goals', 'plan', 'updates', 'awards'] as const
export type PublicPart = (typeof publicParts)[number]

/** What the mark asks everybody to show (domain.md 4.4); these are copied from the answers. */
const askedFor = ['findings', 'goals', 'plan'] as const satisfies readonly PublicPart[]
export type CopiedPart = (typeof askedFor)[number]

/** Of plain questions the answer, of entries those of their questions that are named. */
type Shown = readonly (string | readonly [entries: string, fields: readonly string[]])[]

const shownAbout: Shown = ['organisationType', 'sectors', 'website', 'socialLink', 'otherLink']
const shownIn: Readonly<Record<CopiedPart, Shown>> = {
  findings: [
    'peopleFound',
    'organisationFound',
    'strengths',
    'missingVoices',
    ['group', ['groupWho', 'groupAsked', 'groupAnswered', 'groupSaid']],
  ],
  goals: [['improvement', ['improvementWhat', 'improvementArea', 'improvementTopic']]],
  plan: [
    [
      'action',
      [
        'actionAim',
        'actionWhat',
        'actionArea',
        'actionTopic',
        'actionOwner',
        'actionFrom',
        'actionBy',
        'actionMeasure',
        'actionStatus',
        'actionProgress',
      ],
    ],
  ],
}

/** Who it is, of the answers of registration. */
export function aboutForPublic(answers: Answers): Answers {
  return only(shownAbout, answers)
}

/** Of the answers of the self-evaluation and the plan. */
export function copiesForPublic(answers: Answers): Readonly<Record<CopiedPart, Answers>> {
  const group = entriesIn(answers.group).filter((each) => !areFew(each))
  // What was set aside with a reason is told to nobody: without its words an entry says nothing.
  const improvement = entriesIn(answers.improvement).filter((each) => textIn(each.improvementWhat))
  const action = entriesIn(answers.action).filter((each) => textIn(each.actionWhat))
  const shown = { ...answers, group, improvement, action }
  return {
    findings: only(shownIn.findings, shown),
    goals: only(shownIn.goals, shown),
    plan: only(shownIn.plan, shown),
  }
}

function only(shown: Shown, answers: Answers): Answers {
  return Object.fromEntries(
    shown.flatMap((each): [string, Answer][] => {
      const [id, fields] = typeof each === 'string' ? [each] : each
      const answer = answers[id]
      if (answer === undefined || doesNotApply(answer)) return []
      if (!fields) return [[id, answer]]
      const entries = entriesIn(answer).map((entry) => only(fields, entry))
      return entries.length > 0 ? [[id, entries]] : []
    }),
  )
}

/** An entry of the diary that may be shown to everybody: its organisation says so, and who is in it agrees (domain.md 5.5). */
export function mayBePublic(entry: Answers): boolean {
  const { evidenceVisibility, evidenceConsent } = entry
  const isAgreed = evidenceConsent === 'everybody-agrees' && saysWhoHoldsConsent(entry)
  return evidenceVisibility === 'public' && (isAgreed || evidenceConsent === 'nobody-recognisable')
}

export function saysWhoHoldsConsent({ evidenceConsentHeldBy }: Answers): boolean {
  return textIn(evidenceConsentHeldBy) !== undefined
}

/** What the page here still has to show, of somebody who says that the public can read it here. */
export function missingFromPublicPage(
  { publicisedWhere }: Answers,
  shown: readonly PublicPart[],
): readonly CopiedPart[] {
  return publicisedWhere === 'this-site' ? askedFor.filter((part) => !shown.includes(part)) : []
}

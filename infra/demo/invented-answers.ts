// What an invented school answers: in its own words where it has some, or something plausible for the kind of question.
import type { PlainField } from '../../workflows/model.ts'
import { examples } from '../../workflows/words/definition/examples.ts'

/** What it prefers to the first choice offered. */
export const preferred: Readonly<Record<string, string>> = {
  organisationType: 'school',
  sectors: 'education',
  // Whoever fills in a journey quickly signs alone; others wait for somebody else's signature.
  signatureWay: 'lead-signs',
  evidenceVisibility: 'public',
}

const words: Readonly<Record<string, string>> = {
  accessNeeds: 'A room without stairs would help.',
  actionAim: 'Every family feels at home here',
  actionMeasure: 'Families say so when we ask them again',
  actionOwner: 'Deputy head',
  actionResources: 'Two afternoons of staff time',
  actionWhat: 'Ask every family how to say their names',
  activityChannel: 'Briefing and newsletter',
  activityWhat: 'An assembly about the quality mark',
  area: 'Harehills',
  contactName: 'Amina Example',
  contactRole: 'Deputy head',
  decidingBodyName: 'The governing body',
  evidenceConsentHeldBy: 'The school office',
  evidenceInvolved: 'All classes of year 4',
  evidenceTitle: 'An evening of stories',
  fileName: 'Our assembly',
  improvementWhat: 'Names are often said wrongly',
  organisationName: 'Invented Primary School',
  otherLanguage: 'Tigrinya',
  otherLink: 'https://news.example/invented-primary-school',
  pledgeName: 'N.',
  pledgeTeam: 'Year 4',
  policyName: 'Behaviour policy',
  secondName: 'Bilal Example',
  secondRole: 'Head',
  secondSignatoryName: 'Dalia Example',
  secondSignatoryRole: 'Vice chair of governors',
  sessionWhat: 'A film about growing up between two languages',
  signatoryName: 'Carys Example',
  signatoryRole: 'Chair of governors',
  signedOffBy: 'The governing body',
  socialLink: 'https://social.example/invented-primary-school',
  sponsorName: 'Erin Example',
  sponsorRole: 'Governor',
  teamName: 'Lunchtime staff',
  toldHow: 'At the summer fair, and by letter',
  website: 'https://www.school.example',
}

/** `offered` are the values to choose from. */
export function inventedAnswer({ id, kind, past }: Asked, offered: readonly string[]): string {
  const wanted = preferred[id]
  switch (kind) {
    case 'long-text':
      return (
        examples[id]?.school ??
        'We have looked at this together. It has changed how we work, and we will go on with it.'
      )
    case 'choice':
    case 'choices':
    case 'references':
    case 'declaration':
      return wanted !== undefined && offered.includes(wanted) ? wanted : offered[0]!
    case 'number':
      return '12'
    case 'email':
      return `${id.toLowerCase()}@school.example`
    case 'telephone':
      return '0113 496 0000'
    case 'url':
      return words[id] ?? 'https://www.school.example/quality-mark'
    case 'postcode':
      return 'LS1 1UR'
    case 'date':
      return past === false ? '31 1 2028' : '1 9 2026'
    default:
      return words[id] ?? 'What we did together'
  }
}

/** What is known of a question, on whatever page it is. */
export interface Asked {
  readonly id: string
  readonly kind: PlainField['kind']
  /** Of a date. */
  readonly past?: boolean | undefined
}

// What somebody is asked to look at again: each warning when there is a reason for it, and not without.
import { describe, expect, it } from 'vitest'
import { areasOfChange } from '../../../workflows/areas-of-change.ts'
import type { Answers } from '../../../workflows/fields.ts'
import { warningsOf } from '../../../workflows/warnings.ts'
import { warnings as words } from '../../../workflows/words/warnings.ts'

const look = (field: string, answers: Answers, pledges = 0, gone: readonly string[] = []) =>
  warningsOf([field], { answers, today: '2027-01-04', pledges, gone })
const codes = (field: string, answers: Answers, pledges = 0) =>
  look(field, answers, pledges).map(({ code }) => code)

describe('a planned day', () => {
  it('that has passed is warned of, until the action is done or stopped', () => {
    const action = (actionBy: string, actionStatus?: string) => ({
      action: [{ actionWhat: 'Talk', actionBy, ...(actionStatus && { actionStatus }) }],
    })
    expect(codes('action', action('2027-01-03'))).toEqual(['date-has-passed'])
    expect(codes('action', action('2027-01-03', 'under-way'))).toEqual(['date-has-passed'])
    for (const status of ['done', 'stopped'])
      expect(codes('action', action('2027-01-03', status))).toEqual([])
    expect(codes('action', action('2027-01-04'))).toEqual([])
  })

  it('for a meeting is looked at too', () => {
    expect(look('meetingSecond', { meetingSecond: '2026-12-31' })).toEqual([
      { code: 'date-has-passed', field: 'meetingSecond' },
    ])
    expect(codes('meetingSecond', {})).toEqual([])
  })
})

describe('pledges', () => {
  const given = { pledgesElsewhere: 3, team: [{ teamPledged: 2 }, { teamPledged: 4 }], peopleInScope: 10 }

  it('from the link, elsewhere and teams are counted together against the people', () => {
    expect(codes('pledgeMethods', given, 1)).toEqual([])
    expect(look('pledgeMethods', given, 2)).toMatchObject([
      { code: 'more-pledges-than-people', count: 11, people: 10 },
    ])
    expect(look('pledgeMethods', given, 0)).toMatchObject([
      { code: 'fewer-pledges-than-people', count: 9, people: 10 },
    ])
  })

  it('that are fewer are not warned of once it is explained, or while nobody said how many people there are', () => {
    expect(codes('pledgeMethods', { ...given, whoIsMissing: 'The night shift.' })).toEqual([])
    const { peopleInScope: _, ...without } = given
    expect(codes('pledgeMethods', without, 50)).toEqual([])
  })

  it('are not asked for before anybody could have pledged', () => {
    expect(codes('pledgeMethods', { peopleInScope: 10 })).toEqual([])
    expect(codes('pledgeMethods', { peopleInScope: 10, pledgeMethods: ['link'] })).toHaveLength(1)
  })
})

describe('the diary', () => {
  const entry = (...evidenceAreas: string[]) => ({ evidenceTitle: 'A', evidenceAreas })

  it('is not blamed for what it lacks while it is empty', () => {
    expect(codes('evidence', {})).toEqual([])
  })

  it('names the areas of change of which it says nothing', () => {
    expect(look('evidence', { evidence: [entry('attitudes'), entry('skills', 'practices')] })).toEqual([
      { code: 'area-without-entry', field: 'evidence', areas: ['participation', 'innovation'] },
    ])
    expect(codes('evidence', { evidence: [entry(...areasOfChange)] })).toEqual([])
    expect(codes('evidence', { evidence: { doesNotApply: 'We are new.' } })).toEqual([])
  })

  it('needs something to look at when there is no website', () => {
    const evidence = [entry(...areasOfChange)]
    expect(codes('evidence', { evidence, webPresence: 'none' })).toEqual(['nothing-to-see'])
    expect(codes('evidence', { evidence, webPresence: 'none', publicisedWhere: 'this-site' })).toEqual([])
    const seen = [{ ...evidence[0]!, evidenceLink: 'https://example.org/' }]
    expect(codes('evidence', { evidence: seen, webPresence: 'none' })).toEqual([])
    const filed = [{ ...evidence[0]!, evidenceFiles: ['aaaaaaaaaaaaaaaa'] }]
    expect(codes('evidence', { evidence: filed, webPresence: 'none' })).toEqual([])
  })
})

it('says which pages were not found, where the diary is and where links are asked about', () => {
  const gone = ['https://gone.uk/']
  for (const field of ['evidence', 'linksLookedAt'])
    expect(look(field, { webPresence: 'website' }, 0, gone)).toEqual([
      { code: 'link-gone', field, url: gone[0] },
    ])
  expect(codes('told', { webPresence: 'website' }, 0)).toEqual([])
})

it('asks who holds the consent of those who can be recognised, when everybody is to see it', () => {
  const entry = { evidenceAreas: [...areasOfChange], evidenceLink: 'https://school.uk/' }
  const agreed = { ...entry, evidenceVisibility: 'public', evidenceConsent: 'everybody-agrees' }
  expect(look('evidence', { evidence: [agreed] })).toEqual([
    { code: 'consent-without-holder', field: 'evidence', of: agreed },
  ])
  for (const change of [
    { evidenceConsentHeldBy: 'The office' },
    { evidenceConsent: 'nobody-recognisable' },
    { evidenceVisibility: 'validators' },
  ])
    expect(codes('evidence', { evidence: [{ ...agreed, ...change }] })).toEqual([])
})

it('asks to tell both one’s own people and those one works for', () => {
  const told = (...whom: string[]) => ({
    told: whom.map((toldWhom) => ({ toldWhom })),
    evidence: [{ evidenceAreas: [...areasOfChange] }],
  })
  expect(codes('told', told('staff', 'public'))).toEqual([])
  expect(codes('told', told('public'))).toEqual(['nobody-inside-told'])
  expect(codes('told', told('staff'))).toEqual(['nobody-outside-told'])
  expect(codes('told', told())).toEqual([])
})

it('asks nobody who is one person to tell two sides', () => {
  const answers = { told: [{ toldWhom: 'public' }], evidence: [{ evidenceAreas: [...areasOfChange] }] }
  const look = { answers, today: '2027-01-04', pledges: 0, gone: [] }
  expect(warningsOf(['told'], look).map(({ code }) => code)).toEqual(['nobody-inside-told'])
  expect(warningsOf(['told'], { ...look, individual: true })).toEqual([])
})

it('says whose words stay with the organisation', () => {
  const group = (groupAnswered: number) => ({ groupWho: 'staff', groupAnswered, groupSaid: 'We listen.' })
  expect(look('group', { group: [group(9), group(10)] })).toEqual([
    { code: 'few-answered', field: 'group', of: group(9) },
  ])
})

it('keeps words of fewer than 10 who were asked, whatever is said of how many answered', () => {
  const group = { groupWho: 'staff', groupAsked: 5, groupAnswered: 50, groupSaid: 'We listen.' }
  expect(look('group', { group: [group] })).toEqual([
    { code: 'more-answered-than-asked', field: 'group', of: group },
    { code: 'few-answered', field: 'group', of: group },
  ])
  expect(codes('group', { group: [{ ...group, groupAsked: 50 }] })).toEqual([])
  const aside = { ...group, groupAsked: { doesNotApply: 'All' }, groupSaid: { doesNotApply: 'Nothing' } }
  expect(codes('group', { group: [aside] })).toEqual([])
})

describe('what everybody can read', () => {
  const entry = (change: Answers) => ({
    evidence: [{ evidenceAreas: [...areasOfChange], evidenceLink: 'https://school.uk/', ...change }],
  })

  it('is looked through for what tells who somebody is', () => {
    const told = {
      evidenceTitle: 'Story hour',
      evidenceWhat: 'Aisha Khan, year 4, read to us.',
      evidenceChanged: 'Write to head@school.example or ring 07700 900123.',
      evidenceVisibility: 'public',
    }
    expect(codes('evidence', entry(told))).toEqual(['public-email', 'public-telephone', 'public-child'])
    for (const evidenceVisibility of ['private', 'validators'])
      expect(codes('evidence', entry({ ...told, evidenceVisibility }))).toEqual([])
  })

  it('is looked through in findings, goals and plan too, and in nothing else', () => {
    const action = { actionWhat: 'Ring 0113 496 0000', actionNote: 'a@b.uk' }
    const answers = { strengths: 'Ask head@school.example.', action: [action], other: 'a@b.uk' }
    expect(look('publicisedWhere', answers)).toEqual([
      { code: 'public-email', field: 'strengths' },
      { code: 'public-telephone', field: 'action', of: { actionWhat: 'Ring 0113 496 0000' } },
    ])
  })
})

it('asks for the parent of a part, and for where a website is', () => {
  const part = { applyingAs: 'part-of-organisation' }
  expect(codes('parentOrganisation', part)).toEqual(['parent-not-named'])
  expect(codes('parentOrganisation', { ...part, parentOrganisation: 'The council' })).toEqual([])
  expect(codes('parentOrganisation', { applyingAs: 'organisation' })).toEqual([])
  expect(codes('website', { webPresence: 'website' })).toEqual(['website-not-named'])
  expect(codes('website', { webPresence: 'website', website: 'https://school.uk/' })).toEqual([])
  expect(codes('website', { webPresence: 'none' })).toEqual([])
})

it('asks for the sponsor when the lead signs alone', () => {
  const alone = { signatureWay: 'lead-signs', sponsorName: 'Sam' }
  expect(codes('signatureWay', alone)).toEqual(['sponsor-could-sign'])
  expect(codes('signatureWay', { ...alone, sponsorName: { doesNotApply: 'We have none' } })).toEqual([])
  expect(codes('signatureWay', { ...alone, signatureWay: 'emailed-link' })).toEqual([])
})

it('takes what was set aside for what is not there', () => {
  const aside = { doesNotApply: 'Not for us' }
  const evidence = [{ evidenceAreas: [...areasOfChange], evidenceLink: aside }]
  expect(codes('evidence', { evidence, webPresence: aside })).toEqual(['nothing-to-see'])
  expect(codes('told', { evidence, webPresence: 'website', told: [{ toldWhom: aside }] })).toEqual([])
})

it('has a sentence for each, and looks at nothing that is not asked', () => {
  const all = { action: [{ actionBy: '2020-01-01' }], webPresence: 'none' }
  const looked = { answers: all, today: '2027-01-04', pledges: 0, gone: ['https://gone.uk/'] }
  expect(warningsOf(['strengths', 'constructor'], looked)).toEqual([])
  for (const code of codes('evidence', all)) expect(words(code)).toBeTruthy()
})

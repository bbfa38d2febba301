// What somebody is asked to look at again: each warning when there is a reason for it, and not without.
import { describe, expect, it } from 'vitest'
import { areasOfChange } from '../../../workflows/areas-of-change.ts'
import type { Answers } from '../../../workflows/fields.ts'
import { warningsOf } from '../../../workflows/warnings.ts'
import { warnings as words } from '../../../workflows/words/warnings.ts'

const look = (field: string, answers: Answers, pledges = 0) =>
  warningsOf([field], { answers, today: '2027-01-04', pledges })
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
  const look = { answers, today: '2027-01-04', pledges: 0 }
  expect(warningsOf(['told'], look).map(({ code }) => code)).toEqual(['nobody-inside-told'])
  expect(warningsOf(['told'], { ...look, individual: true })).toEqual([])
})

it('says whose words stay with the organisation', () => {
  const group = (groupAnswered: number) => ({ groupWho: 'staff', groupAnswered, groupSaid: 'We listen.' })
  expect(look('group', { group: [group(9), group(10)] })).toEqual([
    { code: 'few-answered', field: 'group', of: group(9) },
  ])
})

it('has a sentence for each, and looks at nothing that is not asked', () => {
  const all = { action: [{ actionBy: '2020-01-01' }], webPresence: 'none' }
  expect(warningsOf(['strengths', 'constructor'], { answers: all, today: '2027-01-04', pledges: 0 })).toEqual(
    [],
  )
  for (const code of codes('evidence', all)) expect(words(code)).toBeTruthy()
})

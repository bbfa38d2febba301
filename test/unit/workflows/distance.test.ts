// Then and now by area of change: every word stands under its own area, and nothing is counted.
import { expect, it } from 'vitest'
import { coverage } from '../../../workflows/coverage.ts'
import { distances } from '../../../workflows/distance.ts'

it('puts the words of step 4, the diary and of now under their areas', () => {
  const found = distances({
    improvement: [
      { improvementWhat: 'Hear from parents', improvementArea: 'participation' },
      { improvementWhat: 'Try new ways', improvementArea: 'innovation' },
      { improvementWhat: { doesNotApply: 'All is well.' }, improvementArea: 'skills' },
    ],
    viewBelong: 'beginning',
    knownBelong: 'Parents told us.',
    viewLearn: 'not-yet',
    evidence: [
      {
        evidenceTitle: 'Story hour',
        evidenceAreas: ['participation', 'attitudes'],
        evidenceChanged: 'They come.',
      },
      { evidenceTitle: { doesNotApply: 'No title.' }, evidenceAreas: ['skills'], evidenceChanged: 'More.' },
    ],
    nowParticipation: 'They decide with us.',
    nowSkills: { doesNotApply: 'We had no time.' },
  })
  const of = (area: string) => found.find((each) => each.area === area)!
  expect(found.map(({ area }) => area)).toEqual([
    'attitudes',
    'practices',
    'participation',
    'innovation',
    'skills',
  ])
  expect(of('participation')).toMatchObject({
    improvements: ['Hear from parents'],
    diary: [{ title: 'Story hour', changed: 'They come.' }],
    now: 'They decide with us.',
  })
  expect(of('attitudes')).toMatchObject({
    improvements: [],
    known: [{ statement: { id: 'belong' }, view: 'beginning', how: 'Parents told us.' }],
    diary: [{ title: 'Story hour' }],
    now: undefined,
  })
  // A view alone says nothing; a question that does not apply has no words of now.
  expect(of('skills')).toEqual({ area: 'skills', improvements: [], known: [], diary: [], now: undefined })
})

it('says who has learned about what, in groups', () => {
  const covered = coverage({
    session: [
      { sessionArea: 'age', sessionGroups: ['staff', 'governors'] },
      { sessionArea: 'age', sessionGroups: ['staff'] },
      { sessionArea: 'race' },
    ],
  })
  const of = (area: string) => covered.find((each) => each.area === area)
  expect(covered).toHaveLength(9)
  expect(of('age')).toEqual({
    area: 'age',
    sessions: 2,
    groups: [
      { group: 'staff', sessions: 2 },
      { group: 'governors', sessions: 1 },
    ],
  })
  expect(of('race')).toEqual({ area: 'race', sessions: 1, groups: [] })
  expect(of('gender')).toEqual({ area: 'gender', sessions: 0, groups: [] })
})

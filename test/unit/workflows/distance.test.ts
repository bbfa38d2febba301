// Then and now by area of change: every word stands under its own area, and nothing is counted.
import { expect, it } from 'vitest'
import { coverage } from '../../../workflows/coverage.ts'
import { distanceOf } from '../../../workflows/distance.ts'

it('puts the words of step 4, the diary and of now under their areas', () => {
  const { found, areas } = distanceOf({
    peopleFound: 'We are alike.',
    strengths: { doesNotApply: 'None yet.' },
    improvement: [
      { improvementWhat: 'Hear from parents', improvementArea: 'participation' },
      { improvementWhat: 'Try new ways', improvementArea: 'innovation' },
      { improvementWhat: { doesNotApply: 'All is well.' }, improvementArea: 'skills' },
    ],
    viewBelong: 'beginning',
    knownBelong: 'Parents told us.',
    storyChallenge: 'Nobody speaks up.',
    action: [
      { actionAim: 'Parents decide', actionWhat: 'Ask them first', actionArea: 'participation' },
      { actionAim: 'Parents decide', actionArea: 'participation' },
    ],
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
  const of = (area: string) => areas.find((each) => each.area === area)!
  expect(areas.map(({ area }) => area)).toEqual([
    'attitudes',
    'practices',
    'participation',
    'innovation',
    'skills',
  ])
  expect(of('participation')).toMatchObject({
    improvements: ['Hear from parents'],
    plan: [{ what: 'Ask them first', aim: 'Parents decide' }],
    diary: [{ title: 'Story hour', changed: 'They come.' }],
    now: 'They decide with us.',
  })
  expect(of('attitudes')).toMatchObject({
    improvements: [],
    views: [{ statement: { id: 'belong' }, view: 'beginning', how: 'Parents told us.' }],
    diary: [{ title: 'Story hour' }],
    now: undefined,
  })
  expect(of('practices').views).toMatchObject([
    { statement: { id: 'challenge' }, story: 'Nobody speaks up.' },
  ])
  // A view is quoted in its word, whether or not it is said how one knows; a question that does not apply has no words of now.
  expect(of('skills')).toMatchObject({
    improvements: [],
    views: [{ statement: { id: 'learn' }, view: 'not-yet' }],
    plan: [],
    diary: [],
    now: undefined,
  })
  // About no area alone, so said once.
  expect(found).toEqual([{ field: 'peopleFound', said: 'We are alike.' }])
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

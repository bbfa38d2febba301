// What an organisation keeps to itself reaches nobody else, and everything else does.
import { expect, it } from 'vitest'
import { forOthers } from '../../../workflows/readers.ts'

it('leaves out private entries of the diary, and what fewer than ten people said', () => {
  const open = { evidenceTitle: 'A walk', evidenceVisibility: 'validators' }
  const unsaid = { evidenceTitle: 'A talk' }
  const own = { evidenceTitle: 'A complaint', evidenceVisibility: 'private' }
  const many = { groupWho: 'staff', groupAnswered: 10, groupSaid: 'We listen.' }
  const few = { groupWho: 'governors', groupAnswered: 9, groupSaid: 'We argue.' }
  // No more can have answered than were asked.
  const miscounted = { groupWho: 'public', groupAsked: 5, groupAnswered: 50, groupSaid: 'We leave.' }
  const answers = {
    strengths: 'Trust',
    evidence: [open, own, unsaid],
    group: [many, few, miscounted],
  }
  expect(forOthers(answers)).toEqual({
    strengths: 'Trust',
    evidence: [open, unsaid],
    group: [
      many,
      { groupWho: 'governors', groupAnswered: 9 },
      { groupWho: 'public', groupAsked: 5, groupAnswered: 50 },
    ],
  })
})

it('keeps a reason for which a question does not apply', () => {
  const answers = { evidence: { doesNotApply: 'We are new.' }, group: { doesNotApply: 'We are three.' } }
  expect(forOthers(answers)).toEqual(answers)
})

// Step 5, Behaviours, Attitudes, Policies and Structures: what was watched, read and discussed, and what was learned (domain.md 4.5).
import { discoveryAreas } from '../discovery-areas.ts'
import type { Step } from '../model.ts'

export const behavioursAndStructures: Step = {
  id: 'behaviours-and-structures',
  remindAfterDays: [14, 60, 120],
  sections: [
    {
      id: 'learning',
      about: 'organisation',
      goesOn: true,
      fields: [
        {
          id: 'session',
          kind: 'entries',
          required: true,
          max: 100,
          title: 'sessionArea',
          fields: [
            { id: 'sessionArea', kind: 'choice', required: true, options: [...discoveryAreas] },
            { id: 'sessionLearned', kind: 'long-text', required: true, maxWords: 200 },
            { id: 'sessionOn', kind: 'date', required: false, past: true },
            { id: 'sessionWhat', kind: 'text', required: false, maxLength: 200 },
            {
              id: 'sessionFormat',
              kind: 'choice',
              required: false,
              options: ['video', 'reading', 'discussion', 'visit', 'training'],
            },
            {
              id: 'sessionGroups',
              kind: 'choices',
              required: false,
              options: ['staff', 'volunteers', 'governors', 'pupils-or-members', 'service-users'],
            },
            { id: 'sessionAttended', kind: 'number', required: false, min: 1, max: 1_000_000 },
            { id: 'sessionWillChange', kind: 'long-text', required: false, maxWords: 200 },
          ],
        },
      ],
    },
    {
      id: 'training',
      about: 'organisation',
      goesOn: true,
      fields: [
        {
          id: 'training',
          kind: 'entries',
          required: false,
          max: 50,
          title: 'trainingOn',
          fields: [
            { id: 'trainingOn', kind: 'date', required: true, past: true },
            {
              id: 'trainingProvider',
              kind: 'choice',
              required: false,
              options: ['quality-mark-team', 'in-house', 'somebody-else'],
            },
            { id: 'trainingAttended', kind: 'number', required: false, min: 1, max: 1_000_000 },
            { id: 'trainingShare', kind: 'number', required: false, min: 0, max: 100 },
          ],
        },
      ],
    },
    {
      id: 'policies',
      about: 'organisation',
      askedOf: 'organisations',
      goesOn: true,
      fields: [
        {
          id: 'policy',
          kind: 'entries',
          required: false,
          max: 50,
          title: 'policyName',
          fields: [
            { id: 'policyName', kind: 'text', required: true, maxLength: 200 },
            { id: 'policyReviewedOn', kind: 'date', required: false, past: true },
            { id: 'policyChanged', kind: 'long-text', required: false, maxWords: 200 },
          ],
        },
      ],
    },
  ],
}

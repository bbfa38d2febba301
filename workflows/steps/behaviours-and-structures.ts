// Step 5, Behaviours, Attitudes, Policies and Structures: what was watched, read and discussed, and what was learned (domain.md 4.5).
import type { Step } from '../model.ts'

export const behavioursAndStructures: Step = {
  id: 'behaviours-and-structures',
  remindAfterDays: [14, 60, 120],
  sections: [
    {
      id: 'learning',
      about: 'organisation',
      fields: [
        {
          id: 'session',
          kind: 'entries',
          required: true,
          max: 100,
          fields: [
            { id: 'sessionOn', kind: 'date', required: true, past: true },
            {
              id: 'sessionArea',
              kind: 'choice',
              required: true,
              options: [
                'gender',
                'race',
                'age',
                'class',
                'disability',
                'locality',
                'religion',
                'sexuality',
                'other',
              ],
            },
            { id: 'sessionWhat', kind: 'text', required: false, maxLength: 200 },
            { id: 'sessionAttended', kind: 'number', required: false, min: 1, max: 1_000_000 },
            { id: 'sessionLearned', kind: 'long-text', required: true, maxWords: 200 },
          ],
        },
      ],
    },
    {
      id: 'training',
      about: 'organisation',
      fields: [
        { id: 'trainingOn', kind: 'date', required: false, past: true },
        { id: 'trainingAttended', kind: 'number', required: false, min: 1, max: 1_000_000 },
      ],
    },
  ],
}

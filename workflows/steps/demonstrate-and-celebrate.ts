// Step 7, Demonstrating, Celebrating & Validation (our working name, domain.md 2.1): who was told, what changed, the request (domain.md 4.7).
import type { Step } from '../model.ts'

export const demonstrateAndCelebrate: Step = {
  id: 'demonstrate-and-celebrate',
  remindAfterDays: [14, 60, 120],
  sections: [
    {
      id: 'feedback',
      about: 'organisation',
      fields: [
        {
          id: 'told',
          kind: 'entries',
          required: true,
          max: 50,
          fields: [
            { id: 'toldOn', kind: 'date', required: true, past: true },
            {
              id: 'toldWhom',
              kind: 'choice',
              required: true,
              options: ['staff', 'service-users', 'partners', 'public'],
            },
            { id: 'toldWhat', kind: 'long-text', required: true, maxWords: 200 },
            { id: 'toldResponse', kind: 'long-text', required: false, maxWords: 200 },
          ],
        },
      ],
    },
    {
      id: 'impact',
      about: 'organisation',
      fields: [{ id: 'impactStatement', kind: 'long-text', required: true, maxWords: 1500 }],
    },
    {
      id: 'request',
      about: 'organisation',
      fields: [
        { id: 'signedOffBy', kind: 'text', required: true, maxLength: 100 },
        {
          id: 'meetingPreference',
          kind: 'choice',
          required: false,
          options: ['visit', 'online', 'no-preference'],
        },
        { id: 'validationRequested', kind: 'declaration', required: true },
      ],
    },
  ],
}

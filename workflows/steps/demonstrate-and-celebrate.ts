// Step 7, Demonstrating, Celebrating & Validation (our working name, domain.md 2.1): who was told, what changed, the request (domain.md 4.7).
import { areasOfChange, nowField } from '../areas-of-change.ts'
import type { PlainField, Step } from '../model.ts'

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
          title: 'toldWhom',
          fields: [
            {
              id: 'toldWhom',
              kind: 'choice',
              required: true,
              options: ['staff', 'service-users', 'partners', 'public'],
            },
            { id: 'toldWhat', kind: 'long-text', required: true, maxWords: 200 },
            { id: 'toldHow', kind: 'text', required: false, maxLength: 200 },
            { id: 'toldOn', kind: 'date', required: false, past: true },
            { id: 'toldResponse', kind: 'long-text', required: false, maxWords: 200 },
            { id: 'toldLink', kind: 'url', required: false },
          ],
        },
      ],
    },
    {
      id: 'distance',
      about: 'organisation',
      fields: areasOfChange.map(
        (area): PlainField => ({ id: nowField(area), kind: 'long-text', required: false, maxWords: 200 }),
      ),
    },
    {
      id: 'impact',
      about: 'organisation',
      fields: [
        {
          id: 'impactStatement',
          kind: 'long-text',
          required: false,
          requiredWhen: { field: 'impactRecording', is: 'unanswered' },
          maxWords: 1500,
        },
        { id: 'impactRecording', kind: 'url', required: false },
        { id: 'impactTranscript', kind: 'long-text', required: false, maxWords: 1500 },
        { id: 'impactNext', kind: 'long-text', required: false, maxWords: 300 },
      ],
    },
    {
      id: 'sign-off',
      about: 'organisation',
      askedOf: 'organisations',
      fields: [{ id: 'signedOffBy', kind: 'text', required: true, maxLength: 100 }],
    },
    {
      id: 'request',
      about: 'organisation',
      fields: [
        {
          id: 'meetingPreference',
          kind: 'choice',
          required: false,
          options: ['visit', 'online', 'no-preference'],
        },
        { id: 'meetingFirst', kind: 'date', required: false, past: false },
        { id: 'meetingSecond', kind: 'date', required: false, past: false },
        { id: 'meetingThird', kind: 'date', required: false, past: false },
        {
          id: 'meetingWho',
          kind: 'choices',
          required: false,
          options: ['leads', 'staff', 'pupils-or-members', 'governors', 'service-users'],
        },
        { id: 'meetingNeeds', kind: 'long-text', required: false, maxWords: 200 },
        { id: 'linksLookedAt', kind: 'declaration', required: false },
        { id: 'validationRequested', kind: 'declaration', required: true },
      ],
    },
  ],
}

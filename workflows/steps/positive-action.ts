// Step 6, Taking Positive Action (our working name, domain.md 2.1): a diary of what was done and what changed (domain.md 4.6).
import { areasOfChange } from '../areas-of-change.ts'
import { discoveryAreas } from '../discovery-areas.ts'
import type { Step } from '../model.ts'

export const positiveAction: Step = {
  id: 'positive-action',
  remindAfterDays: [14, 60, 120],
  sections: [
    {
      id: 'diary',
      about: 'organisation',
      goesOn: true,
      fields: [
        {
          id: 'evidence',
          kind: 'entries',
          required: true,
          max: 200,
          title: 'evidenceTitle',
          fields: [
            { id: 'evidenceOn', kind: 'date', required: true, past: true },
            { id: 'evidenceTitle', kind: 'text', required: true, maxLength: 150 },
            { id: 'evidenceAreas', kind: 'choices', required: true, options: [...areasOfChange] },
            { id: 'evidenceChanged', kind: 'long-text', required: true, maxWords: 300 },
            { id: 'evidenceWhat', kind: 'long-text', required: false, maxWords: 300 },
            { id: 'evidenceActions', kind: 'references', required: false, to: 'action' },
            { id: 'evidenceTopic', kind: 'choice', required: false, options: [...discoveryAreas] },
            {
              id: 'evidenceKind',
              kind: 'choice',
              required: false,
              options: [
                'photo',
                'video',
                'interview',
                'discussion',
                'meeting',
                'statement',
                'assessment',
                'evaluation',
                'policy',
                'data',
                'other',
              ],
            },
            { id: 'evidenceLink', kind: 'url', required: false },
            { id: 'evidenceFiles', kind: 'file', required: false, max: 5 },
            { id: 'evidenceInvolved', kind: 'text', required: false, maxLength: 200 },
            { id: 'evidenceSaid', kind: 'long-text', required: false, maxWords: 200 },
            {
              id: 'evidenceVisibility',
              kind: 'choice',
              required: false,
              options: ['private', 'validators', 'public'],
            },
            {
              id: 'evidenceConsent',
              kind: 'choice',
              required: false,
              requiredWhen: { field: 'evidenceVisibility', is: 'one-of', options: ['public'] },
              options: ['nobody-recognisable', 'everybody-agrees'],
            },
            { id: 'evidenceConsentHeldBy', kind: 'text', required: false, maxLength: 100 },
          ],
        },
      ],
    },
  ],
}

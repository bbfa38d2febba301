// Step 6, Taking Positive Action (our working name, domain.md 2.1): a diary of what was done and what changed (domain.md 4.6).
import { areasOfChange } from '../areas-of-change.ts'
import type { Step } from '../model.ts'

export const positiveAction: Step = {
  id: 'positive-action',
  remindAfterDays: [14, 60, 120],
  sections: [
    {
      id: 'diary',
      about: 'organisation',
      fields: [
        {
          id: 'evidence',
          kind: 'entries',
          required: true,
          max: 200,
          fields: [
            { id: 'evidenceOn', kind: 'date', required: true, past: true },
            { id: 'evidenceTitle', kind: 'text', required: true, maxLength: 150 },
            { id: 'evidenceAreas', kind: 'choices', required: true, options: [...areasOfChange] },
            { id: 'evidenceChanged', kind: 'long-text', required: true, maxWords: 300 },
            { id: 'evidenceLink', kind: 'url', required: false },
            { id: 'evidenceFiles', kind: 'file', required: false, max: 5 },
          ],
        },
      ],
    },
  ],
}

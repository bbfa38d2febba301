// Step 2, Raising Awareness: what was done so that everybody knows, and that they do (domain.md 4.2).
import type { Step } from '../model.ts'

export const raisingAwareness: Step = {
  id: 'raising-awareness',
  remindAfterDays: [14, 60, 120],
  sections: [
    {
      id: 'activities',
      about: 'organisation',
      fields: [
        {
          id: 'activity',
          kind: 'entries',
          required: true,
          max: 50,
          fields: [
            { id: 'activityOn', kind: 'date', required: true, past: true },
            { id: 'activityWhat', kind: 'text', required: true, maxLength: 200 },
            {
              id: 'activityAudience',
              kind: 'choices',
              required: false,
              options: ['staff', 'governors', 'pupils-or-members', 'service-users', 'public'],
            },
            { id: 'activityReached', kind: 'number', required: false, min: 0, max: 1_000_000 },
            { id: 'activityLink', kind: 'url', required: false },
          ],
        },
      ],
    },
    {
      id: 'awareness-declaration',
      about: 'organisation',
      fields: [{ id: 'awarenessDeclared', kind: 'declaration', required: true }],
    },
  ],
}

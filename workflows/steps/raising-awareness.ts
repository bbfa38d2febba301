// Step 2, Raising Awareness: what was done so that everybody knows, and that they do (domain.md 4.2).
import type { Step } from '../model.ts'

export const raisingAwareness: Step = {
  id: 'raising-awareness',
  remindAfterDays: [14, 60, 120],
  // Training is recorded from here on, and counts as learning (domain.md 2.3).
  alsoShows: [{ step: 'behaviours-and-structures', section: 'training' }],
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
          title: 'activityWhat',
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
            { id: 'activityChannel', kind: 'text', required: false, maxLength: 200 },
            { id: 'activityLink', kind: 'url', required: false },
            { id: 'activityFiles', kind: 'file', required: false, max: 5 },
          ],
        },
      ],
    },
    {
      id: 'appraisal',
      about: 'organisation',
      askedOf: 'organisations',
      fields: [
        { id: 'inAppraisal', kind: 'choice', required: false, options: ['yes', 'planned', 'no'] },
        { id: 'inInduction', kind: 'choice', required: false, options: ['yes', 'planned', 'no'] },
      ],
    },
    {
      id: 'awareness-declaration',
      about: 'organisation',
      fields: [
        { id: 'awareOfAim', kind: 'declaration', required: true },
        { id: 'awareItIsPersonal', kind: 'declaration', required: true },
        { id: 'awareOfHow', kind: 'declaration', required: true },
      ],
    },
  ],
}

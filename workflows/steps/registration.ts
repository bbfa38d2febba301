// Step 1, Registering for the mark: who applies and whom to talk to (domain.md 4.1, sectors from the council's guide).
import type { Step } from '../model.ts'

export const registration: Step = {
  id: 'registration',
  remindAfterDays: [14, 60, 120],
  sections: [
    {
      id: 'organisation',
      about: 'organisation',
      fields: [
        { id: 'organisationName', kind: 'text', required: true, maxLength: 200 },
        {
          id: 'applyingAs',
          kind: 'choice',
          required: true,
          options: ['organisation', 'part-of-organisation', 'group', 'individual'],
        },
        {
          id: 'organisationType',
          kind: 'choice',
          required: true,
          options: [
            'school',
            'business',
            'public-service',
            'voluntary',
            'religious',
            'community-group',
            'neighbourhood',
            'other',
          ],
        },
        {
          id: 'sectors',
          kind: 'choices',
          required: true,
          options: [
            'criminal-justice',
            'education',
            'employment',
            'health',
            'housing',
            'political-participation',
            'business',
            'third-sector',
          ],
        },
        { id: 'postcode', kind: 'postcode', required: true },
        { id: 'peopleInScope', kind: 'number', required: true, min: 1, max: 1_000_000 },
        { id: 'website', kind: 'url', required: false },
        { id: 'hopes', kind: 'long-text', required: false, maxWords: 500 },
      ],
    },
    {
      id: 'contact',
      about: 'contact',
      fields: [
        { id: 'contactName', kind: 'text', required: true, maxLength: 100 },
        { id: 'contactRole', kind: 'text', required: true, maxLength: 100 },
        { id: 'contactEmail', kind: 'email', required: true },
        { id: 'contactTelephone', kind: 'telephone', required: false },
      ],
    },
  ],
}

// Step 1, Registering for the mark: interest in four answers; then who applies and whom to talk to (domain.md 4.1, sectors from the council's guide).
import type { Step } from '../model.ts'

const people = { kind: 'number', required: false, min: 0, max: 1_000_000 } as const

export const registration: Step = {
  id: 'registration',
  remindAfterDays: [14, 60, 120],
  sections: [
    {
      id: 'interest',
      about: 'organisation',
      registers: true,
      fields: [
        { id: 'organisationName', kind: 'text', required: true, maxLength: 200 },
        {
          id: 'applyingAs',
          kind: 'choice',
          required: true,
          options: ['organisation', 'part-of-organisation', 'group', 'individual'],
        },
      ],
    },
    {
      id: 'contact',
      about: 'contact',
      registers: true,
      fields: [
        { id: 'contactName', kind: 'text', required: true, maxLength: 100 },
        { id: 'contactEmail', kind: 'email', required: true },
      ],
    },
    {
      id: 'organisation',
      about: 'organisation',
      askedOf: 'organisations',
      fields: [
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
        { id: 'parentOrganisation', kind: 'text', required: false, maxLength: 200 },
        { id: 'peopleInScope', kind: 'number', required: true, min: 1, max: 1_000_000 },
        { id: 'peopleStaff', ...people },
        { id: 'peopleVolunteers', ...people },
        { id: 'peopleGovernors', ...people },
        { id: 'peopleMembers', ...people },
      ],
    },
    {
      id: 'place',
      about: 'organisation',
      fields: [
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
        {
          id: 'postcode',
          kind: 'postcode',
          required: false,
          requiredWhen: { field: 'area', is: 'unanswered' },
        },
        { id: 'area', kind: 'text', required: false, maxLength: 100 },
      ],
    },
    {
      id: 'web',
      about: 'organisation',
      fields: [
        { id: 'webPresence', kind: 'choice', required: true, options: ['website', 'social-media', 'none'] },
        { id: 'website', kind: 'url', required: false },
        { id: 'socialLink', kind: 'url', required: false },
        { id: 'otherLink', kind: 'url', required: false },
      ],
    },
    {
      id: 'contacts',
      about: 'contacts',
      fields: [
        { id: 'contactRole', kind: 'text', required: true, maxLength: 100 },
        { id: 'contactTelephone', kind: 'telephone', required: false },
        { id: 'secondName', kind: 'text', required: false, maxLength: 100 },
        { id: 'secondRole', kind: 'text', required: false, maxLength: 100 },
        { id: 'secondEmail', kind: 'email', required: false },
        { id: 'sponsorName', kind: 'text', required: false, maxLength: 100 },
        { id: 'sponsorRole', kind: 'text', required: false, maxLength: 100 },
      ],
    },
    {
      id: 'needs',
      about: 'contacts',
      fields: [
        {
          id: 'language',
          kind: 'choice',
          required: false,
          // The first wave of domain.md 5.3.
          options: ['english', 'urdu', 'polish', 'punjabi', 'arabic', 'romanian', 'other'],
        },
        { id: 'otherLanguage', kind: 'text', required: false, maxLength: 100 },
        { id: 'accessNeeds', kind: 'long-text', required: false, maxWords: 200 },
      ],
    },
    {
      id: 'hopes',
      about: 'organisation',
      fields: [
        { id: 'hopes', kind: 'long-text', required: false, maxWords: 500 },
        {
          id: 'interestedIn',
          kind: 'choices',
          required: false,
          options: ['introductory-meeting', 'bias-training'],
        },
        {
          id: 'heardFrom',
          kind: 'choice',
          required: false,
          options: ['council', 'another-organisation', 'school', 'event', 'online', 'other'],
        },
        { id: 'newsWanted', kind: 'declaration', required: false },
      ],
    },
  ],
}

// Step 4, Reflective Transparency: the self-evaluation, what it found, the plan, and where the public can read both (domain.md 4.4).
import { areasOfChange } from '../areas-of-change.ts'
import { discoveryAreas } from '../discovery-areas.ts'
import type { Step } from '../model.ts'
import { statementFields } from '../self-evaluation.ts'

export const reflectiveTransparency: Step = {
  id: 'reflective-transparency',
  remindAfterDays: [14, 60, 120],
  sections: [
    {
      id: 'asked',
      about: 'organisation',
      askedOf: 'organisations',
      fields: [
        {
          id: 'group',
          kind: 'entries',
          required: false,
          max: 20,
          title: 'groupWho',
          fields: [
            {
              id: 'groupWho',
              kind: 'choice',
              required: true,
              options: ['staff', 'volunteers', 'governors', 'pupils-or-members', 'service-users', 'other'],
            },
            { id: 'groupAsked', kind: 'number', required: false, min: 1, max: 1_000_000 },
            { id: 'groupAnswered', kind: 'number', required: true, min: 0, max: 1_000_000 },
            { id: 'groupSaid', kind: 'long-text', required: false, maxWords: 300 },
          ],
        },
      ],
    },
    {
      id: 'people',
      about: 'organisation',
      fields: [
        { id: 'peopleFound', kind: 'long-text', required: true, maxWords: 300 },
        ...statementFields('people'),
      ],
    },
    {
      id: 'culture',
      about: 'organisation',
      askedOf: 'organisations',
      fields: [
        { id: 'organisationFound', kind: 'long-text', required: true, maxWords: 300 },
        ...statementFields('culture'),
      ],
    },
    {
      id: 'structures',
      about: 'organisation',
      askedOf: 'organisations',
      fields: [...statementFields('structures'), ...statementFields('policies')],
    },
    {
      id: 'findings',
      about: 'organisation',
      fields: [
        { id: 'strengths', kind: 'long-text', required: false, maxWords: 300 },
        { id: 'missingVoices', kind: 'long-text', required: false, maxWords: 200 },
      ],
    },
    {
      id: 'improvements',
      about: 'organisation',
      fields: [
        {
          id: 'improvement',
          kind: 'entries',
          required: true,
          max: 30,
          title: 'improvementWhat',
          fields: [
            { id: 'improvementWhat', kind: 'text', required: true, maxLength: 300 },
            { id: 'improvementArea', kind: 'choice', required: true, options: [...areasOfChange] },
            { id: 'improvementTopic', kind: 'choice', required: false, options: [...discoveryAreas] },
          ],
        },
      ],
    },
    {
      id: 'plan',
      about: 'organisation',
      goesOn: true,
      fields: [
        {
          id: 'action',
          kind: 'entries',
          required: true,
          max: 50,
          title: 'actionWhat',
          fields: [
            { id: 'actionAim', kind: 'text', required: false, maxLength: 300 },
            { id: 'actionWhat', kind: 'text', required: true, maxLength: 200 },
            { id: 'actionArea', kind: 'choice', required: true, options: [...areasOfChange] },
            { id: 'actionTopic', kind: 'choice', required: false, options: [...discoveryAreas] },
            { id: 'actionOwner', kind: 'text', required: false, maxLength: 100 },
            { id: 'actionFrom', kind: 'date', required: false, past: false },
            { id: 'actionBy', kind: 'date', required: true, past: false },
            { id: 'actionMeasure', kind: 'text', required: false, maxLength: 300 },
            { id: 'actionResources', kind: 'text', required: false, maxLength: 200 },
            {
              id: 'actionStatus',
              kind: 'choice',
              required: false,
              options: ['not-started', 'under-way', 'done', 'stopped'],
            },
            { id: 'actionProgress', kind: 'long-text', required: false, maxWords: 200 },
          ],
        },
      ],
    },
    {
      id: 'publicised',
      about: 'organisation',
      fields: [
        { id: 'publicisedWhere', kind: 'choice', required: true, options: ['own-page', 'this-site'] },
        {
          id: 'planLink',
          kind: 'url',
          required: false,
          requiredWhen: { field: 'publicisedWhere', is: 'one-of', options: ['own-page'] },
        },
        { id: 'planPublishedOn', kind: 'date', required: false, past: true },
      ],
    },
  ],
}

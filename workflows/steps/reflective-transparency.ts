// Step 4, Reflective Transparency: what the self-evaluation found, the plan, and where both can be read (domain.md 4.4).
import { areasOfChange } from '../areas-of-change.ts'
import type { Step } from '../model.ts'

export const reflectiveTransparency: Step = {
  id: 'reflective-transparency',
  remindAfterDays: [14, 60, 120],
  sections: [
    {
      id: 'findings',
      about: 'organisation',
      fields: [
        { id: 'strengths', kind: 'long-text', required: true, maxWords: 300 },
        { id: 'toImprove', kind: 'long-text', required: true, maxWords: 300 },
        { id: 'missingVoices', kind: 'long-text', required: false, maxWords: 200 },
      ],
    },
    {
      id: 'plan',
      about: 'organisation',
      fields: [
        {
          id: 'action',
          kind: 'entries',
          required: true,
          max: 50,
          fields: [
            { id: 'actionAim', kind: 'text', required: true, maxLength: 200 },
            { id: 'actionWhat', kind: 'text', required: true, maxLength: 200 },
            { id: 'actionArea', kind: 'choice', required: true, options: [...areasOfChange] },
            { id: 'actionOwner', kind: 'text', required: true, maxLength: 100 },
            { id: 'actionBy', kind: 'date', required: true, past: false },
          ],
        },
      ],
    },
    {
      id: 'publicised',
      about: 'organisation',
      fields: [
        { id: 'planLink', kind: 'url', required: true },
        { id: 'planPublishedOn', kind: 'date', required: true, past: true },
      ],
    },
  ],
}

// Step 3, Formal Commitment & Pledge: who decided it, what is pledged, and the proof of who takes part (domain.md 4.3).
import type { Step } from '../model.ts'

export const commitmentAndPledge: Step = {
  id: 'commitment-and-pledge',
  remindAfterDays: [14, 60, 120],
  sections: [
    {
      id: 'commitment',
      about: 'organisation',
      fields: [
        {
          id: 'decidingBody',
          kind: 'choice',
          required: true,
          options: ['governing-body', 'board', 'committee', 'management', 'other'],
        },
        { id: 'decidedOn', kind: 'date', required: true, past: true },
        { id: 'pledgeWording', kind: 'long-text', required: true, maxWords: 300 },
        { id: 'commitmentDeclared', kind: 'declaration', required: true },
      ],
    },
    {
      id: 'proof',
      about: 'organisation',
      fields: [
        {
          id: 'pledgeMethods',
          kind: 'choices',
          required: true,
          options: ['pledge-link', 'email', 'paper', 'poster', 'own-page'],
        },
        { id: 'pledgesElsewhere', kind: 'number', required: false, min: 0, max: 1_000_000 },
        { id: 'proofLink', kind: 'url', required: true },
      ],
    },
  ],
}

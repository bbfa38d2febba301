// Step 3, Formal Commitment & Pledge: what is pledged, who decided and signs it, and the proof of who takes part (domain.md 4.3).
import type { Step } from '../model.ts'

export const commitmentAndPledge: Step = {
  id: 'commitment-and-pledge',
  remindAfterDays: [14, 60, 120],
  sections: [
    {
      id: 'pledge',
      about: 'organisation',
      fields: [
        { id: 'pledgeWording', kind: 'long-text', required: true, maxWords: 300 },
        { id: 'commitmentDeclared', kind: 'declaration', required: true },
      ],
    },
    {
      id: 'decision',
      about: 'organisation',
      askedOf: 'organisations',
      fields: [
        {
          id: 'decidingBody',
          kind: 'choice',
          required: true,
          options: ['governing-body', 'board', 'committee', 'management', 'other'],
        },
        {
          id: 'decidingBodyName',
          kind: 'text',
          required: false,
          requiredWhen: { field: 'decidingBody', is: 'one-of', options: ['other'] },
          maxLength: 100,
        },
        { id: 'decidedOn', kind: 'date', required: false, past: true },
      ],
    },
    {
      id: 'signature',
      about: 'contacts',
      askedOf: 'organisations',
      fields: [
        {
          id: 'signatureWay',
          kind: 'choice',
          required: true,
          options: ['emailed-link', 'signed-copy', 'lead-signs'],
        },
        {
          id: 'signatoryName',
          kind: 'text',
          required: false,
          requiredWhen: { field: 'signatureWay', is: 'one-of', options: ['emailed-link', 'signed-copy'] },
          maxLength: 100,
        },
        { id: 'signatoryRole', kind: 'text', required: false, maxLength: 100 },
        {
          id: 'signatoryEmail',
          kind: 'email',
          required: false,
          requiredWhen: { field: 'signatureWay', is: 'one-of', options: ['emailed-link', 'signed-copy'] },
        },
        { id: 'secondSignatoryName', kind: 'text', required: false, maxLength: 100 },
        { id: 'secondSignatoryRole', kind: 'text', required: false, maxLength: 100 },
      ],
    },
    {
      id: 'signed-copy',
      about: 'organisation',
      askedOf: 'organisations',
      fields: [{ id: 'signedCopy', kind: 'file', required: false, max: 3 }],
    },
    {
      id: 'proof',
      about: 'organisation',
      askedOf: 'organisations',
      fields: [
        {
          id: 'pledgeMethods',
          kind: 'choices',
          required: true,
          options: ['pledge-link', 'email', 'paper', 'poster', 'own-page'],
        },
        { id: 'pledgesElsewhere', kind: 'number', required: false, min: 0, max: 1_000_000 },
        {
          id: 'proofLink',
          kind: 'url',
          required: false,
          requiredWhen: { field: 'proofFiles', is: 'unanswered' },
        },
        { id: 'proofFiles', kind: 'file', required: false, max: 10 },
        { id: 'whoIsMissing', kind: 'long-text', required: false, maxWords: 200 },
      ],
    },
    {
      id: 'teams',
      about: 'organisation',
      askedOf: 'organisations',
      fields: [
        {
          id: 'team',
          kind: 'entries',
          required: false,
          max: 100,
          title: 'teamName',
          fields: [
            { id: 'teamName', kind: 'text', required: true, maxLength: 100 },
            { id: 'teamPeople', kind: 'number', required: false, min: 1, max: 1_000_000 },
            { id: 'teamPledged', kind: 'number', required: true, min: 0, max: 1_000_000 },
            {
              id: 'teamMethod',
              kind: 'choice',
              required: false,
              options: ['email', 'paper', 'poster', 'own-page'],
            },
            { id: 'teamLink', kind: 'url', required: false },
            { id: 'teamFiles', kind: 'file', required: false, max: 3 },
          ],
        },
      ],
    },
  ],
}

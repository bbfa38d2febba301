// What may leave an organisation for the public: by lists of what is shown, never by what is left out.
import { describe, expect, it } from 'vitest'
import type { Answer, Answers } from '../../../workflows/fields.ts'
import { entriesOf } from '../../../workflows/fields.ts'
import { stepsOf } from '../../../workflows/model.ts'
import {
  aboutForPublic,
  copiesForPublic,
  mayBePublic,
  missingFromPublicPage,
} from '../../../workflows/publicised.ts'
import { newest } from '../../../workflows/released/index.ts'

const fields = stepsOf(newest).flatMap(({ sections }) =>
  sections.flatMap((section) => [...section.fields, ...(entriesOf(section)?.fields ?? [])]),
)

/** Every question of the journey answered, each with its own name. */
const everything: Answers = Object.fromEntries(
  fields.map((field) => [
    field.id,
    field.kind === 'entries'
      ? [{ ...Object.fromEntries(field.fields.map(({ id }) => [id, `said in ${id}`])), groupAnswered: 10 }]
      : `said in ${field.id}`,
  ]),
)

const namesIn = (value: unknown): string[] =>
  [...JSON.stringify(value).matchAll(/said in (\w+)/g)].map(([, name]) => name!)

describe('a copy for the public', () => {
  it('is made of these answers and no others', () => {
    expect(namesIn(aboutForPublic(everything)).toSorted()).toMatchInlineSnapshot(`
      [
        "organisationType",
        "otherLink",
        "sectors",
        "socialLink",
        "website",
      ]
    `)
    expect(namesIn(copiesForPublic(everything)).toSorted()).toMatchInlineSnapshot(`
      [
        "actionAim",
        "actionArea",
        "actionBy",
        "actionFrom",
        "actionMeasure",
        "actionOwner",
        "actionProgress",
        "actionStatus",
        "actionTopic",
        "actionWhat",
        "groupAsked",
        "groupSaid",
        "groupWho",
        "improvementArea",
        "improvementTopic",
        "improvementWhat",
        "missingVoices",
        "organisationFound",
        "peopleFound",
        "strengths",
      ]
    `)
  })

  it('names questions that there are', () => {
    const known = fields.map(({ id }) => id)
    const shown = [...Object.keys(aboutForPublic(everything)), ...namesIn(copiesForPublic(everything))]
    expect(shown.filter((id) => !known.includes(id))).toEqual([])
  })

  it.each([undefined, 0, 9, '12'])('has no group of which %s answered', (groupAnswered) => {
    const group = {
      groupWho: 'staff',
      groupSaid: 'Amina left',
      ...(groupAnswered !== undefined && { groupAnswered }),
    }
    const large = { groupWho: 'governors', groupAnswered: 10, groupSaid: 'We listen' }
    const { findings } = copiesForPublic({ group: [group, large] })
    expect(findings).toEqual({ group: [large] })
  })

  it('has no reason for which a question does not apply', () => {
    const reason = { doesNotApply: 'Amina is ill' }
    const answers = { peopleFound: reason, improvement: reason, group: reason, website: reason }
    expect(copiesForPublic({ ...answers, action: [{ actionWhat: 'Ask', actionAim: reason }] })).toEqual({
      findings: {},
      goals: {},
      plan: { action: [{ actionWhat: 'Ask' }] },
    })
    expect(aboutForPublic(answers)).toEqual({})
  })
})

describe('an entry of the diary', () => {
  const consents = [
    undefined,
    'nobody-recognisable',
    'everybody-agrees',
    'yes',
    { doesNotApply: 'It is fine' },
  ]
  it.each([undefined, 'private', 'validators', 'public'])('that is for %s', (evidenceVisibility) => {
    const may = consents.map((evidenceConsent) =>
      mayBePublic({
        ...(evidenceVisibility && { evidenceVisibility }),
        ...(evidenceConsent && { evidenceConsent }),
      }),
    )
    const isPublic = evidenceVisibility === 'public'
    // Whoever says that everybody agrees says who holds the consent.
    expect(may).toEqual([false, isPublic, false, false, false])
    const heldBy = (evidenceConsentHeldBy: Answer) =>
      mayBePublic({
        ...(evidenceVisibility && { evidenceVisibility }),
        evidenceConsent: 'everybody-agrees',
        evidenceConsentHeldBy,
      })
    expect([heldBy('The office'), heldBy({ doesNotApply: 'No' })]).toEqual([isPublic, false])
  })
})

it('asks for findings, goals and plan of who says that they can be read here', () => {
  const here = { publicisedWhere: 'this-site' }
  expect(missingFromPublicPage(here, [])).toEqual(['findings', 'goals', 'plan'])
  expect(missingFromPublicPage(here, ['plan', 'awards', 'findings'])).toEqual(['goals'])
  expect(missingFromPublicPage(here, ['goals', 'plan', 'findings'])).toEqual([])
  for (const elsewhere of [{ publicisedWhere: 'own-page' }, {}])
    expect(missingFromPublicPage(elsewhere, [])).toEqual([])
})

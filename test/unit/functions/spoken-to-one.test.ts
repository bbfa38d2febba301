// Who applies alone is spoken to as one person: in questions, options, hints, reasons and messages, and on the pages made of them.
import { parse } from 'node-html-parser'
import { describe, expect, it } from 'vitest'
import { answersList } from '../../../functions/web/answers.ts'
import { noFiles } from '../../../functions/web/file-list.ts'
import { messageFor, renderFields } from '../../../functions/web/form.ts'
import { organisationPage } from '../../../functions/web/organisation.ts'
import { whatChangedPage } from '../../../functions/web/what-changed.ts'
import { entriesOf } from '../../../workflows/fields.ts'
import { type PlainField, sectionsFor, stepsOf } from '../../../workflows/model.ts'
import { newest } from '../../../workflows/released/index.ts'
import { reasonFor, reasonsToOne } from '../../../workflows/words/definition/reasons.ts'
import { optionalWordFor, parts, wordFor } from '../../../workflows/words.ts'

const sections = stepsOf(newest).flatMap((step) => sectionsFor(step, true))
const all = sections.flatMap((section) => [...section.fields, ...(entriesOf(section)?.fields ?? [])])
const plain = all.filter((field): field is PlainField => field.kind !== 'entries')
const words: Readonly<Record<string, string>> = Object.assign({}, ...parts)
const textOf = (html: string) => parse(html).text.replace(/\s+/g, ' ')

/** In these, “we” is the team of the mark. */
const ofTheTeam = ['field.secondName', 'field.accessNeeds', 'field.newsWanted']

/** What one person is asked and offered: “we” would be somebody else. */
const asked = all.flatMap((field): [string, string][] => {
  const ids = [
    `field.${field.id}`,
    `field.${field.id}.yes`,
    ...('options' in field ? field.options.map((option) => `field.${field.id}.${option}`) : []),
  ]
  return ids.map((id) => [id, optionalWordFor(true, id) ?? ''])
})
const told = all.flatMap(({ id }): [string, string][] => [
  [`field.${id}.hint`, optionalWordFor(true, `field.${id}.hint`) ?? ''],
  [`field.${id}.missing`, optionalWordFor(true, `field.${id}.missing`) ?? ''],
  [`reason.${id}`, reasonFor(id, true) ?? ''],
])

describe('an individual', () => {
  it('is asked nothing as if they were many', () => {
    expect(asked.length).toBeGreaterThan(100)
    const many = /\b(we|us|ours?|your (own )?people)\b|everybody know/i
    expect(asked.filter(([, text]) => many.test(text)).map(([id]) => id)).toEqual(ofTheTeam)
  })

  it('is told nothing of leaders, of an organisation of theirs, or of what to do if they were one', () => {
    const ofMany =
      /your (own )?(people|organisation|leaders|staff|board)|applies? as an individual|everyone is asked/i
    const wrong = told.filter(([, text]) => ofMany.test(text) || /if you apply as/i.test(text))
    expect(wrong).toEqual([])
  })

  it('is asked for nobody’s signature but their own', () => {
    expect(plain.map(({ id }) => id)).not.toContain('signedOffBy')
    expect(
      sectionsFor(stepsOf(newest).at(-1)!, false).flatMap(({ fields }) => fields.map(({ id }) => id)),
    ).toContain('signedOffBy')
  })

  it('has these words in forms, in messages, and where answers are read', () => {
    const form = (individual: boolean) => textOf(renderFields(plain, {}, {}, { ...noFiles, individual }).html)
    for (const text of ['What did you find about yourself', 'I do not know', 'I commit to the three aims']) {
      expect(form(true)).toContain(text)
      expect(form(false)).not.toContain(text)
    }
    expect(messageFor('peopleFound', { code: 'missing' }, true)).toBe('Enter what you found about yourself')
    expect(messageFor('peopleFound', { code: 'missing' })).toBe('Enter what you found about your people')
    const answers = { peopleFound: 'I seldom ask.', viewReflect: 'do-not-know', commitmentDeclared: 'yes' }
    const read = textOf(answersList(sections, answers, { ...noFiles, individual: true }).html)
    for (const text of ['about yourself', 'I do not know', 'I commit']) expect(read).toContain(text)
  })

  it('has each of these words beside one for many, which says something else', () => {
    const ids = Object.keys(words).filter((id) => id.endsWith('.to-one'))
    expect(ids.length).toBeGreaterThan(40)
    for (const id of ids) expect(words[id], id).not.toBe(words[id.replace(/\.to-one$/, '')] ?? words[id])
    for (const id of Object.keys(reasonsToOne)) expect(reasonFor(id, true), id).not.toBe(reasonFor(id))
    // The name of an option is not mistaken for what is said to one person.
    expect(wordFor(true, 'field.applyingAs')).toBe('What are you applying as?')
  })
})

describe('the public page of an individual', () => {
  const page = (individual: boolean, name?: string) =>
    textOf(
      organisationPage(
        {
          page: {
            journey: 'j',
            individual,
            name: individual ? undefined : 'Northcote Hall',
            about: {},
            shows: ['findings', 'goals', 'plan', 'updates'],
            copies: { findings: { peopleFound: 'P', strengths: 'S' }, goals: {}, plan: {} },
            publishedAt: '2027-01-04T10:00:00Z',
            by: 'lead',
          },
          ideas: [],
          awards: [],
          pledges: [],
          name,
        },
        {
          contact: { name: 'N', address: 'ccqm@leeds.example', telephone: '0113', handle: '@', hashtags: [] },
        },
      ).body.html,
    )

  it('speaks of one person, and names nobody who has not chosen it', () => {
    expect(page(true)).toContain('As they published it on 4 January 2027.')
    expect(page(true, 'Noor Example')).toContain('As Noor Example published it')
    for (const text of [
      'What I found',
      'About myself',
      'What I am good at',
      'What I want to improve',
      'My plan',
    ])
      expect(page(true)).toContain(text)
    expect(page(true)).not.toMatch(/\b[Ww]e\b|\b[Oo]ur\b/)
    expect(page(false)).toContain('As Northcote Hall published it')
    expect(page(false)).toContain('Our plan')
  })
})

it('lets an individual print what has changed as their own', () => {
  const page = (individual: boolean) =>
    textOf(
      whatChangedPage({
        journey: 'j',
        individual,
        level: 'bronze',
        isAwarded: false,
        organisationName: 'Noor Example',
        onBehalf: undefined,
        distance: { found: [], areas: [] },
        impact: 'I ask now.',
        next: undefined,
      }).body.html,
    )
  expect(page(true)).toContain('On my way')
  expect(page(true)).toContain('My story')
  expect(page(false)).toContain('On our way')
})

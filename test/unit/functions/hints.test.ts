// Who meets a question alone on a phone is told what to write: in a hint, or the question and its options say it all.
import { parse } from 'node-html-parser'
import { describe, expect, it } from 'vitest'
import { noFiles } from '../../../functions/web/file-list.ts'
import { renderFields } from '../../../functions/web/form.ts'
import { areasOfChange } from '../../../workflows/areas-of-change.ts'
import { entriesOf } from '../../../workflows/fields.ts'
import type { PlainField } from '../../../workflows/model.ts'
import { stepsOf } from '../../../workflows/model.ts'
import { newest } from '../../../workflows/released/index.ts'
import { statements, viewField } from '../../../workflows/self-evaluation.ts'
import { optionalWord } from '../../../workflows/words.ts'

const sections = stepsOf(newest).flatMap((step) => step.sections)
const fields = sections.flatMap(
  (section) => (entriesOf(section)?.fields ?? section.fields) as readonly PlainField[],
)

/** Questions that need no hint, and why. */
const sayItAll: Readonly<Record<string, readonly string[]>> = {
  'each option says what it is': [
    ...['applyingAs', 'organisationType', 'language', 'heardFrom', 'inAppraisal', 'inInduction'],
    ...['teamMethod', 'groupWho', 'actionStatus', 'sessionFormat', 'trainingProvider', 'evidenceKind'],
    'meetingPreference',
  ],
  'what is declared stands beside the tick': ['awareItIsPersonal', 'awareOfHow'],
  'everybody knows their own name': ['contactName'],
  'the number above has the hint': [
    ...['peopleStaff', 'peopleVolunteers', 'peopleGovernors', 'peopleMembers', 'teamPeople'],
  ],
  'the person above has the hint': ['secondRole', 'sponsorRole', 'secondSignatoryRole'],
  'it is a statement, and one’s view of it': statements.map(viewField),
}

describe('a hint', () => {
  const alone = (field: PlainField) =>
    parse(
      renderFields([field], {}, {}, { ...noFiles, referable: { action: [{ id: 'a', title: 'A' }] } }).html,
    )
  /** Of what to write; how long it may be is no help by itself. */
  const hintOf = (field: PlainField) =>
    alone(field)
      .querySelector(`#${field.id}-hint`)
      ?.text.replace(/You can write up to \d+ words\./, '')
      .trim() || undefined
  const without = fields.filter((field) => hintOf(field) === undefined).map(({ id }) => id)

  it('stands beside every question that does not say it all, and no other is excused', () => {
    expect(fields.length).toBeGreaterThan(140)
    expect(without.toSorted()).toEqual(Object.values(sayItAll).flat().toSorted())
  })

  it('is short: two or three lines of a phone', () => {
    const long = fields.filter((field) => (optionalWord(`field.${field.id}.hint`) ?? '').length > 220)
    expect(long.map(({ id }) => id)).toEqual([])
  })

  it('says of words that everybody may read to leave names out', () => {
    for (const id of ['evidenceTitle', 'evidenceChanged', 'evidenceWhat', 'evidenceSaid', 'evidenceInvolved'])
      expect(optionalWord(`field.${id}.hint`), id).toMatch(/names/)
  })
})

it('says what each area of change is wherever one is chosen', () => {
  const chosen = fields.filter((field) => 'options' in field && field.options.join() === areasOfChange.join())
  expect(chosen.map(({ id }) => id)).toEqual(['improvementArea', 'actionArea', 'evidenceAreas'])
  for (const field of chosen) {
    const root = parse(renderFields([field], {}, {}).html)
    const inputs = root.querySelectorAll(`input[name=${field.id}]`)
    const hints = inputs.map(
      (input) => root.querySelector(`#${input.getAttribute('aria-describedby')}`)?.text,
    )
    expect(new Set(hints.filter(Boolean)).size, field.id).toBe(areasOfChange.length)
  }
})

it('calls a declaration optional when it is', () => {
  const legend = (id: string) => {
    const field = fields.find((each) => each.id === id)!
    return parse(renderFields([field], {}, {}).html).querySelector('legend')!.text
  }
  expect(legend('linksLookedAt')).toMatch(/\(optional\)$/)
  expect(legend('newsWanted')).toMatch(/\(optional\)$/)
  expect(legend('validationRequested')).not.toContain('optional')
})

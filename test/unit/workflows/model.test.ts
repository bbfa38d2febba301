// A definition is refused with the place and the kind of its mistake, and a good one is plain data under its own hash.
import { describe, expect, it } from 'vitest'
import { defineJourney, definitionId } from '../../../workflows/define-journey.ts'
import { journey } from '../../../workflows/journey.ts'
import { type Field, type Section, type Step, stepsOf, waitsOf } from '../../../workflows/model.ts'
import { released } from '../../../workflows/released/index.ts'

const step = (id: string, more: Partial<Step> = {}): Step => ({
  id,
  sections: [],
  remindAfterDays: [14],
  ...more,
})
const good = (): Parameters<typeof defineJourney>[0] => ({
  levels: ['bronze'],
  phases: [
    { id: 'first', steps: [step('begin')], endsWith: 'check' },
    { id: 'last', steps: [step('end')], endsWith: 'validation' },
  ],
})
const withStep = (changed: Step) => {
  const definition = good()
  return { ...definition, phases: [{ ...definition.phases[0]!, steps: [changed] }, definition.phases[1]!] }
}
const field: Field = { id: 'name', kind: 'text', required: true, maxLength: 10 }
const section: Section = { id: 'one', about: 'organisation', fields: [field] }
const optional = { ...field, required: false }
const pick: Field = { id: 'pick', kind: 'choice', required: false, options: ['a', 'b'] }
const withFields = (...fields: Field[]) => withStep(step('begin', { sections: [{ ...section, fields }] }))

describe('defineJourney', () => {
  it('gives plain JSON data and an id made of the content', () => {
    const definition = defineJourney(good())
    expect(JSON.parse(JSON.stringify(definition))).toEqual(definition)
    expect(definition.id).toMatch(/^[0-9a-f]{10}$/)
    expect(defineJourney({ ...good(), levels: ['silver'] }).id).not.toBe(definition.id)
  })

  it.each([
    ['no phases', { ...good(), phases: [] }, /phases/],
    ['a level twice', { ...good(), levels: ['bronze', 'bronze'] }, /levels: "bronze" stands twice/],
    ['a step twice', withStep(step('end')), /"end" stands twice/],
    ['a step named like a phase', withStep(step('last')), /"last" stands twice/],
    ['a name that is taken', withStep(step('issue-award')), /issue-award: this name is taken/],
    ['an id that is no id', withStep(step('Begin Here')), /phases\.0\.steps\.0\.id/],
    [
      'days that do not rise',
      withStep(step('begin', { remindAfterDays: [14, 14] })),
      /begin\.remindAfterDays/,
    ],
    ['days below one', withStep(step('begin', { remindAfterDays: [0] })), /remindAfterDays/],
    [
      'a section twice',
      withStep(step('begin', { sections: [section, { ...section, fields: [{ ...field, id: 'other' }] }] })),
      /section "one" stands twice/,
    ],
    [
      'a field twice',
      withStep(step('begin', { sections: [{ ...section, fields: [field, field] }] })),
      /field "name" stands twice/,
    ],
    [
      'an option twice',
      withStep(
        step('begin', {
          sections: [
            { ...section, fields: [{ id: 'pick', kind: 'choice', required: true, options: ['a', 'a'] }] },
          ],
        }),
      ),
      /option "a" stands twice/,
    ],
    [
      'min above max',
      withStep(
        step('begin', {
          sections: [
            { ...section, fields: [{ id: 'count', kind: 'number', required: true, min: 2, max: 1 }] },
          ],
        }),
      ),
      /min is above max/,
    ],
    [
      'a condition on no field beside it',
      withFields({ ...optional, requiredWhen: { field: 'other', is: 'unanswered' } }),
      /begin\.name\.requiredWhen: there is no "other" beside it/,
    ],
    [
      'a condition on its own field',
      withFields({ ...optional, requiredWhen: { field: 'name', is: 'unanswered' } }),
      /there is no "name" beside it/,
    ],
    [
      'a condition on options that are none',
      withFields(pick, { ...optional, requiredWhen: { field: 'pick', is: 'one-of', options: ['c'] } }),
      /"pick" has not all of these options/,
    ],
    [
      'a condition of what is required anyway',
      withFields(pick, { ...field, requiredWhen: { field: 'pick', is: 'unanswered' } }),
      /it is required in any case/,
    ],
    [
      'a title that is none of its fields',
      withFields({ id: 'entry', kind: 'entries', required: true, max: 3, title: 'other', fields: [field] }),
      /begin\.entry: there is no "other" in it to be its title/,
    ],
    [
      'references to what has no entries',
      withFields(field, { id: 'which', kind: 'references', required: false, to: 'name' }),
      /begin\.which: "name" has no entries/,
    ],
    [
      'a section of another step that there is not',
      withStep(step('begin', { alsoShows: [{ step: 'end', section: 'one' }] })),
      /begin\.alsoShows: there is no section "one" in "end"/,
    ],
    [
      'an unknown kind of field',
      withStep(
        step('begin', { sections: [{ ...section, fields: [{ ...field, kind: 'colour' } as never] }] }),
      ),
      /fields\.0/,
    ],
    [
      'a last phase with a check',
      { ...good(), phases: [good().phases[0]!, { ...good().phases[1]!, endsWith: 'check' as const }] },
      /last: the last phase ends with the validation/,
    ],
    [
      'an early validation',
      { ...good(), phases: [{ ...good().phases[0]!, endsWith: 'validation' as const }, good().phases[1]!] },
      /first: only the last phase/,
    ],
  ])('refuses %s, naming it', (_, definition, message) => {
    expect(() => defineJourney(definition)).toThrow(message)
  })
})

describe('the quality mark', () => {
  it('has three phases, seven steps and four levels (brochure, How does it work?)', () => {
    expect(journey.phases.map(({ id }) => id)).toEqual(['foundation', 'developing', 'achieving'])
    expect(journey.phases.map(({ steps }) => steps.length)).toEqual([3, 2, 2])
    expect(journey.levels).toEqual(['bronze', 'silver', 'gold', 'excellence'])
    expect(stepsOf(journey)).toHaveLength(7)
    expect(waitsOf(journey)).toHaveLength(10)
  })

  it('has released definitions that were not changed since, the newest being the one in the code', () => {
    expect(released.length).toBeGreaterThan(0)
    for (const definition of released) expect(definitionId(definition)).toBe(definition.id)
    expect(released.at(-1)).toEqual(journey)
  })
})

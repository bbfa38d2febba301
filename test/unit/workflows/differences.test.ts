// What somebody is told of two definitions before they move a journey from one to the other.
import { describe, expect, it } from 'vitest'
import { defineJourney } from '../../../workflows/define-journey.ts'
import { differencesOf } from '../../../workflows/differences.ts'
import { journey } from '../../../workflows/journey.ts'
import type { Field, JourneyDefinition, Step } from '../../../workflows/model.ts'

/** The journey with each step as `change` makes it; a step that it makes nothing of is gone. */
function changed(change: (step: Step) => readonly Step[]): JourneyDefinition {
  const phases = journey.phases.map((phase) => ({ ...phase, steps: phase.steps.flatMap(change) }))
  return defineJourney({ levels: journey.levels, phases })
}
const inStep = (id: string, change: (step: Step) => Step) =>
  changed((step) => [step.id === id ? change(step) : step])
const inFields = (step: string, change: (fields: readonly Field[]) => readonly Field[]) =>
  inStep(step, (of) => ({
    ...of,
    sections: of.sections.map((section, at) =>
      at === 0 ? { ...section, fields: [...change(section.fields)] } : section,
    ),
  }))
const nothing = { newSteps: [], goneSteps: [], changedSteps: [], reordered: false }
const same = { newFields: [], goneFields: [], changedFields: [], otherReminders: false }

describe('differencesOf', () => {
  it('has nothing to say of a definition and itself', () => {
    expect(differencesOf(journey, journey)).toEqual(nothing)
  })

  it('names steps that are new or gone, and says when they come in another order', () => {
    const extra = { id: 'extra-step', sections: [], remindAfterDays: [] }
    const after = changed((step) =>
      step.id === 'raising-awareness' ? [] : step.id === 'positive-action' ? [extra, step] : [step],
    )
    expect(differencesOf(journey, after)).toEqual({
      ...nothing,
      newSteps: ['extra-step'],
      goneSteps: ['raising-awareness'],
    })
    const [foundation, ...rest] = journey.phases
    const turned = defineJourney({
      levels: journey.levels,
      phases: [{ ...foundation!, steps: foundation!.steps.toReversed() }, ...rest],
    })
    expect(differencesOf(journey, turned)).toEqual({ ...nothing, reordered: true })
  })

  it('names questions that are new, gone, or asked in another way', () => {
    const after = inFields('registration', ([_, ...others]) => [
      { id: 'motto', kind: 'text', required: false, maxLength: 50 },
      ...others.map((field) =>
        field.id === 'applyingAs' ? ({ ...field, required: false } as Field) : field,
      ),
    ])
    const first = journey.phases[0]!.steps[0]!.sections[0]!.fields[0]!.id
    expect(differencesOf(journey, after).changedSteps).toEqual([
      {
        ...same,
        step: 'registration',
        newFields: ['motto'],
        goneFields: [first],
        changedFields: ['applyingAs'],
      },
    ])
  })

  it('looks into entries, and does not call the entries themselves changed for that', () => {
    const after = inFields('raising-awareness', ([entries]) => {
      if (entries?.kind !== 'entries') throw new Error('The step begins with entries')
      return [{ ...entries, fields: entries.fields.slice(1) }]
    })
    expect(differencesOf(journey, after).changedSteps).toEqual([
      { ...same, step: 'raising-awareness', goneFields: ['activityOn'] },
    ])
  })

  it('says that reminders come after other days', () => {
    const after = inStep('positive-action', (step) => ({ ...step, remindAfterDays: [7] }))
    expect(differencesOf(journey, after).changedSteps).toEqual([
      { ...same, step: 'positive-action', otherReminders: true },
    ])
  })
})

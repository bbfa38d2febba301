// What is different between two definitions of the mark, for somebody who would move a journey from one to the other.
import { type Field, type JourneyDefinition, type Step, stepsOf } from './model.ts'

/** All by id. */
export interface Differences {
  readonly newSteps: readonly string[]
  readonly goneSteps: readonly string[]
  /** Steps of both that are not the same, in their new order. */
  readonly changedSteps: readonly StepDifferences[]
  /** The steps of both come in another order. */
  readonly reordered: boolean
}

export interface StepDifferences {
  readonly step: string
  readonly newFields: readonly string[]
  readonly goneFields: readonly string[]
  /** Asked in another way: other options, another limit, or required now and not before. */
  readonly changedFields: readonly string[]
  readonly otherReminders: boolean
}

export function differencesOf(before: JourneyDefinition, after: JourneyDefinition): Differences {
  const [old, now] = [stepsOf(before), stepsOf(after)]
  const kept = now.flatMap((step) => {
    const known = old.find(({ id }) => id === step.id)
    return known ? [{ known, step }] : []
  })
  const keptIds = kept.map(({ step }) => step.id)
  return {
    newSteps: without(idsOf(now), idsOf(old)),
    goneSteps: without(idsOf(old), idsOf(now)),
    changedSteps: kept.map(({ known, step }) => stepDifferences(known, step)).filter(isDifferent),
    reordered:
      idsOf(old)
        .filter((id) => keptIds.includes(id))
        .join() !== keptIds.join(),
  }
}

function stepDifferences(before: Step, after: Step): StepDifferences {
  const [old, now] = [fieldsOf(before), fieldsOf(after)]
  return {
    step: after.id,
    newFields: without(idsOf(now), idsOf(old)),
    goneFields: without(idsOf(old), idsOf(now)),
    changedFields: now.flatMap((field) => {
      const known = old.find(({ id }) => id === field.id)
      return known && asked(known) !== asked(field) ? [field.id] : []
    }),
    otherReminders: before.remindAfterDays.join() !== after.remindAfterDays.join(),
  }
}

function isDifferent({ newFields, goneFields, changedFields, otherReminders }: StepDifferences): boolean {
  return otherReminders || [newFields, goneFields, changedFields].some(({ length }) => length > 0)
}

/** Those of an entry stand beside the others: to a reader each is a question. */
function fieldsOf({ sections }: Step): readonly Field[] {
  return sections
    .flatMap(({ fields }) => fields)
    .flatMap((field) => (field.kind === 'entries' ? [field, ...field.fields] : [field]))
}

/** How a field is asked, as text to compare, without the fields of its entries. */
function asked(field: Field): string {
  return JSON.stringify(field.kind === 'entries' ? { ...field, fields: [] } : field)
}

function idsOf(all: readonly { readonly id: string }[]): readonly string[] {
  return all.map(({ id }) => id)
}

function without(ids: readonly string[], others: readonly string[]): readonly string[] {
  return ids.filter((id) => !others.includes(id))
}

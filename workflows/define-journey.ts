// What a definition of the mark may hold, and defineJourney(), which refuses a bad one. Nothing that runs in a Lambda needs it.
import { createHash } from 'node:crypto'
import * as z from 'zod/mini'
import { type JourneyDefinition, stepsOf, waitsOf } from './model.ts'

const Id = z
  .string()
  .check(z.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'must be words in lower case joined by hyphens'))
const FieldId = z.string().check(z.regex(/^[a-z][A-Za-z0-9]*$/, 'must be one camelCase word'))
const Count = z.int().check(z.positive())

/** Makes a question that would help into one that must be answered: by what another one beside it was answered, or was not. */
const Condition = z.discriminatedUnion('is', [
  z.strictObject({ field: FieldId, is: z.literal('one-of'), options: z.array(Id).check(z.minLength(1)) }),
  z.strictObject({ field: FieldId, is: z.literal('unanswered') }),
])
export type Condition = z.infer<typeof Condition>

const every = { id: FieldId, required: z.boolean(), requiredWhen: z.optional(Condition) }

const plainFields = [
  z.strictObject({ ...every, kind: z.literal('text'), maxLength: Count }),
  z.strictObject({
    ...every,
    kind: z.literal('long-text'),
    maxWords: Count,
    /** In characters, where that is what counts. */
    maxLength: z.optional(Count),
  }),
  z.strictObject({ ...every, kind: z.literal('choice'), options: z.array(Id).check(z.minLength(2)) }),
  z.strictObject({ ...every, kind: z.literal('choices'), options: z.array(Id).check(z.minLength(2)) }),
  z.strictObject({ ...every, kind: z.literal('number'), min: z.int(), max: z.int() }),
  z.strictObject({ ...every, kind: z.literal('email') }),
  z.strictObject({ ...every, kind: z.literal('telephone') }),
  z.strictObject({ ...every, kind: z.literal('url') }),
  z.strictObject({ ...every, kind: z.literal('postcode') }),
  /** A day. `past` = it cannot lie in the future; any other is planned, and one that has passed is warned of. */
  z.strictObject({ ...every, kind: z.literal('date'), past: z.boolean() }),
  /** Something that is declared by ticking it. */
  z.strictObject({ ...every, kind: z.literal('declaration') }),
  /** Photos and documents, each sent by itself and checked before anybody can open it. */
  z.strictObject({ ...every, kind: z.literal('file'), max: Count }),
  /** Some of the entries that were given to another field of the journey, such as the actions of the plan, by their ids. */
  z.strictObject({ ...every, kind: z.literal('references'), to: FieldId }),
] as const
const PlainField = z.discriminatedUnion('kind', plainFields)

const Field = z.discriminatedUnion('kind', [
  ...plainFields,
  /**
   * The same questions again and again, such as a diary: from none or one (required) to `max`. `title` is the one of them by
   * whose answer an entry is told from the others.
   */
  z.strictObject({
    ...every,
    kind: z.literal('entries'),
    max: Count,
    title: z.optional(FieldId),
    fields: z.array(PlainField).check(z.minLength(1)),
  }),
])
export type Field = z.infer<typeof Field>
export type PlainField = z.infer<typeof PlainField>
export type FieldKind = Field['kind']

const Section = z.strictObject({
  id: Id,
  /**
   * The organisation's answers are kept in the submission. The contact's own are given to register and kept with the person.
   * What is told of other contacts stays in a draft that no round ends, so that it can be corrected and erased.
   */
  about: z.enum(['organisation', 'contact', 'contacts']),
  /** Asked to register interest, before there is a journey. */
  registers: z.optional(z.literal(true)),
  /** Whom it is asked of; everybody when it does not say. */
  askedOf: z.optional(z.enum(['organisations', 'individuals'])),
  /** A record of what goes on: it takes drafts after its step was handed in too, which what was handed in knows nothing of. */
  goesOn: z.optional(z.literal(true)),
  fields: z.array(Field).check(z.minLength(1)),
})
export type Section = z.infer<typeof Section>

const Step = z.strictObject({
  id: Id,
  sections: z.array(Section),
  /** Sections of other steps that can be filled in from here too. */
  alsoShows: z.optional(z.array(z.strictObject({ step: Id, section: Id }))),
  /** Days of waiting for this step after which the lead is reminded, rising. */
  remindAfterDays: z.array(Count),
})
export type Step = z.infer<typeof Step>

const Phase = z.strictObject({
  id: Id,
  steps: z.array(Step).check(z.minLength(1)),
  /** Who looks at the phase before the journey goes on: the team's check, or the validation that decides the award. */
  endsWith: z.enum(['check', 'validation']),
})
export type Phase = z.infer<typeof Phase>

const Journey = z.strictObject({
  levels: z.array(Id).check(z.minLength(1)),
  phases: z.array(Phase).check(z.minLength(1)),
})
export type Journey = z.infer<typeof Journey>

/** Names a state machine or the program has already; a step that took one would shadow it. */
const reserved = [
  'resume',
  'issue-award',
  'superseded',
  'unknown-step',
  'confirmation',
  'complete',
  'constructor',
]

/**
 * Checks a definition and gives it its id.
 * Throws an Error that lists every mistake by its place; a definition is code, so a mistake is never a user's.
 */
export function defineJourney(journey: Journey): JourneyDefinition {
  const parsed = Journey.safeParse(journey)
  const mistakes = parsed.success
    ? structuralMistakes(parsed.data)
    : parsed.error.issues.map((issue) => `${issue.path.join('.') || 'journey'}: ${issue.message}`)
  if (mistakes.length > 0) throw new Error(`The journey's definition is wrong:\n- ${mistakes.join('\n- ')}`)
  return { id: definitionId(journey), ...journey }
}

/** The first 10 hex digits of the SHA-256 of the definition's JSON without its id. */
export function definitionId({ levels, phases }: Pick<JourneyDefinition, 'levels' | 'phases'>): string {
  return createHash('sha256').update(JSON.stringify({ levels, phases })).digest('hex').slice(0, 10)
}

function structuralMistakes(journey: Journey): string[] {
  const steps = stepsOf(journey)
  const mistakes = [
    ...repeated(journey.levels).map((id) => `levels: "${id}" stands twice`),
    ...repeated([...waitsOf(journey).map((wait) => wait.id), ...journey.phases.map((phase) => phase.id)]).map(
      (id) => `phases: "${id}" stands twice among phases, steps and checks`,
    ),
    ...steps.filter((step) => reserved.includes(step.id)).map((step) => `${step.id}: this name is taken`),
    ...journey.phases.flatMap((phase, at) => {
      const last = at === journey.phases.length - 1
      if (last && phase.endsWith === 'check') return [`${phase.id}: the last phase ends with the validation`]
      if (!last && phase.endsWith === 'validation')
        return [`${phase.id}: only the last phase ends with the validation`]
      return []
    }),
  ]
  for (const step of steps) {
    if (step.remindAfterDays.some((days, i) => i > 0 && days <= step.remindAfterDays[i - 1]!)) {
      mistakes.push(`${step.id}.remindAfterDays: the days must rise`)
    }
    mistakes.push(
      ...repeated(step.sections.map((section) => section.id)).map(
        (id) => `${step.id}: section "${id}" stands twice`,
      ),
    )
    const fields = step.sections.flatMap((section) => section.fields).flatMap(withInner)
    mistakes.push(
      ...step.sections
        .filter(({ fields }) => fields.length > 1 && fields.some(({ kind }) => kind === 'entries'))
        .map(({ id }) => `${step.id}: section "${id}" has entries, so it can have nothing else`),
    )
    mistakes.push(
      ...repeated(fields.map((field) => field.id)).map((id) => `${step.id}: field "${id}" stands twice`),
    )
    for (const section of step.sections) mistakes.push(...conditionMistakes(step, section))
    for (const field of fields) {
      if (field.kind !== 'entries' || field.title === undefined) continue
      const known = field.fields.some(({ id }) => id === field.title)
      if (!known) mistakes.push(`${step.id}.${field.id}: there is no "${field.title}" in it to be its title`)
    }
    for (const { step: other, section } of step.alsoShows ?? []) {
      const known = steps.find(({ id }) => id === other)?.sections.some(({ id }) => id === section)
      if (!known) mistakes.push(`${step.id}.alsoShows: there is no section "${section}" in "${other}"`)
    }
    for (const field of fields) {
      if (field.kind === 'references' && !isEntries(steps, field.to)) {
        mistakes.push(`${step.id}.${field.id}: "${field.to}" has no entries`)
      }
      if ('options' in field) {
        mistakes.push(
          ...repeated(field.options).map((id) => `${step.id}.${field.id}: option "${id}" stands twice`),
        )
      }
      if (field.kind === 'number' && field.min > field.max)
        mistakes.push(`${step.id}.${field.id}: min is above max`)
    }
  }
  return mistakes
}

/** A condition names a field beside its own, and options that it has. */
function conditionMistakes(step: Step, section: Section): string[] {
  return section.fields.flatMap((field) => {
    const beside = field.kind === 'entries' ? field.fields : section.fields
    return beside.flatMap(({ id, required, requiredWhen }) => {
      if (!requiredWhen) return []
      const other = beside.find((each) => each.id === requiredWhen.field && each.id !== id)
      const place = `${step.id}.${id}.requiredWhen`
      if (required) return [`${place}: it is required in any case`]
      if (!other) return [`${place}: there is no "${requiredWhen.field}" beside it`]
      const options = 'options' in other ? other.options : []
      if (requiredWhen.is === 'one-of' && !requiredWhen.options.every((option) => options.includes(option)))
        return [`${place}: "${other.id}" has not all of these options`]
      return []
    })
  })
}

function isEntries(steps: readonly Step[], id: string): boolean {
  const fields = steps.flatMap(({ sections }) => sections).flatMap(({ fields }) => fields)
  return fields.some((field) => field.kind === 'entries' && field.id === id)
}

function withInner(field: Field): Field[] {
  return field.kind === 'entries' ? [field, ...field.fields] : [field]
}

function repeated(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))]
}

// What a journey is made of: levels, phases, steps, sections, fields; defineJourney() refuses a bad one.
import { createHash } from 'node:crypto'
import * as z from 'zod/mini'

const Id = z
  .string()
  .check(z.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'must be words in lower case joined by hyphens'))
const FieldId = z.string().check(z.regex(/^[a-z][A-Za-z0-9]*$/, 'must be one camelCase word'))
const Count = z.int().check(z.positive())

const every = { id: FieldId, required: z.boolean() }

const plainFields = [
  z.strictObject({ ...every, kind: z.literal('text'), maxLength: Count }),
  z.strictObject({ ...every, kind: z.literal('long-text'), maxWords: Count }),
  z.strictObject({ ...every, kind: z.literal('choice'), options: z.array(Id).check(z.minLength(2)) }),
  z.strictObject({ ...every, kind: z.literal('choices'), options: z.array(Id).check(z.minLength(2)) }),
  z.strictObject({ ...every, kind: z.literal('number'), min: z.int(), max: z.int() }),
  z.strictObject({ ...every, kind: z.literal('email') }),
  z.strictObject({ ...every, kind: z.literal('telephone') }),
  z.strictObject({ ...every, kind: z.literal('url') }),
  z.strictObject({ ...every, kind: z.literal('postcode') }),
  /** A day. `past` = it cannot lie in the future. */
  z.strictObject({ ...every, kind: z.literal('date'), past: z.boolean() }),
  /** Something that is declared by ticking it. */
  z.strictObject({ ...every, kind: z.literal('declaration') }),
  /** Photos and documents, each sent by itself and checked before anybody can open it. */
  z.strictObject({ ...every, kind: z.literal('file'), max: Count }),
] as const
const PlainField = z.discriminatedUnion('kind', plainFields)

const Field = z.discriminatedUnion('kind', [
  ...plainFields,
  /** The same questions again and again, such as a diary: from none or one (required) to `max`. */
  z.strictObject({
    ...every,
    kind: z.literal('entries'),
    max: Count,
    fields: z.array(PlainField).check(z.minLength(1)),
  }),
])
export type Field = z.infer<typeof Field>
export type PlainField = z.infer<typeof PlainField>
export type FieldKind = Field['kind']

const Section = z.strictObject({
  id: Id,
  /** A contact's answers are kept with the person, where they can be erased; the others in the submission. */
  about: z.enum(['organisation', 'contact']),
  fields: z.array(Field).check(z.minLength(1)),
})
export type Section = z.infer<typeof Section>

const Step = z.strictObject({
  id: Id,
  sections: z.array(Section),
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
type Journey = z.infer<typeof Journey>

/** Plain JSON data. The id is derived from the content, so a definition cannot change under its name. */
export type JourneyDefinition = Readonly<Journey> & { readonly id: string }

/** One place where an execution waits for a person. */
export type Wait =
  | { readonly id: string; readonly kind: 'step'; readonly step: Step; readonly phase: Phase }
  | { readonly id: string; readonly kind: 'check' | 'validation'; readonly phase: Phase }

/** The waits of a round in their order: each phase's steps, then what ends the phase. Worked out once a definition. */
export function waitsOf(definition: Pick<JourneyDefinition, 'phases'>): readonly Wait[] {
  const known = waits.get(definition.phases)
  if (known) return known
  const found = definition.phases.flatMap((phase): Wait[] => [
    ...phase.steps.map((step) => ({ id: step.id, kind: 'step' as const, step, phase })),
    { id: phase.endsWith === 'check' ? `${phase.id}-check` : 'validation', kind: phase.endsWith, phase },
  ])
  waits.set(definition.phases, found)
  return found
}

const waits = new WeakMap<JourneyDefinition['phases'], readonly Wait[]>()

export function stepsOf(definition: Pick<JourneyDefinition, 'phases'>): readonly Step[] {
  return definition.phases.flatMap((phase) => phase.steps)
}

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
    for (const field of fields) {
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

function withInner(field: Field): Field[] {
  return field.kind === 'entries' ? [field, ...field.fields] : [field]
}

function repeated(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))]
}

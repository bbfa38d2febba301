// What a journey is made of: levels, phases, steps, sections, fields.
import type { Journey, Phase, Section, Step } from './define-journey.ts'

export type {
  Condition,
  Field,
  FieldKind,
  Phase,
  PlainField,
  Section,
  Step,
} from './define-journey.ts'

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

/** What is asked of an individual, or of everybody else. */
export function sectionsFor(step: Pick<Step, 'sections'>, individual: boolean): readonly Section[] {
  const other = individual ? 'organisations' : 'individuals'
  return step.sections.filter(({ askedOf }) => askedOf !== other)
}

export function stepsOf(definition: Pick<JourneyDefinition, 'phases'>): readonly Step[] {
  return definition.phases.flatMap((phase) => phase.steps)
}

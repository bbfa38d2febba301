// Who applies: an individual takes the same steps as an organisation, with fewer questions (domain.md 3.11).
import type { Answers } from './fields.ts'
import { type JourneyDefinition, stepsOf } from './model.ts'

/** One person who applies for themselves. */
export function isIndividual({ applyingAs }: Answers): boolean {
  return applyingAs === 'individual'
}

/** The last step asks for validation, which a setting can take from individuals; nothing else is taken from them. */
export function asksInVain(
  definition: Pick<JourneyDefinition, 'phases'>,
  step: string,
  {
    individual,
    individualsValidated,
  }: { readonly individual: boolean; readonly individualsValidated: boolean },
): boolean {
  return individual && !individualsValidated && step === stepsOf(definition).at(-1)!.id
}

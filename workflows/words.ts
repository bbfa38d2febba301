// The words of the definition by id: titles, labels, hints, options and problems, so that wording changes without changing a definition.
import { fill, layered, type Values } from './words/catalogue.ts'
import { earlierDefinitions } from './words/definition/earlier-definitions.ts'
import { files } from './words/definition/files.ts'
import { names } from './words/definition/names.ts'
import { options, sharedId } from './words/definition/options.ts'
import { personalPledge } from './words/definition/personal-pledge.ts'
import { problems } from './words/definition/problems.ts'
import { behavioursAndStructures } from './words/definition/steps/behaviours-and-structures.ts'
import { commitmentAndPledge } from './words/definition/steps/commitment-and-pledge.ts'
import { demonstrateAndCelebrate } from './words/definition/steps/demonstrate-and-celebrate.ts'
import { positiveAction } from './words/definition/steps/positive-action.ts'
import { raisingAwareness } from './words/definition/steps/raising-awareness.ts'
import { reflectiveTransparency } from './words/definition/steps/reflective-transparency.ts'
import { registration } from './words/definition/steps/registration.ts'
import { views } from './words/definition/views.ts'

/** In parts, by what they are about; an id stands in one of them. */
export const parts: readonly Readonly<Record<string, string>>[] = [
  names,
  registration,
  raisingAwareness,
  commitmentAndPledge,
  personalPledge,
  reflectiveTransparency,
  behavioursAndStructures,
  positiveAction,
  demonstrateAndCelebrate,
  earlierDefinitions,
  options,
  views,
  files,
  problems,
]

/** The word with this id, its {placeholders} filled in. Throws on an id that has none: a word that is missing is a defect. */
export function word(id: string, values: Values = {}): string {
  const text = optionalWord(id)
  if (text === undefined) throw new Error(`There is no word for "${id}" in workflows/words`)
  return fill(text, values)
}

/** In other words for one person than for many, where there are such: they have the id with `.to-one`. */
export function wordFor(individual: boolean | undefined, id: string): string {
  return (individual && optionalWord(`${id}.to-one`)) || word(id)
}

/** The same for what need not be there. */
export function optionalWordFor(individual: boolean | undefined, id: string): string | undefined {
  return (individual && optionalWord(`${id}.to-one`)) || optionalWord(id)
}

/** What a step is about. */
export function stepHint(step: string, individual = false): string | undefined {
  return optionalWordFor(individual, `wait.${step}.hint`)
}

/** For what need not be there, such as a hint. */
export function optionalWord(id: string): string | undefined {
  const own = layered(id) ?? find(id)
  if (own !== undefined) return own
  const shared = sharedId(id)
  return shared === undefined ? undefined : (layered(shared) ?? find(shared))
}

function find(id: string): string | undefined {
  return parts.find((part) => Object.hasOwn(part, id))?.[id]
}

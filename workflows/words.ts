// The words of the definition by id: titles, labels, hints, options and problems, so that wording changes without changing a definition.
import { fill, layered, type Values } from './words/catalogue.ts'
import { earlierDefinitions } from './words/earlier-definitions.ts'
import { files } from './words/files.ts'
import { names } from './words/names.ts'
import { problems } from './words/problems.ts'
import { behavioursAndStructures } from './words/steps/behaviours-and-structures.ts'
import { commitmentAndPledge } from './words/steps/commitment-and-pledge.ts'
import { demonstrateAndCelebrate } from './words/steps/demonstrate-and-celebrate.ts'
import { positiveAction } from './words/steps/positive-action.ts'
import { raisingAwareness } from './words/steps/raising-awareness.ts'
import { reflectiveTransparency } from './words/steps/reflective-transparency.ts'
import { registration } from './words/steps/registration.ts'
import { views } from './words/views.ts'

const parts: readonly Readonly<Record<string, string>>[] = [
  names,
  registration,
  raisingAwareness,
  commitmentAndPledge,
  reflectiveTransparency,
  behavioursAndStructures,
  positiveAction,
  demonstrateAndCelebrate,
  earlierDefinitions,
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

/** For what need not be there, such as a hint. */
export function optionalWord(id: string): string | undefined {
  return layered(id) ?? parts.find((part) => Object.hasOwn(part, id))?.[id]
}

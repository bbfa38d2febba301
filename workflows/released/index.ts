// The definitions that journeys have begun with, oldest first; npm run release adds one, and none is ever changed.
import type { JourneyDefinition } from '../model.ts'
import dc0681ed4a2 from './c0681ed4a2.json' with { type: 'json' }
import d60e257de86 from './60e257de86.json' with { type: 'json' }
import d10df753b53 from './10df753b53.json' with { type: 'json' }
// next import

export const released = [
  dc0681ed4a2,
  d60e257de86,
  d10df753b53,
  // next definition
] as unknown as readonly JourneyDefinition[]

/** What a new journey begins with. */
export const newest = released.at(-1)!

/** Throws on an id that was never released: a stored journey names only released ones. */
export function definitionOf(id: string): JourneyDefinition {
  const definition = released.find((each) => each.id === id)
  if (!definition) throw new Error(`No definition ${id} was released`)
  return definition
}

// Words of the catalogue as HTML: a {placeholder} can be a link, or somebody's own words.
import type { Speaker } from '../../workflows/words/catalogue.ts'
import { type Html, html } from './html.ts'

/** Everything is escaped except what is HTML already. */
export function say<Id extends string>(
  words: Speaker<Id>,
  id: Id,
  values: Readonly<Record<string, Html | string | number>> = {},
): Html {
  const pieces = words.raw(id).split(/\{(\w+)\}/)
  return html`${pieces.map((piece, at) => (at % 2 === 0 ? piece : Object.hasOwn(values, piece) && values[piece]))}`
}

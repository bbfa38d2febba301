// The catalogue of words: each part of it is a function from an id to its text, over which a stored text can lie.

/** Ids such as `hub.next`, with the text that stands instead of ours; stored, so that wording changes without a release. */
export type WordLayer = ReadonlyMap<string, string>

export type Values = Readonly<Record<string, string | number>>

/** Speaks the words of one part of the catalogue, their {placeholders} filled in. */
export interface Speaker<Id extends string> {
  (id: Id, values?: Values): string
  /** The text with its {placeholders} as they are. */
  raw(id: Id): string
  /** By the id under which a layer names it: the part, a dot, the word. */
  readonly words: Readonly<Record<string, string>>
}

let stored: WordLayer = new Map()
let usable: WordLayer = stored

/**
 * What is stored lies over every part from now on. English is the one language now, so there is one layer a process. A text
 * that is empty, or holds a control (it may become a header of an email), lies over nothing.
 */
export function layOver(layer: WordLayer): void {
  if (layer === stored) return
  stored = layer
  usable = new Map([...layer].filter(([, text]) => text.trim() !== '' && !/[\p{Cc}\u2028\u2029]/u.test(text)))
}

export function layered(id: string): string | undefined {
  return usable.get(id)
}

/** One part of the catalogue. A file a page, an email or a kind of thing, so that a bundle has only the words that it says. */
export function catalogue<const Own extends Readonly<Record<string, string>>>(
  part: string,
  own: Own,
): Speaker<keyof Own & string> {
  const raw = (id: keyof Own & string) => layered(`${part}.${id}`) ?? own[id]!
  const speak = (id: keyof Own & string, values: Values = {}) => fill(raw(id), values)
  const words = Object.fromEntries(Object.entries(own).map(([id, text]) => [`${part}.${id}`, text]))
  return Object.assign(speak, { raw, words })
}

/** A {placeholder} without a value is left out. */
export function fill(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : '',
  )
}

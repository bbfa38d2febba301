// What somebody typed, as text that can be kept: the same letters in one form, and nothing in it that cannot be seen.

/** An address as it is stored and compared (lower case), or undefined if it cannot be one that we can write to. */
export function normaliseAddress(typed: string): string | undefined {
  const address = typed.trim().toLowerCase()
  const at = address.lastIndexOf('@')
  if (at < 1) return undefined
  const [local, domain] = [address.slice(0, at), address.slice(at + 1)]
  const usable =
    address.length <= 254 &&
    /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}$/.test(local) &&
    /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/.test(domain) &&
    !/^\.|\.\.|\.$/.test(local)
  return usable ? address : undefined
}

/**
 * NFC, trimmed, line ends as LF, without what other programs put between letters; undefined if there is a control character,
 * one that reorders text (a bidi control), half of a surrogate pair, or a heap of marks, since what is read would not be what
 * was written.
 */
export function clean(value: string, manyLines: boolean): string | undefined {
  if (!value.isWellFormed()) return undefined
  const written = value.replace(pasted, '')
  if (heaped.test(written)) return undefined
  const text = written.replace(/\r\n?/g, '\n').normalize('NFC').trim()
  return deceptive.test(manyLines ? text.replace(/[\n\t]/g, '') : text) ? undefined : text
}

/** Where a word may break, and the mark of a file's beginning: they come along when text is pasted, and mean nothing here. */
const pasted = /[\u00ad\u200b\ufeff]/gu

/**
 * More marks on one letter than any language has (the Stream-Safe Text Format of UAX #15 allows 30). NFC puts them in order in
 * the square of their number: 64,000 took it three seconds.
 */
const heaped = /\p{M}{31}/u

/** What was no text when it came, controls, what reorders text, and what else cannot be seen. */
const deceptive = /[\ufffd\p{Cc}\u061c\u115f\u1160\u180e\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\uffa0]/u

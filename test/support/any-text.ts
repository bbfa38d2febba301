// Text of any characters at all. fast-check's own unit for it ("binary") takes 1.4 s of CPU to make, once in every file.
import fc from 'fast-check'

/** Half of a surrogate pair is no character, and no form can send one. */
export const anyCharacter = fc
  .integer({ min: 0, max: 0x10ffff })
  .filter((point) => point < 0xd800 || point > 0xdfff)
  .map((point) => String.fromCodePoint(point))

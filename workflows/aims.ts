// The scheme's three aims, which are what an organisation commits to.

/** Word for word from the council's brochure "Building harmonious relationships". */
export const aims = [
  'Help to improve the interactions between people and build stronger, harmonious relationships',
  'Develop the knowledge and behaviours needed to enjoy living and working in places where cultural and social diversity is recognised and promoted',
  'Increase opportunities and foster achievement for everyone',
] as const

// The discovery areas: what a journey learns about (the grounds that the brochure names; a school adds sexuality, domain.md 3.6).

export const discoveryAreas = [
  'gender',
  'race',
  'age',
  'class',
  'disability',
  'locality',
  'religion',
  'sexuality',
  'other',
] as const
export type DiscoveryArea = (typeof discoveryAreas)[number]

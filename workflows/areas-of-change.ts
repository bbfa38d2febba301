// The five areas in which the Achieving phase looks for improvement, in the brochure's order.
export const areasOfChange = ['attitudes', 'practices', 'participation', 'innovation', 'skills'] as const
export type AreaOfChange = (typeof areasOfChange)[number]

/** Beside the words of step 4: how it is now, such as `nowAttitudes`. */
export function nowField(area: AreaOfChange): string {
  return `now${area[0]!.toUpperCase()}${area.slice(1)}`
}

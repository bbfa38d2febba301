// The five areas in which the Achieving phase looks for improvement, in the brochure's order.
export const areasOfChange = ['attitudes', 'practices', 'participation', 'innovation', 'skills'] as const
export type AreaOfChange = (typeof areasOfChange)[number]

// The public internet needs no permission of AWS; sites are told where we are.
import type { Grant } from './grant.ts'

export const publicWeb: Grant = { variables: ['BASE_URL'], statements: [] }

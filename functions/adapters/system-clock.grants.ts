// The clock needs nothing.
import type { Grant } from './grant.ts'

export const clock: Grant = { variables: [], statements: [] }

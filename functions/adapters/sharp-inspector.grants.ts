// The inspector looks at bytes that it is given, and at nothing else.
import type { Grant } from './grant.ts'

export const inspector: Grant = { variables: [], statements: [] }

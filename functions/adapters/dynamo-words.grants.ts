// What the port of stored words may do.
import { ofTable, rows } from './grant.ts'

export const words = ofTable(rows('WORDS#*', 'Query'))

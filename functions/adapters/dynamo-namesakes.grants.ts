// What the ports of namesakes may do.
import { ofTable, rows } from './grant.ts'

export const namesakes = ofTable(rows('SAME#*', 'Query'))
export const namesakeWriter = ofTable(rows('SAME#*', 'PutItem'))

// What the port of limits may do.
import { ofTable, rows } from './grant.ts'

export const limits = ofTable(rows('LIMIT#*', 'UpdateItem'))

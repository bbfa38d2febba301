// What the ports of the evidence files' rows may do.
import { ofTable, rows } from './grant.ts'

export const files = ofTable(rows('FILE#*', 'GetItem', 'Query'))
export const fileWriter = ofTable(rows('FILE#*', 'PutItem', 'UpdateItem'))

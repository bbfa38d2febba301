// What the ports of suppressed addresses may do.
import { ofTable, rows } from './grant.ts'

export const suppressions = ofTable(rows('SUPPRESSED#*', 'GetItem'))
export const suppressionWriter = ofTable(rows('SUPPRESSED#*', 'PutItem'))
export const suppressionLifter = ofTable(rows('SUPPRESSED#*', 'DeleteItem'))

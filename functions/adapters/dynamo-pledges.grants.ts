// What the ports of pledges may do.
import { ofTable, rows } from './grant.ts'

export const pledges = ofTable(rows('PLEDGES#*', 'Query'))
export const pledgeWriter = ofTable(rows(['PLEDGES#*', 'SAID#*'], 'PutItem'))

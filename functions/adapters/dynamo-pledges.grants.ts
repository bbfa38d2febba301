// What the ports of pledges may do.
import { ofTable, rows } from './grant.ts'

export const pledges = ofTable(rows('PLEDGES#*', 'Query'))
export const pledgeWriter = ofTable(rows(['PLEDGES#*', 'SAID#*'], 'PutItem'))
export const said = ofTable(rows('SAID#*', 'GetItem', 'BatchGetItem'), {
  on: 'index',
  index: 'list',
  keys: ['SAID#*'],
  may: ['Query'],
})
export const saidRemoval = ofTable(rows('SAID#*', 'UpdateItem'))

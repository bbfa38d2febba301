// What the ports of awards may do: put and read, and nothing else ever.
import { ofTable, rows } from './grant.ts'

export const awards = ofTable(rows(['AWARD#*', 'AWARD-NAME#*'], 'GetItem'))

export const awardWriter = ofTable(
  rows(['AWARD#*', 'AWARD-NAME#*', 'PUBLIC#*'], 'PutItem'),
  rows('AWARD#*', 'GetItem'),
)

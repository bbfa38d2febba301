// What the ports of records may do: put and read, and nothing else ever.
import { ofTable, rows } from './grant.ts'

export const records = ofTable(rows('RECORD#*', 'GetItem'))
export const recordWriter = ofTable(rows('RECORD#*', 'PutItem', 'GetItem'))

// What the ports of people may do.
import { ofTable, rows } from './grant.ts'

export const people = ofTable(rows(['PERSON#*', 'ADDRESS#*'], 'GetItem'), rows('ADDRESS#*', 'Query'))
export const peopleWriter = ofTable(
  rows('ADDRESS#*', 'GetItem'),
  rows(['PERSON#*', 'ADDRESS#*'], 'PutItem', 'DeleteItem'),
)

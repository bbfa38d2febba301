// What the ports of journeys may do: events are put and read, and neither changed nor deleted by anybody.
import { ofTable, rows } from './grant.ts'

export const journeys = ofTable(rows('EVENTS#*', 'Query', 'GetItem'))
export const commits = ofTable(rows('PENDING#*', 'PutItem'), rows('EVENTS#*', 'PutItem', 'GetItem'))
export const pending = ofTable(rows('PENDING#*', 'Query', 'DeleteItem'))

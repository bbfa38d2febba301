// What the ports of task tokens may do; who puts one cannot read any.
import { ofTable, rows } from './grant.ts'

export const tokens = ofTable(rows('TASK#*', 'GetItem'))
export const tokenWriter = ofTable(rows('TASK#*', 'PutItem'))

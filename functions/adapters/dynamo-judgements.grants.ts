// What the ports of judgements may do.
import { ofTable, rows } from './grant.ts'

export const judgements = ofTable(rows('JUDGEMENT#*', 'GetItem'))
export const judgementWriter = ofTable(rows('JUDGEMENT#*', 'PutItem'))

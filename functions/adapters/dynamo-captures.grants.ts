// What the ports of captured pages may do: nobody changes one.
import { ofTable, rows } from './grant.ts'

export const captures = ofTable(rows('CAPTURE#*', 'GetItem'))
export const captureWriter = ofTable(rows('CAPTURE#*', 'PutItem'))
export const captureRemoval = ofTable(rows('CAPTURE#*', 'DeleteItem'))

// What the ports of held forms may do; who holds one cannot read what others typed.
import { ofTable, rows } from './grant.ts'

export const heldForms = ofTable(rows('HELD#*', 'GetItem'))
export const heldFormWriter = ofTable(rows('HELD#*', 'PutItem', 'DeleteItem'))

// What the ports of one-time codes may do; who asks for a code cannot read one.
import { ofTable, rows } from './grant.ts'

export const askForCode = ofTable(rows('PENDING#*', 'PutItem'))
export const codeRequests = ofTable(rows('PENDING#*', 'GetItem', 'DeleteItem'))
export const codeWriter = ofTable(rows('SECRET#*', 'PutItem'))
/** The update gives the row back, so the code cannot be read without counting a try. */
export const codes = ofTable(rows('SECRET#*', 'UpdateItem'))

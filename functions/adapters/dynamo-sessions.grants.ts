// What the ports of sessions may do.
import { ofTable, rows } from './grant.ts'

export const sessions = ofTable(rows('SECRET#*', 'GetItem'))
export const sessionWriter = ofTable(rows('SECRET#*', 'PutItem', 'UpdateItem', 'DeleteItem'))

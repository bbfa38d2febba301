// What the ports of the links that stop reminders may do.
import { ofTable, rows } from './grant.ts'

export const stopLinks = ofTable(rows('SECRET#*', 'GetItem'))
export const stopLinkWriter = ofTable(rows('SECRET#*', 'PutItem'))

// What the ports of the email ledger may do.
import { ofTable, rows } from './grant.ts'

export const ledger = ofTable(rows('MAIL#*', 'PutItem', 'GetItem', 'UpdateItem', 'DeleteItem'))
export const sentMail = ofTable(rows('MAIL#*', 'BatchGetItem'))

// What the ports of drafts may do.
import { ofTable, rows } from './grant.ts'

export const drafts = ofTable(rows('DRAFT#*', 'Query'))
export const draftIndex = ofTable(rows('DRAFT#*', 'GetItem'))
export const draftWriter = ofTable(rows('DRAFT#*', 'PutItem', 'UpdateItem'))

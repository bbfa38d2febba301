// What the ports of the public copies may do: pages for everybody read them, and nothing else of the table.
import { ofTable, rows } from './grant.ts'

export const publications = ofTable(rows('PUBLIC#*', 'GetItem', 'BatchGetItem', 'Query'), {
  on: 'index',
  index: 'list',
  keys: ['IDEAS#*'],
  may: ['Query'],
})
export const publicationWriter = ofTable(rows('PUBLIC#*', 'PutItem', 'DeleteItem'))
export const publicationRemoval = ofTable(rows('PUBLIC#*', 'Query', 'DeleteItem', 'UpdateItem'))

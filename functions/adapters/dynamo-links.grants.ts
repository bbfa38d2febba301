// What the ports of links may do: the relay notes them, and only who looks at them changes what is known.
import { ofTable, rows } from './grant.ts'

export const links = ofTable(rows('LINKS#*', 'Query'))
export const linkWriter = ofTable(rows('LINKS#*', 'PutItem'))
export const linkChecks = ofTable(
  { on: 'index', index: 'due', keys: ['LOOK#*'], may: ['Query'] },
  rows('LINKS#*', 'GetItem', 'PutItem'),
)

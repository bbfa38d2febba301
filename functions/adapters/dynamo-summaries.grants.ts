// What the ports of lists and due dates may do; each index is read under its own keys.
import { ofTable, rows } from './grant.ts'

export const summaries = ofTable(
  { on: 'index', index: 'list', keys: ['PHASE#*'], may: ['Query'] },
  rows('SUMMARY#*', 'BatchGetItem'),
)
export const summaryWriter = ofTable(rows('SUMMARY#*', 'PutItem'))
export const due = ofTable({ on: 'index', index: 'due', keys: ['DUE#*'], may: ['Query'] })

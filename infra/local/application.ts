// What the laptop has to know of the application in order to run it.

import { schedules } from '../../events/schedules.ts'
import { keysLeftOver, wakesRelay } from '../../events/table-stream.ts'
import { pendingPartitions, shard, table } from '../../functions/adapters/table.ts'
import { inventory } from '../../functions/inventory.ts'
import { released } from '../../workflows/released/index.ts'
import { placeholders, stateMachine, stateMachineName } from '../../workflows/state-machine.ts'
import type { Keys } from './dynamodb/changes.ts'
import type { TableShape } from './dynamodb/table-description.ts'
import { functionArnPrefix } from './environment.ts'
import type { Handler } from './lambda-host.ts'

export type Trigger =
  | { http: readonly string[] }
  | { stream: 'table' }
  | { schedule: string }
  | { task: true }
  | { mailEvents: true }
  | { evidenceEvents: true }
  | { executionEvents: true }
  | { invoked: true }

export type Application = {
  functions: Readonly<Record<string, { on: Trigger }>>
  load: (functionName: string) => Promise<Handler>
  schedules: Readonly<Record<string, { expression: string; timezone?: string; input: unknown }>>
  table: Omit<TableShape, 'name'>
  due: { index: string; partition: string }
  pendingPartitions: readonly string[]
  wakesRelay: (keys: Keys) => boolean
  keysLeftOver: (pending: Keys) => Keys
  stateMachines: readonly { name: string; definition: string }[]
}

export const application: Application = {
  functions: inventory,
  load: async (name) => ((await import(`../../functions/${name}.ts`)) as { handler: Handler }).handler,
  schedules,
  table,
  due: { index: 'due', partition: `DUE#${shard}` },
  pendingPartitions,
  wakesRelay,
  keysLeftOver,
  stateMachines: released.map((definition) => ({
    name: stateMachineName(definition),
    definition: withArns(JSON.stringify(stateMachine(definition))),
  })),
}

function withArns(definition: string): string {
  return Object.entries(placeholders).reduce(
    (text, [functionName, placeholder]) =>
      text.replaceAll(`\${${placeholder}}`, functionArnPrefix + functionName),
    definition,
  )
}

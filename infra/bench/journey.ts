// The demo's journey to Bronze, metered: what it asks of AWS, and what that would cost.
import { askStepFunctions, newestExecution } from '../demo/newest-execution.ts'
import { play } from '../demo/story.ts'
import { application } from '../local/application.ts'
import { sum } from '../local/meter/item-size.ts'
import { transitionsOf } from '../local/meter/transitions.ts'
import type { Counts } from '../local/meter.ts'
import { type Figures, type Row, rounded } from './figures.ts'
import { type MeasuredSystem, withSystem } from './measured-system.ts'
import prices from './prices.json' with { type: 'json' }

type Price = keyof (typeof prices)['dollarsPerMillion']
export type Executions = { executions: number; transitions: number; events: number }

export function journey(): Promise<Figures[]> {
  return withSystem({ metered: true, panelSize: 3 }, async (system) => {
    const { counts, executions } = await playMetered(system)
    return [
      totals(counts, executions),
      tableUse(counts, 'operation'),
      tableUse(counts, 'rows'),
      bill(counts, executions),
    ]
  })
}

/** Counts from the system's beginning on. */
export async function playMetered(
  system: MeasuredSystem,
): Promise<{ readonly counts: Counts; readonly executions: Executions }> {
  const { webUrl, consoleUrl, awsUrl, ask } = system
  const waitsIn = () => ask('quiet').then(() => newestExecution(awsUrl))
  const skip = (days: number) => ask('skip', days)
  await play({ webUrl, consoleUrl, skip, waitsIn, tell: () => {} }, 1)
  await ask('quiet')
  return { counts: await ask('counts'), executions: await executionsOf(awsUrl) }
}

async function executionsOf(awsUrl: string): Promise<Executions> {
  const histories: (readonly { type: string }[])[] = []
  const { stateMachines } = await askStepFunctions(awsUrl, 'ListStateMachines', {})
  for (const { stateMachineArn } of stateMachines ?? []) {
    const { executions } = await askStepFunctions(awsUrl, 'ListExecutions', { stateMachineArn })
    for (const { executionArn } of executions ?? []) {
      const { events } = await askStepFunctions(awsUrl, 'GetExecutionHistory', {
        executionArn,
        maxResults: 1000,
      })
      histories.push(events ?? [])
    }
  }
  return {
    executions: histories.length,
    transitions: sum(histories.map(transitionsOf)),
    events: sum(histories.map(({ length }) => length)),
  }
}

function totals(counts: Counts, { executions, transitions, events }: Executions): Figures {
  const calls = callsByTrigger(counts)
  const rows = [
    ...Object.entries(calls).map(([what, count]) => ({ what: `calls of functions: ${what}`, count })),
    { what: 'requests to DynamoDB', count: sum(counts.table.map(({ requests }) => requests)) },
    { what: 'write units', count: sum(counts.table.map(({ writes }) => writes)) },
    {
      what: 'write units, of those in the indexes',
      count: sum(counts.table.map(({ indexWrites }) => indexWrites)),
    },
    { what: 'read units', count: sum(counts.table.map(({ reads }) => reads)) },
    { what: 'executions', count: executions },
    { what: 'state transitions', count: transitions },
    { what: 'events of the executions', count: events },
    { what: 'emails', count: counts.emails },
  ]
  return {
    title: "The demo's journey to Bronze: one return, a panel of three, a fortnight that passes",
    rows,
  }
}

/** By what calls a function: pages, the table's stream, schedules, the workflow's tasks, what SES tells of emails. */
function callsByTrigger({ functions }: Counts): Record<string, number> {
  const calls: Record<string, number> = {}
  for (const [name, times] of Object.entries(functions)) {
    const [trigger = ''] = Object.keys(application.functions[name]!.on)
    calls[trigger] = (calls[trigger] ?? 0) + times.length
  }
  return calls
}

function tableUse({ table }: Counts, by: 'operation' | 'rows'): Figures {
  const names = [...new Set(table.map((use) => use[by]))].toSorted()
  const rows = names.map((name): Row => {
    const uses = table.filter((use) => use[by] === name)
    return {
      [by]: name,
      requests: sum(uses.map(({ requests }) => requests)),
      'write units': sum(uses.map(({ writes }) => writes)),
      'read units': sum(uses.map(({ reads }) => reads)),
    }
  })
  const title = by === 'operation' ? 'Its requests to DynamoDB by operation' : 'The same by kind of row'
  return { title, rows }
}

function bill(counts: Counts, { transitions }: Executions): Figures {
  const times = Object.values(counts.functions).flat()
  const quantities: Partial<Record<Price, number>> = {
    'DynamoDB write units, on demand': sum(counts.table.map(({ writes }) => writes)),
    'DynamoDB read units, on demand': sum(counts.table.map(({ reads }) => reads)),
    'Step Functions state transitions, Standard': transitions,
    'HTTP API requests': callsByTrigger(counts).http ?? 0,
    'Lambda requests': times.length,
    'Lambda GB-seconds, arm64': (sum(times) / 1000) * prices.lambdaMemoryGb,
    'SES emails, plan NONE': counts.emails,
  }
  const rows = Object.entries(quantities).map(([what, quantity]) => ({
    what,
    quantity: rounded(quantity, 2),
    dollars: dollars(what as Price, quantity),
  }))
  const total = sum(rows.map((row) => row.dollars))
  const moreOnDefaultPlan =
    dollars('SES emails, default plan', counts.emails) - dollars('SES emails, plan NONE', counts.emails)
  return {
    title:
      `What that costs in dollars, ${prices.region}, prices of ${prices.asOf}; Lambda as long as it took here, ` +
      `with ${prices.lambdaMemoryGb * 1024} MB and no cold start`,
    rows: [
      ...rows.map((row) => ({ ...row, dollars: row.dollars.toFixed(6) })),
      { what: 'together', quantity: '', dollars: total.toFixed(6) },
      {
        what: "together on SES's default plan",
        quantity: '',
        dollars: (total + moreOnDefaultPlan).toFixed(6),
      },
    ],
  }
}

function dollars(what: Price, quantity: number): number {
  return (prices.dollarsPerMillion[what] * quantity) / 1_000_000
}

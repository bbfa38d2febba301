// npm run torture -- --seeds N: many seeds of the simulation, with counts; ends with 1 if any shows a fault.
import { parseArgs } from 'node:util'
import { simulateSeeds } from './support/simulate-seeds.ts'

const { values } = parseArgs({ options: { seeds: { type: 'string', default: '100000' } } })
const began = performance.now()
const { faults, seeds, crashes, events, executions } = await simulateSeeds(Number(values.seeds))
for (const fault of faults.slice(0, 20)) console.error(fault)
process.stdout.write(
  `${seeds} journeys, ${crashes} crashes, ${events} events, ${executions} executions, ` +
    `${faults.length} faults, ${((performance.now() - began) / 1000).toFixed(1)} s\n`,
)
process.exitCode = faults.length > 0 ? 1 : 0

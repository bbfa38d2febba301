// What a month costs at 0, 50 and 600 organisations: counted from the stack, from idle runs, and from a played journey.
import { application } from '../local/application.ts'
import { sum } from '../local/meter/item-size.ts'
import type { Counts } from '../local/meter.ts'
import { chargedStack } from './charged-stack.ts'
import { type Figures, median, type Row, rounded } from './figures.ts'
import { type Executions, playMetered } from './journey.ts'
import { withSystem } from './measured-system.ts'
import {
  assumed,
  dollarsOf,
  fixedQuantities,
  type Journey,
  journeyQuantities,
  keptQuantities,
  monthOf,
  type Plan,
  type Price,
  priceOf,
  type Quantities,
  type Run,
} from './monthly-bill.ts'
import prices from './prices.json' with { type: 'json' }

const plans: readonly Plan[] = ['plan NONE', 'default plan']
const organisations = [0, 50, 600]
/** What AWS gives every account for good of what is charged by the month. */
const free: Quantities = {
  'CloudWatch alarm metric a month': 10,
  'CloudWatch dashboard a month': 3,
  'CloudWatch custom metric a month': 10,
}

export async function month(): Promise<Figures[]> {
  const charged = await chargedStack()
  const runs = await idleRuns()
  const played = await withSystem({ metered: true, panelSize: 3 }, playMetered)
  const journey = journeyOf(played.counts, played.executions)
  const fixed = fixedQuantities(charged, runs)
  const going = journeyQuantities(journey, charged.logDays)
  const kept = keptQuantities(journey)
  return [
    { title: 'Every month, whatever comes, in dollars', rows: priced(fixed) },
    { title: "A journey, the demo's to Bronze, in dollars", rows: priced(going) },
    { title: 'A month of what stays of a journey, in dollars', rows: priced(kept) },
    {
      title: `A month in dollars without any free tier, ${prices.region}, prices of ${prices.asOf}, by the plan of SES`,
      rows: together(fixed, going, kept),
    },
    {
      title: 'Taken as given',
      rows: Object.entries(assumed).map(([what, value]) => ({ what, value: rounded(value, 2) })),
    },
    {
      title: "Prices that were not read in AWS's own text",
      rows: prices.unverified.map((what) => ({ what, 'dollars each': priceOf(what as Price).toFixed(7) })),
    },
  ]
}

/** In a system in which nobody has registered. */
function idleRuns(): Promise<{ sweep: Run; digest: Run }> {
  return withSystem({ metered: true, panelSize: 3 }, async ({ ask }) => {
    // The schedules run at the end of each.
    for (let minute = 0; minute < 30; minute++) await ask('skip', 1 / 1440)
    const sweeps = await ask('counts')
    await ask('skip', 7)
    const both = await ask('counts')
    const runsOf = (counts: Counts, name: string) => counts.functions[name] ?? []
    const reads = (counts: Counts) => sum(counts.table.map((use) => use.reads))
    const readsOfSweep = reads(sweeps) / runsOf(sweeps, 'sweep').length
    const digests = runsOf(both, 'send-team-digest')
    const readsOfDigests = reads(both) - readsOfSweep * runsOf(both, 'sweep').length
    return {
      sweep: { seconds: median(runsOf(both, 'sweep')) / 1000, reads: readsOfSweep },
      digest: { seconds: median(digests) / 1000, reads: readsOfDigests / digests.length },
    }
  })
}

/** Without the schedules' runs, which are among what stands every month. */
function journeyOf(counts: Counts, { executions, transitions, events }: Executions): Journey {
  const called = Object.entries(counts.functions).map(([name, times]) => ({
    on: application.functions[name]!.on,
    times,
  }))
  const timesOf = (which: (on: object) => boolean) =>
    called.flatMap(({ on, times }) => (which(on) ? times : []))
  const times = timesOf((on) => !('schedule' in on))
  return {
    writes: sum(counts.table.map((use) => use.writes)),
    reads: sum(counts.table.map((use) => use.reads)),
    executions,
    transitions,
    executionEvents: events,
    pages: timesOf((on) => 'http' in on).length,
    calls: times.length,
    seconds: sum(times) / 1000,
    emails: counts.emails,
  }
}

/** Once for both plans of SES, so without a sum. */
function priced(quantities: Quantities): Row[] {
  return Object.entries(quantities).map(([what, quantity]) => ({
    what,
    quantity: rounded(quantity, 4),
    dollars: (quantity * priceOf(what as Price)).toFixed(6),
  }))
}

function together(fixed: Quantities, going: Quantities, kept: Quantities): Row[] {
  const row = (what: string, dollars: (plan: Plan) => number, digits: number): Row => ({
    what,
    ...Object.fromEntries(plans.map((plan) => [plan, dollars(plan).toFixed(digits)])),
  })
  const month = (count: number) => (plan: Plan) =>
    monthOf(count, dollarsOf(fixed, plan), dollarsOf(going, plan), dollarsOf(kept, plan))
  return [
    row('fixed', (plan) => dollarsOf(fixed, plan), 2),
    row('a journey a year', (plan) => dollarsOf(going, plan) + 12 * dollarsOf(kept, plan), 4),
    ...organisations.map((count) => row(`month at ${count} organisations`, month(count), 2)),
    row(
      'fixed, less what CloudWatch gives every account for good',
      (plan) => dollarsOf(lessFree(fixed), plan),
      2,
    ),
  ]
}

function lessFree(quantities: Quantities): Quantities {
  return Object.fromEntries(
    Object.entries(quantities).map(([what, quantity]) => [
      what,
      Math.max(0, quantity - (free[what as Price] ?? 0)),
    ]),
  )
}

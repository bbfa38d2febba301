// What a month costs: what stands whatever comes, what a journey asks for, and the sum for a number of organisations.
import prices from './prices.json' with { type: 'json' }

export type Price = keyof (typeof prices)['dollarsPerMillion'] | keyof (typeof prices)['dollarsEach']
export type Quantities = Readonly<Partial<Record<Price, number>>>
export type Plan = 'plan NONE' | 'default plan'

/** What is not counted but taken as given; printed with the figures. */
export const assumed = {
  roundsAYear: 1,
  /** Each is looked at by the team and a panel of three. */
  files: 10,
  fileMb: 0.5,
  looksAtAFile: 4,
  checkFileSeconds: 2,
  pageKb: 15,
  /** Lambda's own lines of a call, the line of the access log, the line of an event of an execution. */
  logKb: 0.5,
  /** Of a whole core, to start a page's function; taken for every page, as if none had been called just before. */
  coldStartSeconds: 0.15,
  hoursAMonth: 730,
  workingDaysAMonth: 261 / 12,
} as const

/** A Lambda has a whole core with so much memory, and a part of one with a part of it: the same work costs the same. */
const gbOfOneCore = 1769 / 1024
const checkFileGb = 1.5

/** Counted in the synthesised stack. */
export interface Charged {
  readonly alarmMetrics: number
  readonly dashboards: number
  readonly customMetrics: number
  readonly teamAddresses: number
  readonly logDays: number
}

/** Of one run, when there is nothing to do: seconds here and read units. */
export interface Run {
  readonly seconds: number
  readonly reads: number
}

/** Of one journey, from registration to the award. */
export interface Journey {
  readonly writes: number
  readonly reads: number
  readonly transitions: number
  readonly executions: number
  readonly executionEvents: number
  readonly pages: number
  readonly calls: number
  readonly seconds: number
  readonly emails: number
}

const gb = (kb: number) => kb / 1e6

export function fixedQuantities(
  charged: Charged,
  runs: { readonly sweep: Run; readonly digest: Run },
): Quantities {
  const { hoursAMonth, workingDaysAMonth, logKb } = assumed
  const sweeps = hoursAMonth * 60
  const calls = sweeps + workingDaysAMonth
  const sum = (of: keyof Run) => sweeps * runs.sweep[of] + workingDaysAMonth * runs.digest[of]
  const emails = workingDaysAMonth * charged.teamAddresses
  return {
    'CloudWatch alarm metric a month': charged.alarmMetrics,
    'CloudWatch dashboard a month': charged.dashboards,
    'CloudWatch custom metric a month': charged.customMetrics,
    'EventBridge Scheduler invocation': calls,
    'Lambda requests': calls,
    'Lambda GB-seconds, arm64': sum('seconds') * gbOfOneCore,
    'DynamoDB read units, on demand': sum('reads'),
    ...logs(gb(calls * logKb), charged.logDays),
    ...mail(emails),
  }
}

/** What a journey asks for while it goes; what it keeps is `keptQuantities`. */
export function journeyQuantities(journey: Journey, logDays: number): Quantities {
  const { files, fileMb, looksAtAFile, checkFileSeconds, pageKb, coldStartSeconds, logKb } = assumed
  const filesGb = gb(files * fileMb * 1000)
  // Each file is told of twice: that it is there, and that it was scanned.
  const calls = journey.calls + 2 * files
  const seconds = journey.seconds + journey.pages * coldStartSeconds
  return {
    'DynamoDB write units, on demand': journey.writes,
    'DynamoDB read units, on demand': journey.reads,
    'Step Functions state transitions, Standard': journey.transitions,
    'X-Ray trace': journey.executions,
    'HTTP API requests': journey.pages,
    'Lambda requests': calls,
    'Lambda GB-seconds, arm64': seconds * gbOfOneCore + files * checkFileSeconds * checkFileGb,
    'EventBridge event of S3 or SES': journey.emails + files,
    'GuardDuty object scanned': files,
    'GuardDuty GB scanned': filesGb,
    // Sent, tagged, and put where it is kept; read by the scanner, by us, and by those who look.
    'S3 PUT requests': 3 * files,
    'S3 GET requests': (2 + looksAtAFile) * files,
    'GB sent to the internet': gb(journey.pages * pageKb) + looksAtAFile * filesGb,
    ...logs(gb((calls + journey.pages + journey.executionEvents) * logKb), logDays),
    ...mail(journey.emails),
  }
}

/**
 * A month of what stays of a journey. The table has at most a kilobyte for each write unit, its indexes included; the team's
 * list is read on every working day, with a unit for each organisation.
 */
export function keptQuantities({ writes }: Pick<Journey, 'writes'>): Quantities {
  const { files, fileMb } = assumed
  return {
    'DynamoDB read units, on demand': assumed.workingDaysAMonth,
    'DynamoDB GB-month': gb(writes),
    'DynamoDB point-in-time recovery GB-month': gb(writes),
    'S3 GB-months': gb(files * fileMb * 1000),
  }
}

export function dollarsOf(quantities: Quantities, plan: Plan): number {
  const others = plan === 'plan NONE' ? 'SES emails, default plan' : 'SES emails, plan NONE'
  return Object.entries(quantities)
    .filter(([price]) => price !== others)
    .reduce((total, [price, quantity]) => total + quantity * priceOf(price as Price), 0)
}

export function priceOf(price: Price): number {
  if (price in prices.dollarsEach) return prices.dollarsEach[price as keyof typeof prices.dollarsEach]
  return prices.dollarsPerMillion[price as keyof typeof prices.dollarsPerMillion] / 1e6
}

/** Each organisation goes through its rounds within the year, and a year's rows and files are kept all the time. */
export function monthOf(organisations: number, fixed: number, journey: number, kept: number): number {
  return fixed + organisations * assumed.roundsAYear * (journey / 12 + kept)
}

/** Taken in once, and kept as long as the stage says. */
function logs(taken: number, days: number): Quantities {
  return { 'CloudWatch Logs GB taken in': taken, 'CloudWatch Logs GB-month': (taken * days) / (365 / 12) }
}

/** In both plans: one of them is left out when dollars are made of it. */
function mail(emails: number): Quantities {
  return { 'SES emails, plan NONE': emails, 'SES emails, default plan': emails }
}

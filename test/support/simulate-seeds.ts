// Plays many seeds of the simulation, shared among the machine's cores.
import { availableParallelism } from 'node:os'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { simulate } from './simulation.ts'

export interface Played {
  readonly faults: readonly string[]
  readonly seeds: number
  readonly crashes: number
  readonly events: number
  readonly executions: number
}

interface Share {
  readonly from: number
  readonly step: number
  readonly to: number
}

/** Seeds 1 to `count`. */
export async function simulateSeeds(count: number): Promise<Played> {
  const threads = Math.min(availableParallelism(), 8)
  const shares = Array.from(
    { length: threads },
    (_, at): Share => ({ from: at + 1, step: threads, to: count }),
  )
  return (await Promise.all(shares.map(inThread))).reduce(add, nothing)
}

const nothing: Played = { faults: [], seeds: 0, crashes: 0, events: 0, executions: 0 }

function add(a: Played, b: Played): Played {
  return {
    faults: a.faults.concat(b.faults),
    seeds: a.seeds + b.seeds,
    crashes: a.crashes + b.crashes,
    events: a.events + b.events,
    executions: a.executions + b.executions,
  }
}

function inThread(share: Share): Promise<Played> {
  // Much garbage, all of it young.
  const resourceLimits = { maxYoungGenerationSizeMb: 128 }
  const worker = new Worker(new URL(import.meta.url), { workerData: share, resourceLimits })
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}

async function playShare({ from, step, to }: Share): Promise<Played> {
  // Most errors here are expected ones, and their stacks cost more than the rest; a faulty seed can be played again alone.
  Error.stackTraceLimit = 0
  let played = nothing
  for (let seed = from; seed <= to; seed += step) {
    played = add(played, { seeds: 1, ...(await simulate(seed)) })
  }
  return played
}

if (!isMainThread && parentPort && isShare(workerData)) parentPort.postMessage(await playShare(workerData))

/** Test runners have threads of their own, which load this file too. */
function isShare(data: unknown): data is Share {
  return typeof data === 'object' && data !== null && 'from' in data && 'step' in data
}

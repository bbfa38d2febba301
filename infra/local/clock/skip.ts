// Skips time as it would have passed: the clock stops at every moment at which something is due, in order, and lets it happen.
import type { Clock } from '../clock.ts'
import type { Schedules } from '../schedules.ts'

export type SkipReport = {
  days: number
  /** ISO. */
  from: string
  to: string
  /** How many moments it stopped at on the way. */
  stops: number
  tookMs: number
}

export type Skipper = {
  /** Throws SkipUnderWay while another one is. It ends early when the system is stopped. */
  skip: (days: number) => Promise<SkipReport>
  /** The skip that is under way, so far. */
  underWay: () => Omit<SkipReport, 'to'> | undefined
  last: () => SkipReport | undefined
  stop: () => Promise<void>
}

export class SkipUnderWay extends Error {
  override readonly name = 'SkipUnderWay'
}

/** What is due by a moment: the earliest of it, and what comes next after it. */
export type DueLooker = {
  /** A name for the earliest that is due by `moment`, the same as long as it stays there. */
  dueBy: (moment: Date) => Promise<string | undefined>
  nextAfter: (moment: Date) => Promise<Date | undefined>
}

const dayMs = 24 * 60 * 60 * 1000
const shortestPauseMs = 60_000

export function createSkipper(options: {
  clock: Pick<Clock, 'moveTo'>
  schedules: Schedules
  /** The due dates of the table. */
  due: DueLooker
  /** Work that was left over, as by a kill; `again` has it done again. */
  leftOver: { names: () => Promise<readonly string[]>; again: () => Promise<void> }
  /** When an execution goes on of itself. */
  nextOfWorkflows: () => Date | undefined
  /** Tells whoever waits for a time that it may have come. */
  wake: () => void
  quiet: () => Promise<void>
}): Skipper {
  const { clock, schedules, due, leftOver, nextOfWorkflows, wake, quiet } = options
  let current: Omit<SkipReport, 'to'> | undefined
  let ended: Promise<unknown> | undefined
  let last: SkipReport | undefined
  let stopped = false

  async function runWhatIsDue(moment: Date): Promise<void> {
    wake()
    await leftOver.again()
    await quiet()
    await schedules.runAt(moment)
    await quiet()
  }

  async function nextStop(after: Date, retryOverdue: Date | undefined): Promise<Date | undefined> {
    const moments = [await due.nextAfter(after), nextOfWorkflows(), schedules.nextCron(), retryOverdue]
    const times = moments.flatMap((moment) => moment?.getTime() ?? [])
    return times.length === 0 ? undefined : new Date(Math.min(...times))
  }

  async function goOnTo(target: Date, report: { stops: number }): Promise<void> {
    const overdue = overdueRetries(async (at) => [(await due.dueBy(at)) ?? '', ...(await leftOver.names())])
    await quiet()
    for (let at = new Date(); !stopped; report.stops += 1) {
      const stop = await nextStop(at, await overdue.nextTry(at))
      if (stop === undefined || stop > target) break
      clock.moveTo(stop)
      await runWhatIsDue(stop)
      at = stop > at ? stop : at
    }
    if (stopped) return
    clock.moveTo(target)
    await runWhatIsDue(target)
  }

  async function skip(days: number): Promise<SkipReport> {
    const from = new Date()
    const begun = performance.now()
    const report = { days, from: from.toISOString(), stops: 0, tookMs: 0 }
    current = report
    try {
      await schedules.hold(() => goOnTo(new Date(from.getTime() + days * dayMs), report))
    } finally {
      wake()
      current = undefined
      last = { ...report, to: new Date().toISOString(), tookMs: Math.round(performance.now() - begun) }
    }
    return last
  }

  return {
    skip: (days) => {
      if (current) return Promise.reject(new SkipUnderWay('A skip is under way'))
      const skipping = skip(days)
      ended = skipping.catch(() => {})
      return skipping
    },
    underWay: () => current,
    last: () => last,
    stop: async () => {
      stopped = true
      await ended
    },
  }
}

/**
 * What was due or begun and is still there after it was run is tried again a minute later, and then after twice as long
 * each time, up to a day: it cannot hold up the clock.
 */
function overdueRetries(stillThere: (at: Date) => Promise<readonly string[]>) {
  let known = ''
  let pauseMs = shortestPauseMs
  let tryAt: Date | undefined
  return {
    nextTry: async (at: Date): Promise<Date | undefined> => {
      const names = (await stillThere(at)).filter((name) => name !== '').join(' ')
      if (names === known && (tryAt === undefined || tryAt > at)) return tryAt
      pauseMs = names === known ? Math.min(pauseMs * 2, dayMs) : shortestPauseMs
      known = names
      tryAt = names === '' ? undefined : new Date(at.getTime() + pauseMs)
      return tryAt
    },
  }
}

// Invokes functions when their schedules say so, as EventBridge Scheduler does.
import { longestTimerMs } from './clock.ts'
import { nextRun, readRate } from './schedule-expression.ts'

export type Schedule = { name: string; expression: string; timezone?: string | undefined; input: unknown }

export type Schedules = {
  begin: () => void
  /** The next run of those that are cron expressions. */
  nextCron: () => Date | undefined
  /** Nothing runs of itself during `work`, which may move the clock and say what runs; then the timers are armed anew. */
  hold: <T>(work: () => Promise<T>) => Promise<T>
  /** One after the other: every rate once, and every cron expression that is due by then. */
  runAt: (moment: Date) => Promise<void>
  /** Waits for the runs under way. */
  stop: () => Promise<void>
}

/** Nothing runs before `begin`. A run never overlaps the one before it. Throws if an expression is not one. */
export function createSchedules<S extends Schedule>(options: {
  schedules: readonly S[]
  invoke: (schedule: S) => Promise<unknown>
}): Schedules {
  const running = options.schedules.map((schedule) => keepRunning(schedule, options.invoke))
  return {
    begin: () => {
      for (const each of running) each.release()
    },
    nextCron: () => {
      const moments = running.flatMap(({ isRate, due }) => (isRate ? [] : (due()?.getTime() ?? [])))
      return moments.length === 0 ? undefined : new Date(Math.min(...moments))
    },
    hold: async (work) => {
      const held = running.map((each) => each.hold())
      try {
        await Promise.all(held)
        return await work()
      } finally {
        for (const each of running) each.release()
      }
    },
    runAt: async (moment) => {
      for (const { isRate, due, run } of running) {
        if (isRate || (due() ?? Infinity) <= moment) await run()
      }
    },
    stop: async () => void (await Promise.all(running.map((each) => each.stop()))),
  }
}

type Running = {
  isRate: boolean
  due: () => Date | null
  run: () => Promise<void>
  /** Resolves when the run under way has ended. */
  hold: () => Promise<void>
  /** Arms the timer. */
  release: () => void
  stop: () => Promise<void>
}

function keepRunning<S extends Schedule>(schedule: S, invoke: (schedule: S) => Promise<unknown>): Running {
  const isRate = readRate(schedule.expression) !== undefined
  const next = () => nextRun(schedule.expression, new Date(), schedule.timezone)
  let due = next()
  let timer: NodeJS.Timeout | undefined
  let underWay: Promise<void> | undefined
  let held = true
  let stopped = false

  function arm(): void {
    clearTimeout(timer)
    if (stopped || held || underWay || due === null) return
    const leftMs = due.getTime() - Date.now()
    timer = setTimeout(
      () => {
        if (due !== null && due.getTime() > Date.now()) arm()
        else run()
      },
      Math.min(Math.max(leftMs, 0), longestTimerMs),
    )
  }

  function run(): Promise<void> {
    underWay ??= perform()
    return underWay
  }

  async function perform(): Promise<void> {
    try {
      await invoke(schedule)
    } catch (error) {
      console.error(`The schedule ${schedule.name} failed:`, error)
    }
    underWay = undefined
    due = next()
    arm()
  }

  return {
    isRate,
    due: () => due,
    run,
    hold: async () => {
      held = true
      clearTimeout(timer)
      await underWay
    },
    release: () => {
      held = false
      if (isRate) due = next()
      arm()
    },
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await underWay
    },
  }
}

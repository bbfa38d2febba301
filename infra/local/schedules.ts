// Invokes functions when their schedules say so, as EventBridge Scheduler does.
import { longestTimerMs } from './clock.ts'
import { nextRun } from './schedule-expression.ts'

export type Schedule = { name: string; expression: string; timezone?: string | undefined; input: unknown }

/** A run never overlaps the one before it. Throws if an expression is not one. `stop` waits for the runs under way. */
export function startSchedules<S extends Schedule>(options: {
  schedules: readonly S[]
  invoke: (schedule: S) => Promise<unknown>
}): { stop: () => Promise<void> } {
  const running = options.schedules.map((schedule) => keepRunning(schedule, options.invoke))
  return { stop: async () => void (await Promise.all(running.map((each) => each.stop()))) }
}

function keepRunning<S extends Schedule>(
  schedule: S,
  invoke: (schedule: S) => Promise<unknown>,
): { stop: () => Promise<void> } {
  let timer: NodeJS.Timeout | undefined
  let underWay: Promise<void> | undefined
  let stopped = false

  function arm(due: Date | null): void {
    if (stopped || due === null) return
    const leftMs = due.getTime() - Date.now()
    const waitMs = Math.min(Math.max(leftMs, 0), longestTimerMs)
    timer = setTimeout(() => {
      if (due.getTime() > Date.now()) arm(due)
      else underWay = run()
    }, waitMs)
  }

  async function run(): Promise<void> {
    try {
      await invoke(schedule)
    } catch (error) {
      console.error(`The schedule ${schedule.name} failed:`, error)
    }
    underWay = undefined
    arm(nextRun(schedule.expression, new Date(), schedule.timezone))
  }

  arm(nextRun(schedule.expression, new Date(), schedule.timezone))
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await underWay
    },
  }
}

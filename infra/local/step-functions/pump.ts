// Drives the engine on the laptop: what can go on goes on at once, and one timer waits for what comes next.
import type { Engine } from './engine.ts'

export type Pump = {
  /** Something has changed: an execution, or (without one) perhaps anything, such as the clock. */
  wake(executionArn?: string): void
  /** Takes up nothing new; resolves when the executions that are being advanced have come to rest. */
  stop(): Promise<void>
}

// setTimeout fires at once when asked for more than 24.8 days.
const LONGEST_TIMER = 24 * 60 * 60 * 1000
const FIRST_PAUSE = 1_000
const LONGEST_PAUSE = 60_000

export type PumpOptions = {
  engine: Pick<Engine, 'advance' | 'runnable' | 'nextDue'>
  now: () => Date
  onError: (error: unknown, executionArn: string) => void
  /** How many executions may be advanced at once. */
  concurrency?: number
}

export function startPump({ engine, now, onError, concurrency = 16 }: PumpOptions): Pump {
  const queue = new Set<string>()
  const running = new Map<string, Promise<void>>()
  const paused = new Map<string, { until: number; pause: number }>()
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  async function advance(arn: string): Promise<void> {
    try {
      await engine.advance(arn)
      paused.delete(arn)
    } catch (error) {
      pauseAfterError(arn)
      onError(error, arn)
    }
  }

  /** Without a pause, a function that cannot be called would be called without end. */
  function pauseAfterError(arn: string): void {
    const before = paused.get(arn)
    const pause = before ? Math.min(before.pause * 2, LONGEST_PAUSE) : FIRST_PAUSE
    paused.set(arn, { until: now().getTime() + pause, pause })
  }

  function isPaused(arn: string, at: Date): boolean {
    return (paused.get(arn)?.until ?? 0) > at.getTime()
  }

  async function run(arn: string): Promise<void> {
    await advance(arn)
    running.delete(arn)
    drain()
  }

  function drain(): void {
    if (stopped) return
    for (const arn of queue) {
      if (running.size >= concurrency) break
      if (running.has(arn)) continue
      queue.delete(arn)
      running.set(arn, run(arn))
    }
    arm()
  }

  function sweep(): void {
    const at = now()
    for (const arn of engine.runnable(at)) {
      if (isPaused(arn, at)) continue
      // Already being advanced and yet due: its function has taken too long, which the engine has to be told.
      if (running.has(arn)) engine.advance(arn).catch(() => {})
      else queue.add(arn)
    }
    drain()
  }

  function arm(): void {
    clearTimeout(timer)
    const at = now().getTime()
    const moments = [...paused.values()].map(({ until }) => until).filter((until) => until > at)
    const due = engine.nextDue()
    if (due) moments.push(due.getTime())
    const next = Math.min(...moments)
    if (next === Infinity) return
    timer = setTimeout(sweep, Math.min(next - at, LONGEST_TIMER))
  }

  sweep()
  return {
    wake(arn) {
      if (stopped) return
      if (arn === undefined) return sweep()
      queue.add(arn)
      drain()
    },
    async stop() {
      stopped = true
      clearTimeout(timer)
      await Promise.all(running.values())
    },
  }
}

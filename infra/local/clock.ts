// Moves the time of the whole process by an offset that is kept in the data folder, and can move it on.
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { Refusal } from './refusal.ts'

const ClockFile = z.strictObject({ offsetMs: z.int() })

/** setTimeout fires at once when asked for more than 24.8 days; and a moved clock has to be looked at again. */
export const longestTimerMs = 24 * 60 * 60 * 1000

export type Clock = {
  readonly offsetMs: number
  /** Puts the clock on to a moment; it never goes back. Kept on disk before anybody sees it. */
  moveTo: (moment: Date) => void
  restore: () => void
}

/**
 * Replaces globalThis.Date, so that `new Date()`, `Date()` and `Date.now()` are moved.
 * `performance.timeOrigin + performance.now()` stays the unmoved time. `restore` puts the old Date back.
 * Timers know nothing of a move: whoever has armed one has to be told.
 */
export function installClock(dataDir: string): Clock {
  const path = join(dataDir, 'clock.json')
  let offsetMs = readOffset(path)
  const UnmovedDate = globalThis.Date
  const now = () => UnmovedDate.now() + offsetMs
  const MovedDate: DateConstructor = new Proxy(UnmovedDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    apply: () => new UnmovedDate(now()).toString(),
    get: (target, property, receiver) => (property === 'now' ? now : Reflect.get(target, property, receiver)),
  })
  globalThis.Date = MovedDate
  return {
    get offsetMs() {
      return offsetMs
    },
    moveTo: (moment) => {
      const moved = moment.getTime() - UnmovedDate.now()
      if (moved <= offsetMs) return
      writeOffset(path, moved)
      offsetMs = moved
    },
    restore: () => {
      globalThis.Date = UnmovedDate
    },
  }
}

// A kill leaves the old file or the new one. Synchronous, so that nothing happens between the two times.
function writeOffset(path: string, offsetMs: number): void {
  writeFileSync(`${path}.tmp`, `${JSON.stringify({ offsetMs })}\n`)
  renameSync(`${path}.tmp`, path)
}

function readOffset(path: string): number {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0
    throw error
  }
  try {
    return ClockFile.parse(JSON.parse(text)).offsetMs
  } catch {
    throw new Refusal(
      `${path} is not {"offsetMs": a whole number}: correct it, or delete it for the real time.`,
    )
  }
}

// Moves the time of the whole process by the offset that is kept in the data folder.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { Refusal } from './refusal.ts'

const ClockFile = z.strictObject({ offsetMs: z.int() })

/** setTimeout fires at once when asked for more than 24.8 days; and a moved clock has to be looked at again. */
export const longestTimerMs = 24 * 60 * 60 * 1000

/**
 * Replaces globalThis.Date, so that `new Date()`, `Date()` and `Date.now()` are moved.
 * `performance.timeOrigin + performance.now()` stays the unmoved time. `restore` puts the old Date back.
 */
export function installClock(dataDir: string): { offsetMs: number; restore: () => void } {
  const offsetMs = readOffset(join(dataDir, 'clock.json'))
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
    offsetMs,
    restore: () => {
      globalThis.Date = UnmovedDate
    },
  }
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

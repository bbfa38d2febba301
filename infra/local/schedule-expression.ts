// Reads the expressions of EventBridge Scheduler: rate(…) and cron(…).
import { Cron } from 'croner'

const unitMs = { minute: 60_000, hour: 3_600_000, day: 86_400_000 }

/**
 * The next run after a moment, or null if there is none. Throws if the expression is not one.
 * When the clocks change, a cron expression does not run at a time that is left out, and runs once at a time that
 * comes twice: EventBridge Scheduler documents both.
 */
export function nextRun(expression: string, after: Date, timezone = 'UTC'): Date | null {
  const rateMs = readRate(expression)
  if (rateMs !== undefined) return new Date(after.getTime() + rateMs)
  const pattern = cronPattern(expression)
  if (pattern === undefined) throw new Error(`"${expression}" is neither rate(…) nor cron(…)`)
  const cron = readPattern(pattern, timezone)
  let next = cron.nextRun(after)
  while (next && (!cron.match(next) || isRepeated(next, timezone))) next = cron.nextRun(next)
  return next
}

/** In milliseconds. Undefined if it is not a rate. */
export function readRate(expression: string): number | undefined {
  const [, count, unit, plural] = /^rate\(([1-9]\d*) (minute|hour|day)(s?)\)$/.exec(expression) ?? []
  if (count === undefined || (count === '1') !== (plural === '')) return undefined
  return Number(count) * unitMs[unit as keyof typeof unitMs]
}

/**
 * In croner's seven fields: it wants seconds first, reads '?' as "now", and does not know that an L alone as the
 * day of the week is Saturday. Undefined if it is not cron(minutes hours day month weekday year).
 */
export function cronPattern(expression: string): string | undefined {
  const fields = /^cron\((.+)\)$/.exec(expression)?.[1]?.split(' ') ?? []
  const [minutes, hours, day, month, weekday, year] = fields
  if (fields.length !== 6 || (day === '?') === (weekday === '?')) return undefined
  const any = (field?: string) => (field === '?' ? '*' : field)
  return ['0', minutes, hours, any(day), month, weekday === 'L' ? '7' : any(weekday), year].join(' ')
}

// AWS counts the days of the week from 1 = Sunday, and steps from a number, as Quartz does.
function readPattern(pattern: string, timezone: string): Cron {
  return new Cron(pattern, { mode: '7-part', alternativeWeekdays: true, sloppyRanges: true, timezone })
}

/** Whether the clocks showed the same an hour ago, which is how far they go back. */
function isRepeated(moment: Date, timezone: string): boolean {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: timezone,
    dateStyle: 'short',
    timeStyle: 'short',
  })
  return clock.format(moment) === clock.format(moment.getTime() - 3_600_000)
}

// The schedules, and what they send to the functions that they wake (EventBridge Scheduler).
import * as z from 'zod/mini'

export const Sweep = z.strictObject({ schedule: z.literal('sweep') })
export type Sweep = z.infer<typeof Sweep>

export const Daily = z.strictObject({ schedule: z.literal('daily') })
export type Daily = z.infer<typeof Daily>

export const Links = z.strictObject({ schedule: z.literal('links') })
export type Links = z.infer<typeof Links>

export type ScheduleName = 'sweep' | 'daily' | 'links'

export interface Schedule {
  /** EventBridge's own syntax, such as `rate(1 minute)`. */
  readonly expression: string
  readonly timezone?: string
  readonly input: unknown
}

export const schedules: Readonly<Record<ScheduleName, Schedule>> = {
  sweep: { expression: 'rate(1 minute)', input: { schedule: 'sweep' } satisfies Sweep },
  /** Bank holidays are left out by the function itself. */
  daily: {
    expression: 'cron(0 8 ? * MON-FRI *)',
    timezone: 'Europe/London',
    input: { schedule: 'daily' } satisfies Daily,
  },
  links: { expression: 'rate(10 minutes)', input: { schedule: 'links' } satisfies Links },
}

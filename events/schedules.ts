// The schedules, and what they send to the functions that they wake (EventBridge Scheduler).
import * as z from 'zod/mini'

export const Sweep = z.strictObject({ schedule: z.literal('sweep') })
export type Sweep = z.infer<typeof Sweep>

export type ScheduleName = 'sweep'

export interface Schedule {
  /** EventBridge's own syntax, such as `rate(1 minute)`. */
  readonly expression: string
  readonly timezone?: string
  readonly input: unknown
}

export const schedules: Readonly<Record<ScheduleName, Schedule>> = {
  sweep: { expression: 'rate(1 minute)', input: { schedule: 'sweep' } satisfies Sweep },
}

// What the state machine sends its task functions; neither answers with anything that the machine reads.
import * as z from 'zod/mini'

export const OpenStepTask = z.strictObject({
  taskToken: z.string().check(z.minLength(1)),
  journey: z.string().check(z.minLength(1)),
  executionSeq: z.int().check(z.positive()),
  wait: z.string().check(z.minLength(1)),
  /** When the state was entered, and how often it was tried again since (`$states.context.State`). */
  enteredAt: z.iso.datetime(),
  retryCount: z.int().check(z.nonnegative()),
})
export type OpenStepTask = z.infer<typeof OpenStepTask>

export const IssueAwardTask = z.strictObject({
  journey: z.string().check(z.minLength(1)),
  executionSeq: z.int().check(z.positive()),
})
export type IssueAwardTask = z.infer<typeof IssueAwardTask>

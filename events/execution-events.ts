// What Step Functions tells of an execution that did not come to its end, by EventBridge.
import * as z from 'zod/mini'

/** What the rule lets through, as an EventBridge pattern; the laptop's engine gives the same. */
export const executionEventPattern = {
  source: ['aws.states'],
  'detail-type': ['Step Functions Execution Status Change'],
  detail: { status: ['FAILED', 'TIMED_OUT', 'ABORTED'] },
} as const

/** Input, output, error and cause are in it too; they are not read, so that none is ever logged or kept. */
export const ExecutionEvent = z.object({
  source: z.literal(executionEventPattern.source),
  'detail-type': z.literal(executionEventPattern['detail-type']),
  detail: z.object({
    /** As we started it: `<journey>-<executionSeq>`. */
    name: z.string(),
    status: z.literal(executionEventPattern.detail.status),
    stateMachineArn: z.string(),
    executionArn: z.string(),
  }),
})
export type ExecutionEvent = z.infer<typeof ExecutionEvent>

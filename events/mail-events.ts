// What SES tells us of an email, by EventBridge: that it went, that it came back, or that somebody complained.
import * as z from 'zod/mini'

export const MailEvent = z.object({
  source: z.literal('aws.ses'),
  detail: z.object({
    eventType: z.string(),
    mail: z.object({
      /** Under the tag that we gave it. */
      tags: z.record(z.string(), z.array(z.string())),
      destination: z.array(z.string()),
    }),
    bounce: z.optional(z.object({ bounceType: z.string() })),
    complaint: z.optional(z.object({ complaintFeedbackType: z.nullish(z.string()) })),
  }),
})
export type MailEvent = z.infer<typeof MailEvent>

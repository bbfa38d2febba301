// What SES tells us of an email, by EventBridge: that it went, under the tag that we gave it.
import * as z from 'zod/mini'

export const MailEvent = z.object({
  source: z.literal('aws.ses'),
  detail: z.object({
    eventType: z.string(),
    mail: z.object({ tags: z.record(z.string(), z.array(z.string())) }),
  }),
})
export type MailEvent = z.infer<typeof MailEvent>

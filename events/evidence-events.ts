// What S3 and GuardDuty tell us of a file that was sent, by EventBridge: that it is there, and what the malware scan said.
import * as z from 'zod/mini'

/** The key of what a browser sent; of what we put ourselves no event comes. */
const Sent = z.pipe(
  z.string().check(z.regex(/^quarantine\/[0-9a-hjkmnp-tv-z]{16}\/[0-9a-hjkmnp-tv-z]{16}$/)),
  z.transform((key) => {
    const [, journey, file] = key.split('/') as [string, string, string]
    return { journey, file }
  }),
)

const Arrived = z.object({
  source: z.literal('aws.s3'),
  'detail-type': z.literal('Object Created'),
  detail: z.object({ object: z.object({ key: Sent }) }),
})

/** The result stands in the event too; what counts is the tag on the object, which nobody but GuardDuty can set. */
const Scanned = z.object({
  source: z.literal('aws.guardduty'),
  'detail-type': z.literal('GuardDuty Malware Protection Object Scan Result'),
  detail: z.object({ s3ObjectDetails: z.object({ objectKey: Sent }) }),
})

/** Either way, which file it is about. */
export const EvidenceEvent = z.pipe(
  z.discriminatedUnion('source', [Arrived, Scanned]),
  z.transform((event) =>
    event.source === 'aws.s3' ? event.detail.object.key : event.detail.s3ObjectDetails.objectKey,
  ),
)

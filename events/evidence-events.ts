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
  detail: z.object({ object: z.object({ key: Sent, size: z.int().check(z.gte(0)) }) }),
})

const Scanned = z.object({
  source: z.literal('aws.guardduty'),
  'detail-type': z.literal('GuardDuty Malware Protection Object Scan Result'),
  detail: z.object({
    s3ObjectDetails: z.object({
      objectKey: Sent,
      /** S3 itself writes it in quotes, and so do we. */
      eTag: z.pipe(
        z.string().check(z.minLength(1)),
        z.transform((tag) => `"${tag.replaceAll('"', '')}"`),
      ),
    }),
    scanResultDetails: z.object({ scanResultStatus: z.string() }),
  }),
})

export type ScanVerdict = 'clean' | 'infected' | 'not-scannable'

/** A status that AWS adds some day is not clean. */
export function scanVerdict(status: string): ScanVerdict {
  if (status === 'NO_THREATS_FOUND') return 'clean'
  return status === 'THREATS_FOUND' ? 'infected' : 'not-scannable'
}

/** Which file it is about; how large it arrived; or of which content, by the bucket's tag of it, the scan said what. */
export const EvidenceEvent = z.pipe(
  z.discriminatedUnion('source', [Arrived, Scanned]),
  z.transform((event) => {
    if (event.source === 'aws.s3') {
      const { key, size } = event.detail.object
      return { ...key, arrivedBytes: size, scan: undefined }
    }
    const { s3ObjectDetails, scanResultDetails } = event.detail
    const { objectKey, eTag: tag } = s3ObjectDetails
    return {
      ...objectKey,
      arrivedBytes: undefined,
      scan: { tag, verdict: scanVerdict(scanResultDetails.scanResultStatus) },
    }
  }),
)
export type EvidenceEvent = z.output<typeof EvidenceEvent>

// What GuardDuty's malware scan wrote on an object, as a tag that nobody else may set, and which content lies there now.
import { GetObjectTaggingCommand, HeadObjectCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3'
import { scanVerdict } from '../../events/evidence-events.ts'
import type { Scanner } from '../app/ports.ts'
import { bucketName, sentKey } from './evidence-bucket.ts'

export function guarddutyScanner(): Scanner {
  const [client, Bucket] = [new S3Client({}), bucketName()]
  return {
    async look(journey, file) {
      const object = { Bucket, Key: sentKey(journey, file) }
      try {
        // GuardDuty writes on the key, not on what it has scanned: a form can be sent twice within its ten minutes, and the
        // verdict on the one then stands on the other. The event of the scan says on which; this can only agree with it.
        const { ETag, ContentLength } = await client.send(new HeadObjectCommand(object))
        const { TagSet } = await client.send(new GetObjectTaggingCommand(object))
        const said = TagSet?.find(({ Key }) => Key === 'GuardDutyMalwareScanStatus')?.Value
        return {
          verdict: said === undefined ? 'pending' : scanVerdict(said),
          bytes: ContentLength ?? 0,
          tag: ETag!,
        }
      } catch (error) {
        if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return undefined
        throw error
      }
    },
  }
}

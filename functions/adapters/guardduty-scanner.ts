// What GuardDuty's malware scan said of a file: it is written on the object as a tag, which nobody else may set.
import { GetObjectTaggingCommand, HeadObjectCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3'
import type { ScannedObject, Scanner } from '../app/ports.ts'
import { bucketName, sentKey } from './evidence-bucket.ts'

export function guarddutyScanner(): Scanner {
  const [client, Bucket] = [new S3Client({}), bucketName()]
  return {
    async look(journey, file) {
      const object = { Bucket, Key: sentKey(journey, file) }
      try {
        // The content's own tag is read before the verdict, and asked for again when the content is read: a form can be sent
        // twice within its ten minutes, and the verdict on the one must not stand for the other.
        const { ETag, ContentLength } = await client.send(new HeadObjectCommand(object))
        const { TagSet } = await client.send(new GetObjectTaggingCommand(object))
        const said = TagSet?.find(({ Key }) => Key === 'GuardDutyMalwareScanStatus')?.Value
        return { verdict: verdictOf(said), bytes: ContentLength ?? 0, tag: ETag! }
      } catch (error) {
        if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return undefined
        throw error
      }
    },
  }
}

/** A status that AWS adds some day is not clean. */
function verdictOf(said: string | undefined): ScannedObject['verdict'] {
  if (said === undefined) return 'pending'
  if (said === 'NO_THREATS_FOUND') return 'clean'
  return said === 'THREATS_FOUND' ? 'infected' : 'not-scannable'
}

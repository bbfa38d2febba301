// The content of the evidence files: what was sent is read once it is scanned, what may be opened is put, and both can go.
import {
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import type { EvidenceObjects, EvidenceRemoval } from '../app/ports.ts'
import { bucketName, cleanKey, sentKey } from './evidence-bucket.ts'

export function s3EvidenceObjects(): EvidenceObjects {
  const [client, Bucket] = [new S3Client({}), bucketName()]
  return {
    async readSent(journey, file, tag) {
      try {
        const Key = sentKey(journey, file)
        const { Body } = await client.send(new GetObjectCommand({ Bucket, Key, IfMatch: tag }))
        return await Body!.transformToByteArray()
      } catch (error) {
        if (isOneOf(error, 404, 412)) return undefined
        throw error
      }
    },
    async putClean(journey, file, content) {
      await client.send(
        new PutObjectCommand({
          Bucket,
          Key: cleanKey(journey, file),
          Body: content,
          ContentType: 'application/octet-stream',
        }),
      )
    },
  }
}

export function s3EvidenceRemoval(): EvidenceRemoval {
  const [client, Bucket] = [new S3Client({}), bucketName()]
  const drop = async (Key: string) => {
    await client.send(new DeleteObjectCommand({ Bucket, Key }))
  }
  return {
    dropSent: (journey, file) => drop(sentKey(journey, file)),
    dropClean: (journey, file) => drop(cleanKey(journey, file)),
  }
}

function isOneOf(error: unknown, ...statuses: number[]): boolean {
  return error instanceof S3ServiceException && statuses.includes(error.$metadata.httpStatusCode ?? 0)
}

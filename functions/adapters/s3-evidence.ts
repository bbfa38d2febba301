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
        const { Body, ETag } = await client.send(new GetObjectCommand({ Bucket, Key }))
        const content = await Body!.transformToByteArray()
        return ETag === tag ? content : undefined
      } catch (error) {
        if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return undefined
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

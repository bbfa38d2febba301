// What is asked of S3 and GuardDuty for a file, and how their answers are read: what is missing is a value, the rest throws.
import {
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import { mockClient } from 'aws-sdk-client-mock'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { guarddutyScanner } from '../../functions/adapters/guardduty-scanner.ts'
import { s3EvidenceObjects } from '../../functions/adapters/s3-evidence.ts'

const s3 = mockClient(S3Client)
beforeEach(() => {
  s3.reset()
  vi.stubEnv('EVIDENCE_BUCKET', 'the-bucket')
  vi.stubEnv('AWS_REGION', 'eu-west-2')
})
afterEach(() => {
  vi.unstubAllEnvs()
})

const [journey, file] = ['h3k9w2m7x5p4t8q1', 'w5q2n8x4k7m3t9c6']
const sent = { Bucket: 'the-bucket', Key: `quarantine/${journey}/${file}` }
const clean = { Bucket: 'the-bucket', Key: `clean/${journey}/${file}` }

function failure(status: number): S3ServiceException {
  return new S3ServiceException({
    name: 'AnyName',
    $fault: status < 500 ? 'client' : 'server',
    $metadata: { httpStatusCode: status },
  })
}

describe('the scan', () => {
  const look = () => guarddutyScanner().look(journey, file)
  const tagged = (value?: string) => {
    s3.on(HeadObjectCommand, sent).resolves({ ETag: '"e"', ContentLength: 12 })
    const other = { Key: 'Team', Value: 'NO_THREATS_FOUND' }
    const TagSet = value ? [other, { Key: 'GuardDutyMalwareScanStatus', Value: value }] : [other]
    s3.on(GetObjectTaggingCommand, sent).resolves({ TagSet })
  }

  it.each([
    [undefined, 'pending'],
    ['NO_THREATS_FOUND', 'clean'],
    ['THREATS_FOUND', 'infected'],
    ['UNSUPPORTED', 'not-scannable'],
    ['ACCESS_DENIED', 'not-scannable'],
    ['FAILED', 'not-scannable'],
    ['SOMETHING_NEW', 'not-scannable'],
  ])('that says %s means %s', async (value, verdict) => {
    tagged(value)
    expect(await look()).toEqual({ verdict, bytes: 12, tag: '"e"' })
  })

  it('is of nothing when there is nothing, and fails when S3 does', async () => {
    s3.on(HeadObjectCommand).rejects(failure(404))
    expect(await look()).toBeUndefined()
    for (const status of [403, 503]) {
      s3.on(HeadObjectCommand).rejects(failure(status))
      await expect(look()).rejects.toThrow(S3ServiceException)
    }
  })
})

describe('the content', () => {
  it('is read if it is still the one that was scanned', async () => {
    const body = { transformToByteArray: async () => new Uint8Array([1, 2, 3]) }
    s3.on(GetObjectCommand, sent).resolves({ Body: body as never, ETag: '"e"' })
    expect(await s3EvidenceObjects().readSent(journey, file, '"e"')).toEqual(new Uint8Array([1, 2, 3]))
    expect(await s3EvidenceObjects().readSent(journey, file, '"another"')).toBeUndefined()
  })

  it('is none when there is nothing', async () => {
    s3.on(GetObjectCommand).rejects(failure(404))
    expect(await s3EvidenceObjects().readSent(journey, file, '"e"')).toBeUndefined()
  })

  it('cannot be read when S3 fails', async () => {
    s3.on(GetObjectCommand).rejects(failure(503))
    await expect(s3EvidenceObjects().readSent(journey, file, '"e"')).rejects.toThrow(S3ServiceException)
  })

  it('is put under another key once it was checked, as bytes that no browser runs', async () => {
    s3.on(PutObjectCommand).resolves({})
    await s3EvidenceObjects().putClean(journey, file, new Uint8Array([9]))
    expect(s3.commandCalls(PutObjectCommand)[0]!.args[0].input).toEqual({
      ...clean,
      Body: new Uint8Array([9]),
      ContentType: 'application/octet-stream',
    })
  })
})

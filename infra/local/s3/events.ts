// The events that come to EventBridge of a put: S3's own, and GuardDuty's of the scan that follows.
import { region } from '../environment.ts'
import type { AnnouncedPut } from './store.ts'

/** What on AWS the bucket's rule and GuardDuty's plan watch. */
export const watchedPrefix = 'quarantine/'

const account = '000000000000'

export type EvidenceEvent = ReturnType<typeof createdEvent> | ReturnType<typeof scanEvent>

/** The same event, with the same id, however often it has to be given. */
export function createdEvent(bucket: string, { created, ...put }: AnnouncedPut) {
  return envelope(created.id, put.modifiedAt, {
    source: 'aws.s3',
    'detail-type': 'Object Created',
    resources: [`arn:aws:s3:::${bucket}`],
    detail: {
      version: '0',
      bucket: { name: bucket },
      object: { key: put.key, size: put.size, etag: put.etag, sequencer: put.id.toUpperCase() },
      'request-id': created.requestId,
      requester: account,
      'source-ip-address': '127.0.0.1',
      reason: created.reason,
    },
  })
}

/** The same event, with the same id, however often it has to be given. */
export function scanEvent(bucket: string, put: AnnouncedPut, scan: NonNullable<AnnouncedPut['scan']>) {
  return envelope(scan.id, scan.at, {
    source: 'aws.guardduty',
    'detail-type': 'GuardDuty Malware Protection Object Scan Result',
    resources: [`arn:aws:guardduty:${region}:${account}:malware-protection-plan/laptop`],
    detail: {
      schemaVersion: '1.0',
      scanStatus: 'COMPLETED',
      resourceType: 'S3_OBJECT',
      s3ObjectDetails: { bucketName: bucket, objectKey: put.key, eTag: put.etag, s3Throttled: false },
      scanResultDetails: {
        scanResultStatus: scan.verdict,
        threats: scan.verdict === 'THREATS_FOUND' ? [{ name: 'EICAR-Test-File (not a virus)' }] : null,
      },
    },
  })
}

function envelope<E extends object>(id: string, at: string, event: E) {
  return { version: '0', id, account, time: `${at.slice(0, 19)}Z`, region, ...event }
}

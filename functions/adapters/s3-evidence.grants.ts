// What the ports of the evidence files' content may do.
import { type Grant, ofBucket } from './grant.ts'

export const evidenceObjects: Grant = ofBucket(
  { on: 'files', prefix: 'quarantine/', may: ['GetObject'] },
  { on: 'files', prefix: 'clean/', may: ['PutObject'] },
  { on: 'bucket', may: ['ListBucket'] },
)
export const evidenceRemoval: Grant = ofBucket(
  { on: 'files', prefix: 'quarantine/', may: ['DeleteObject'] },
  { on: 'files', prefix: 'clean/', may: ['DeleteObject'] },
)

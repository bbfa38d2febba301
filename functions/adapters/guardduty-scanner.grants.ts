// What the port of the malware scan may do: the verdict is read, and never written.
import { type Grant, ofBucket } from './grant.ts'

export const scanner: Grant = ofBucket(
  { on: 'files', prefix: 'quarantine/', may: ['GetObject', 'GetObjectTagging'] },
  { on: 'bucket', may: ['ListBucket'] },
)

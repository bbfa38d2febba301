// What a browser may do with the bucket on a signature of ours: the function that signs has to hold the permission itself.
import type { Grant } from './grant.ts'

export const uploadForms: Grant = {
  variables: ['EVIDENCE_BUCKET', 'EVIDENCE_URL'],
  statements: [{ on: 'files', prefix: 'quarantine/', may: ['PutObject'] }],
}
export const downloads: Grant = {
  variables: ['EVIDENCE_URL'],
  statements: [{ on: 'files', prefix: 'clean/', may: ['GetObject'] }],
}

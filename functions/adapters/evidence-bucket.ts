// The bucket of the evidence files: its name, where a browser reaches it, and the keys in it.
import * as z from 'zod/mini'
import { environment } from './environment.ts'

/** What a browser sent lies here until it is checked; nobody is given it. */
export function sentKey(journey: string, file: string): string {
  return `quarantine/${journey}/${file}`
}

/** What may be opened; only check-file writes here. */
export function cleanKey(journey: string, file: string): string {
  return `clean/${journey}/${file}`
}

export const bucketVariable = { EVIDENCE_BUCKET: z.string().check(z.minLength(3)) }

export function bucketName(): string {
  return environment(z.object(bucketVariable)).EVIDENCE_BUCKET
}

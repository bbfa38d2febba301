// What is done with the bucket on a signature of ours, without the SDK: a browser sends one file or fetches one that was checked, and a file goes.
import * as z from 'zod/mini'
import { maxSentBytes } from '../../workflows/evidence-file.ts'
import type { Downloads, EvidenceRemoval, UploadForms } from '../app/ports.ts'
import { attachment } from './attachment.ts'
import { algorithm, amzDate, presigned, scopeOf, sign, signerFrom, signerVariables } from './aws-signature.ts'
import { environment } from './environment.ts'
import { bucketVariable, cleanKey, sentKey } from './evidence-bucket.ts'

const uploadMs = 10 * 60_000
const downloadSeconds = 60
const removalSeconds = 60
/** Whatever it is: a browser that opened it in its window would run what is in it. */
const contentType = 'application/octet-stream'

const Variables = z.object({
  ...signerVariables,
  EVIDENCE_URL: z
    .url({ protocol: /^https?$/ })
    .check(z.refine((url) => !url.endsWith('/'), 'must not end with a slash')),
})

export function s3UploadForms(): UploadForms {
  const variables = environment(z.extend(Variables, bucketVariable))
  const { EVIDENCE_BUCKET: bucket, EVIDENCE_URL: action } = variables
  const from = signerFrom(variables)
  return {
    formFor(journey, file, backTo, now) {
      const date = amzDate(now)
      const fields = {
        key: sentKey(journey, file),
        'Content-Type': contentType,
        success_action_redirect: backTo,
        'x-amz-algorithm': algorithm,
        'x-amz-credential': `${from.keyId}/${scopeOf(from, date)}`,
        'x-amz-date': date,
        ...(from.sessionToken && { 'x-amz-security-token': from.sessionToken }),
      }
      const conditions = [
        { bucket },
        ['content-length-range', 0, maxSentBytes],
        ...Object.entries(fields).map(([name, value]) => ({ [name]: value })),
      ]
      const expiration = new Date(now.getTime() + uploadMs).toISOString()
      const policy = Buffer.from(JSON.stringify({ expiration, conditions })).toString('base64')
      return { action, fields: { ...fields, policy, 'x-amz-signature': sign(from, date, policy) } }
    },
  }
}

export function s3Downloads(): Downloads {
  const variables = environment(Variables)
  const { EVIDENCE_URL: url } = variables
  const from = signerFrom(variables)
  return {
    linkTo: (journey, file, fileName, now) =>
      presigned(
        from,
        'GET',
        `${url}/${cleanKey(journey, file)}`,
        {
          'response-content-disposition': attachment(fileName),
          'response-content-type': contentType,
          // On a device that others use too, the file is not to stay behind when somebody signs out.
          'response-cache-control': 'no-store',
        },
        now,
        downloadSeconds,
      ),
  }
}

/** The SDK would add 130 KB to the page that takes a file away. Throws unless the store says that the file is gone. */
export function s3EvidenceRemoval(): EvidenceRemoval {
  const variables = environment(Variables)
  const from = signerFrom(variables)
  const drop = async (key: string) => {
    const link = presigned(from, 'DELETE', `${variables.EVIDENCE_URL}/${key}`, {}, new Date(), removalSeconds)
    const { status } = await fetch(link, { method: 'DELETE' })
    // S3 says 204 too of a file that was never there.
    if (status !== 204) throw new Error(`A file could not be removed: ${status}`)
  }
  return {
    dropSent: (journey, file) => drop(sentKey(journey, file)),
    dropClean: (journey, file) => drop(cleanKey(journey, file)),
  }
}

// What a browser does with the bucket by itself, on a permission of minutes: it sends one file, or fetches one that was checked.
import * as z from 'zod/mini'
import { maxFileBytes } from '../../workflows/evidence-file.ts'
import type { Downloads, UploadForms } from '../app/ports.ts'
import { attachment } from './attachment.ts'
import {
  algorithm,
  amzDate,
  presignedGet,
  scopeOf,
  sign,
  signerFrom,
  signerVariables,
} from './aws-signature.ts'
import { environment } from './environment.ts'
import { bucketVariable, cleanKey, sentKey } from './evidence-bucket.ts'

const uploadMs = 10 * 60_000
const downloadSeconds = 60
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
        ['content-length-range', 1, maxFileBytes],
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
      presignedGet(
        from,
        `${url}/${cleanKey(journey, file)}`,
        {
          'response-content-disposition': attachment(fileName),
          'response-content-type': contentType,
        },
        now,
        downloadSeconds,
      ),
  }
}

// The S3 that the contract is held against: the caller's, if it names one, else the laptop's own.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAwsEndpoint } from '../../infra/local/aws-endpoint.ts'
import { listen } from '../../infra/local/listen.ts'
import { openS3 } from '../../infra/local/s3.ts'
import type { Signer } from '../support/s3-signer.ts'

export type Endpoint = {
  /** Of the service, as the SDK takes it. */
  url: string
  /** Where a browser reaches the bucket. */
  bucketUrl: string
  bucket: string
  signer: Signer
  stop: () => Promise<void>
}

const elsewhere = async () => ({ status: 501, headers: {}, body: '' })

/**
 * AWS_ENDPOINT_URL_S3 and EVIDENCE_BUCKET name the caller's; then AWS_REGION, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY
 * and AWS_SESSION_TOKEN are read too.
 */
export async function s3Endpoint(): Promise<Endpoint> {
  const { AWS_ENDPOINT_URL_S3: url, EVIDENCE_BUCKET: bucket } = process.env
  return url && bucket ? theirs(url.replace(/\/+$/, ''), bucket) : ours()
}

function theirs(url: string, bucket: string): Endpoint {
  const { AWS_REGION, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = process.env
  if (!AWS_REGION || !AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY) {
    throw new Error('Give AWS_REGION, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY for that endpoint too')
  }
  const signer = {
    accessKeyId: AWS_ACCESS_KEY_ID,
    secretAccessKey: AWS_SECRET_ACCESS_KEY,
    region: AWS_REGION,
    ...(AWS_SESSION_TOKEN && { sessionToken: AWS_SESSION_TOKEN }),
  }
  return { url, bucketUrl: `${url}/${bucket}`, bucket, signer, stop: async () => {} }
}

async function ours(): Promise<Endpoint> {
  const folder = await mkdtemp(join(tmpdir(), 'ccqm-s3-'))
  const bucket = 'contract'
  const signer = { accessKeyId: 'laptop', secretAccessKey: 'laptop', region: 'eu-west-2' }
  const s3 = await openS3({ folder, bucket, keys: signer, onEvent: async () => {} })
  const services = { dynamodb: elsewhere, stepFunctions: elsewhere, lambda: elsewhere, ses: elsewhere, s3 }
  const server = await listen({ face: 'a test', port: 0, onRequest: createAwsEndpoint(services) })
  const stop = async () => {
    await server.close()
    await s3.events.stop()
    await rm(folder, { recursive: true })
  }
  return { url: server.url, bucketUrl: `${server.url}/${bucket}`, bucket, signer, stop }
}

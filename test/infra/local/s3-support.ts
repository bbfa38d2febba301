// A bucket behind the address of the AWS services, for these tests.
import { S3Client } from '@aws-sdk/client-s3'
import { onTestFinished } from 'vitest'
import { createAwsEndpoint } from '../../../infra/local/aws-endpoint.ts'
import { createConsole } from '../../../infra/local/console.ts'
import type { EvidenceEvent } from '../../../infra/local/s3/events.ts'
import { evidenceSection } from '../../../infra/local/s3/pages.ts'
import { openS3 } from '../../../infra/local/s3.ts'
import { serve, temporaryFolder } from './support.ts'

export const bucket = 'evidence-of-a-test'
export const signer = { accessKeyId: 'laptop', secretAccessKey: 'secret', region: 'eu-west-2' }

const unmounted = async () => ({ status: 501, headers: {}, body: '' })

export async function startBucket(
  options: { folder?: string; onEvent?: (event: EvidenceEvent) => Promise<unknown> } = {},
) {
  const { folder = temporaryFolder(), onEvent = async () => {} } = options
  const s3 = await openS3({ folder, bucket, keys: signer, onEvent, retryAfterMs: 20 })
  onTestFinished(s3.events.stop)
  const endpoint = createAwsEndpoint({
    dynamodb: unmounted,
    stepFunctions: unmounted,
    lambda: unmounted,
    ses: unmounted,
    s3,
  })
  const { url } = await serve(endpoint)
  const pages = await serve(
    createConsole({ webUrl: 'http://app', awsUrl: url, sections: [evidenceSection(s3)] }),
  )
  const client = clientOf(url, signer.secretAccessKey)
  const content = async (key: string) => {
    const opened = await s3.open(key)
    try {
      return await opened?.file.readFile()
    } finally {
      await opened?.file.close()
    }
  }
  return { s3, folder, awsUrl: url, url: `${url}/${bucket}`, pages: pages.url, client, content }
}

export function clientOf(endpoint: string, secretAccessKey: string): S3Client {
  const quiet = () => {} // it warns of streams, which cannot be sent again
  const logger = { debug: quiet, info: quiet, warn: quiet, error: quiet }
  const credentials = { accessKeyId: signer.accessKeyId, secretAccessKey }
  const client = new S3Client({ endpoint, region: signer.region, credentials, maxAttempts: 1, logger })
  onTestFinished(() => client.destroy())
  return client
}

/** What S3 says of a refusal, without its request's id. */
export async function refusalOf(answer: Response): Promise<string> {
  const [, code = '', message = ''] =
    /<Code>(.*)<\/Code><Message>(.*?)<\/Message>/s.exec(await answer.text()) ?? []
  return `${answer.status} ${code}: ${message}`
}

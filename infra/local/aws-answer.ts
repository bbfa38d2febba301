// What the embedded AWS services are asked, and what they answer.
import type { IncomingHttpHeaders } from 'node:http'

export type AwsRequest = {
  method: string
  /** With the query string. */
  path: string
  headers: IncomingHttpHeaders
  body: Buffer
}

export type AwsAnswer = {
  status: number
  headers: Readonly<Record<string, string>>
  body: string
  /** Called once the answer is on its way, or its caller gone: what on AWS another service would then begin. */
  afterSent?: () => void
}

// What API Gateway sends for a page: the parts of an HTTP API event (payload format 2.0) that are read here.
import * as z from 'zod/mini'

export const WebRequest = z.object({
  routeKey: z.string(),
  rawPath: z.string(),
  headers: z.record(z.string(), z.string()),
  cookies: z.optional(z.array(z.string())),
  pathParameters: z.optional(z.record(z.string(), z.string())),
  queryStringParameters: z.optional(z.record(z.string(), z.string())),
  body: z.optional(z.string()),
  isBase64Encoded: z.boolean(),
  requestContext: z.object({ http: z.object({ method: z.string(), sourceIp: z.string() }) }),
})
export type WebRequest = z.infer<typeof WebRequest>

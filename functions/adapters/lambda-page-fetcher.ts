// Has the function fetch-page look at a page: it alone meets what a stranger's site sends, and it can reach nothing of ours.
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import * as z from 'zod/mini'
import { FetchedPage, type FetchPage } from '../../events/fetched-pages.ts'
import type { PageFetcher } from '../app/ports.ts'
import { environment } from './environment.ts'

export function lambdaPageFetcher(): PageFetcher {
  const { FETCH_PAGE_FUNCTION: FunctionName } = environment(
    z.object({ FETCH_PAGE_FUNCTION: z.string().check(z.minLength(1)) }),
  )
  const client = new LambdaClient({})
  return {
    async fetch(url) {
      const Payload = JSON.stringify({ url } satisfies FetchPage)
      const answer = await client.send(new InvokeCommand({ FunctionName, Payload }))
      if (answer.FunctionError) throw new Error('The function that looks at pages has failed')
      return FetchedPage.parse(JSON.parse(answer.Payload?.transformToString() ?? ''))
    },
  }
}

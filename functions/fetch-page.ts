// Called by check-links: looks at one web page. It can reach the internet, and nothing of ours.
import { FetchPage } from '../events/fetched-pages.ts'
import { publicWeb } from './adapters/public-web.ts'
import { fetchPage } from './app/fetch-page.ts'
import type { Needs } from './inventory.ts'
import { task } from './middleware/task.ts'

const ports = { publicWeb: publicWeb() } satisfies Needs<'fetch-page'>

export const handler = task('fetch-page', FetchPage, ({ url }) => fetchPage(ports, url))

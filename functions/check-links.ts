// Woken every ten minutes: has the links looked at that are due, and keeps what they say.
import { Links } from '../events/schedules.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoCaptureRemoval, dynamoCaptureWriter } from './adapters/dynamo-captures.ts'
import { dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoLinkChecks } from './adapters/dynamo-links.ts'
import { lambdaPageFetcher } from './adapters/lambda-page-fetcher.ts'
import { systemClock } from './adapters/system-clock.ts'
import { checkLinks } from './app/check-links.ts'
import type { Needs } from './inventory.ts'
import { task } from './middleware/task.ts'

const table = openTable()
const ports = {
  clock: systemClock,
  journeys: dynamoJourneys(table),
  linkChecks: dynamoLinkChecks(table),
  captureWriter: dynamoCaptureWriter(table),
  captureRemoval: dynamoCaptureRemoval(table),
  pageFetcher: lambdaPageFetcher(),
} satisfies Needs<'check-links'>

export const handler = task('check-links', Links, () => checkLinks(ports))

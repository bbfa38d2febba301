// GET /journeys/{journey}/public/preview : the public page with every part, as it would be published now.
import { JourneyPath } from '../events/forms.ts'
import { publicParts } from '../workflows/publicised.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoDrafts } from './adapters/dynamo-drafts.ts'
import { dynamoFiles } from './adapters/dynamo-files.ts'
import { dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoPublications } from './adapters/dynamo-publications.ts'
import { dynamoRecords } from './adapters/dynamo-records.ts'
import { dynamoSessions } from './adapters/dynamo-sessions.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { canPublish, publishablePage } from './app/publishable.ts'
import { journeyOf, onBehalfIn } from './app/read-journey.ts'
import type { Needs } from './inventory.ts'
import { parsePath, signedInPage } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'
import { previewPage } from './web/public-settings.ts'

const table = openTable()
const ports = {
  settings: settings(),
  words: dynamoWords(table),
  clock: systemClock,
  sessions: dynamoSessions(table),
  journeys: dynamoJourneys(table),
  records: dynamoRecords(table),
  drafts: dynamoDrafts(table),
  files: dynamoFiles(table),
  publications: dynamoPublications(table),
} satisfies Needs<'show-preview'>

export const handler = signedInPage('show-preview', ports, 'anybody', async ({ path }, { session }) => {
  const { journey } = parsePath(JourneyPath, path)
  const found = await journeyOf(ports, journey, session)
  if (!found || !canPublish(found.event)) throw new PageError(404, 'not-found')
  const page = await publishablePage(ports, found.event, publicParts)
  const published = await ports.publications.of(journey)
  return { page: previewPage(page, published, await onBehalfIn(ports, found)) }
})

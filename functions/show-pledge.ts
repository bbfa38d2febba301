// GET /pledge/{journey} : everybody of an organisation can pledge here; each form has a random id of its own.
import { JourneyPath } from '../events/forms.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoDrafts } from './adapters/dynamo-drafts.ts'
import { dynamoFiles } from './adapters/dynamo-files.ts'
import { dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoRecords } from './adapters/dynamo-records.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { pledgeFor } from './app/pledge.ts'
import { mintId } from './app/secrets.ts'
import type { Needs } from './inventory.ts'
import { openPage, parsePath } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'
import { noPledgesPage, pledgePage } from './web/pledge.ts'

const table = openTable()
const ports = {
  settings: settings(),
  words: dynamoWords(table),
  clock: systemClock,
  journeys: dynamoJourneys(table),
  records: dynamoRecords(table),
  files: dynamoFiles(table),
  drafts: dynamoDrafts(table),
} satisfies Needs<'show-pledge'>

export const handler = openPage('show-pledge', ports, async ({ path }) => {
  const { journey } = parsePath(JourneyPath, path)
  const event = await ports.journeys.newest(journey)
  // Nobody but themselves pledges with an individual, and the page would say who they are.
  if (!event || event.state.individual) throw new PageError(404, 'not-found')
  const view = await pledgeFor(ports, event)
  return { page: view ? pledgePage({ journey, ...view }, mintId()) : noPledgesPage() }
})

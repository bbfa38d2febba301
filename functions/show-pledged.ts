// GET /pledge/{journey}/thanks : thanks, and how many have pledged.
import { JourneyPath } from '../events/forms.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoDrafts } from './adapters/dynamo-drafts.ts'
import { dynamoFiles } from './adapters/dynamo-files.ts'
import { dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoPledges } from './adapters/dynamo-pledges.ts'
import { dynamoRecords } from './adapters/dynamo-records.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { countPledges, pledgeFor } from './app/pledge.ts'
import type { Needs } from './inventory.ts'
import { openPage, parsePath } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'
import { noPledgesPage, pledgedPage } from './web/pledge.ts'

const table = openTable()
const ports = {
  settings: settings(),
  words: dynamoWords(table),
  clock: systemClock,
  journeys: dynamoJourneys(table),
  records: dynamoRecords(table),
  files: dynamoFiles(table),
  drafts: dynamoDrafts(table),
  pledges: dynamoPledges(table, systemClock),
} satisfies Needs<'show-pledged'>

export const handler = openPage('show-pledged', ports, async ({ path }) => {
  const event = await ports.journeys.newest(parsePath(JourneyPath, path).journey)
  if (!event || event.state.individual) throw new PageError(404, 'not-found')
  const view = await pledgeFor(ports, event)
  return { page: view ? pledgedPage(view, await countPledges(ports, event)) : noPledgesPage() }
})

// GET /journeys/{journey}/pledges : how many have pledged, and what they said, for the lead and colleagues.
import { JourneyPath, PledgesQuery } from '../events/forms.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoPledges, dynamoSaid } from './adapters/dynamo-pledges.ts'
import { dynamoPublications } from './adapters/dynamo-publications.ts'
import { dynamoRecords } from './adapters/dynamo-records.ts'
import { dynamoSessions } from './adapters/dynamo-sessions.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { readPledges } from './app/pledges.ts'
import type { Needs } from './inventory.ts'
import { parsePath, signedInPage } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'
import { pledgesPage } from './web/pledges.ts'

const table = openTable()
const ports = {
  settings: settings(),
  words: dynamoWords(table),
  clock: systemClock,
  sessions: dynamoSessions(table),
  journeys: dynamoJourneys(table),
  records: dynamoRecords(table),
  pledges: dynamoPledges(table, systemClock),
  said: dynamoSaid(table),
  publications: dynamoPublications(table),
} satisfies Needs<'show-pledges'>

export const handler = signedInPage('show-pledges', ports, 'anybody', async ({ path, query }, signedIn) => {
  const { journey } = parsePath(JourneyPath, path)
  const { before, done } = parsePath(PledgesQuery, query)
  const view = await readPledges(ports, signedIn, journey, before)
  if (!view) throw new PageError(404, 'not-found')
  return { page: pledgesPage(view, done) }
})

// GET /team/journeys/{journey}/lead : who leads a journey, and the form to change it.
import { JourneyPath } from '../events/forms.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoPeople } from './adapters/dynamo-people.ts'
import { dynamoRecords } from './adapters/dynamo-records.ts'
import { dynamoSessions } from './adapters/dynamo-sessions.ts'
import { dynamoSuppressions } from './adapters/dynamo-suppressions.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { readLeadView } from './app/change-lead.ts'
import type { Needs } from './inventory.ts'
import { parsePath, signedInPage } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'
import { leadPage } from './web/journey-lead.ts'

const table = openTable()
const ports = {
  settings: settings(),
  words: dynamoWords(table),
  clock: systemClock,
  sessions: dynamoSessions(table),
  journeys: dynamoJourneys(table),
  records: dynamoRecords(table),
  people: dynamoPeople(table),
  suppressions: dynamoSuppressions(table),
} satisfies Needs<'show-lead'>

export const handler = signedInPage('show-lead', ports, 'team', async ({ path }, { token }) => {
  const event = await ports.journeys.newest(parsePath(JourneyPath, path).journey)
  if (!event) throw new PageError(404, 'not-found')
  return { page: leadPage({ ...(await readLeadView(ports, event)), token }) }
})

// GET /team/journeys/{journey}/close : asks whether to end a journey, and why.
import { JourneyPath } from '../events/forms.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoRecords } from './adapters/dynamo-records.ts'
import { dynamoSessions } from './adapters/dynamo-sessions.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { organisationName } from './app/summarise.ts'
import type { Needs } from './inventory.ts'
import { parsePath, signedInPage } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'
import { closePage } from './web/journey-close.ts'

const table = openTable()
const ports = {
  settings: settings(),
  words: dynamoWords(table),
  clock: systemClock,
  sessions: dynamoSessions(table),
  journeys: dynamoJourneys(table),
  records: dynamoRecords(table),
} satisfies Needs<'show-close'>

export const handler = signedInPage('show-close', ports, 'team', async ({ path }, { token }) => {
  const event = await ports.journeys.newest(parsePath(JourneyPath, path).journey)
  if (!event) throw new PageError(404, 'not-found')
  const { journey } = event
  const view = { journey, organisationName: await organisationName(ports, event) }
  return { page: closePage({ ...view, token: token('close-journey') }) }
})

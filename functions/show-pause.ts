// GET /team/journeys/{journey}/pause : asks whether to pause a journey, or to let it go on.
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
import { pausePage } from './web/journey-pause.ts'

const table = openTable()
const ports = {
  settings: settings(),
  words: dynamoWords(table),
  clock: systemClock,
  sessions: dynamoSessions(table),
  journeys: dynamoJourneys(table),
  records: dynamoRecords(table),
} satisfies Needs<'show-pause'>

export const handler = signedInPage('show-pause', ports, 'team', async ({ path }, { token }) => {
  const event = await ports.journeys.newest(parsePath(JourneyPath, path).journey)
  if (!event) throw new PageError(404, 'not-found')
  return {
    page: pausePage({
      journey: event.journey,
      organisationName: await organisationName(ports, event),
      pausedAt: event.state.pausedAt,
      token: token('pause-journey'),
    }),
  }
})

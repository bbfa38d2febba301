// GET /team : what waits for the team, and every journey.

import { openTable } from './adapters/dynamo.ts'
import { dynamoSessions } from './adapters/dynamo-sessions.ts'
import { dynamoSummaries } from './adapters/dynamo-summaries.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { listJourneys } from './app/list-journeys.ts'
import type { Needs } from './inventory.ts'
import { signedInPage } from './middleware/page.ts'
import { teamPage } from './web/team.ts'

const table = openTable()
const ports = {
  settings: settings(),
  words: dynamoWords(table),
  clock: systemClock,
  sessions: dynamoSessions(table),
  summaries: dynamoSummaries(table),
} satisfies Needs<'show-team'>

export const handler = signedInPage('show-team', ports, 'team', async () => ({
  page: teamPage(await listJourneys(ports)),
}))

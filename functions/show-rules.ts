// GET /team/journeys/{journey}/rules : what moving a journey to the newest rules would change.
import { JourneyPath } from '../events/forms.ts'
import { definitionOf, newest } from '../workflows/released/index.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoRecords } from './adapters/dynamo-records.ts'
import { dynamoSessions } from './adapters/dynamo-sessions.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { readMove } from './app/read-move.ts'
import { organisationName } from './app/summarise.ts'
import type { Needs } from './inventory.ts'
import { parsePath, signedInPage } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'
import { rulesPage } from './web/rules.ts'

const table = openTable()
const ports = {
  settings: settings(),
  words: dynamoWords(table),
  clock: systemClock,
  sessions: dynamoSessions(table),
  journeys: dynamoJourneys(table),
  records: dynamoRecords(table),
} satisfies Needs<'show-rules'>

export const handler = signedInPage('show-rules', ports, 'team', async ({ path }, { token }) => {
  const event = await ports.journeys.newest(parsePath(JourneyPath, path).journey)
  if (!event) throw new PageError(404, 'not-found')
  const now = ports.clock.now().toISOString()
  const move = readMove(now, event, definitionOf(event.state.definition), newest)
  if (!move) return { goTo: `/team/journeys/${event.journey}` }
  return {
    page: rulesPage({
      ...move,
      organisationName: await organisationName(ports, event),
      token: token('move-journey'),
    }),
  }
})

// GET /journeys/{journey}/withdraw : what withdrawing means.
import { JourneyPath } from '../events/forms.ts'
import { hasEnded } from '../workflows/moves.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoRecords } from './adapters/dynamo-records.ts'
import { dynamoSessions } from './adapters/dynamo-sessions.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { ledJourneyOf } from './app/read-journey.ts'
import { organisationName } from './app/summarise.ts'
import type { Needs } from './inventory.ts'
import { parsePath, signedInPage } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'
import { withdrawPage } from './web/withdraw.ts'

const table = openTable()
const ports = {
  settings: settings(),
  words: dynamoWords(table),
  clock: systemClock,
  sessions: dynamoSessions(table),
  journeys: dynamoJourneys(table),
  records: dynamoRecords(table),
} satisfies Needs<'show-withdraw'>

export const handler = signedInPage(
  'show-withdraw',
  ports,
  'anybody',
  async ({ path }, { session, token }) => {
    const { journey } = parsePath(JourneyPath, path)
    const event = await ledJourneyOf(ports, journey, session)
    if (!event) throw new PageError(404, 'not-found')
    if (hasEnded(event.state)) return { goTo: `/journeys/${journey}` }
    const name = await organisationName(ports, event)
    return { page: withdrawPage(journey, name, token('withdraw-journey')) }
  },
)

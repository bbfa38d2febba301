// GET /journeys/{journey}/next-round : what the way to the next level means.
import { JourneyPath } from '../events/forms.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoSessions } from './adapters/dynamo-sessions.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { nextLevel } from './app/next-level.ts'
import { ledJourneyOf } from './app/read-journey.ts'
import type { Needs } from './inventory.ts'
import { parsePath, signedInPage } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'
import { nextRoundPage } from './web/next-round.ts'

const table = openTable()
const ports = {
  settings: settings(),
  words: dynamoWords(table),
  clock: systemClock,
  sessions: dynamoSessions(table),
  journeys: dynamoJourneys(table),
} satisfies Needs<'show-next-round'>

export const handler = signedInPage(
  'show-next-round',
  ports,
  'anybody',
  async ({ path }, { session, token }) => {
    const { journey } = parsePath(JourneyPath, path)
    const event = await ledJourneyOf(ports, journey, session)
    if (!event) throw new PageError(404, 'not-found')
    const next = nextLevel(event)
    if (!next) return { goTo: `/journeys/${journey}` }
    const { round, level } = event.state
    return { page: nextRoundPage({ journey, round, level, next, token: token('start-round') }) }
  },
)

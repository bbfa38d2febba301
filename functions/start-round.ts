// POST /journeys/{journey}/next-round : a lead begins the way to the next level.
import { JourneyPath, StartRoundForm } from '../events/forms.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoCommits, dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoSessions, dynamoSessionWriter } from './adapters/dynamo-sessions.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { carryOut } from './app/carry-out.ts'
import { ledJourneyOf } from './app/read-journey.ts'
import type { Needs } from './inventory.ts'
import { parseForm, parsePath, signedInPage } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'
import { refusalPage } from './web/refusal.ts'

const table = openTable()
const ports = {
  settings: settings(),
  words: dynamoWords(table),
  clock: systemClock,
  sessions: dynamoSessions(table),
  sessionWriter: dynamoSessionWriter(table),
  journeys: dynamoJourneys(table),
  commits: dynamoCommits(table),
} satisfies Needs<'start-round'>

export const handler = signedInPage('start-round', ports, 'anybody', async ({ path, form }, { session }) => {
  const { journey } = parsePath(JourneyPath, path)
  const event = await ledJourneyOf(ports, journey, session)
  if (!event) throw new PageError(404, 'not-found')
  const { round } = parseForm(StartRoundForm, form)
  const hub = `/journeys/${journey}`
  // A page that was left open since an earlier award would begin a round that nobody asked for.
  if (round !== event.state.round) return { page: refusalPage('journey', 'stale', hub), status: 409 }
  const outcome = await carryOut(ports, journey, session.person, { kind: 'start-round' })
  if (outcome.kind === 'accepted') return { goTo: hub }
  return { page: refusalPage('journey', outcome.reason, hub), status: 409 }
})

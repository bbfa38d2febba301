// POST /team/journeys/{journey}/rules : moves a journey to the newest rules.
import { JourneyPath, MoveForm } from '../events/forms.ts'
import { newest } from '../workflows/released/index.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoCommits, dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoSessions, dynamoSessionWriter } from './adapters/dynamo-sessions.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { carryOut } from './app/carry-out.ts'
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
} satisfies Needs<'move-journey'>

export const handler = signedInPage('move-journey', ports, 'team', async ({ path, form }, { session }) => {
  const { journey } = parsePath(JourneyPath, path)
  const { to, visit } = parseForm(MoveForm, form)
  const event = await ports.journeys.newest(journey)
  if (!event) throw new PageError(404, 'not-found')
  const back = `/team/journeys/${journey}`
  // Newer rules were released, or the journey moved, after the page told what would change.
  if (to !== newest.id || visit !== event.state.position.visit)
    return { page: refusalPage('journey', 'stale', back), status: 409 }
  const outcome = await carryOut(ports, journey, session.person, { kind: 'move-definition' })
  if (outcome.kind === 'accepted') return { goTo: `${back}?done=rules` }
  return { page: refusalPage('journey', outcome.reason, back), status: 409 }
})

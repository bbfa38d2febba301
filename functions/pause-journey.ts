// POST /team/journeys/{journey}/pause : pauses a journey, or lets it go on.
import { JourneyPath, PauseForm } from '../events/forms.ts'
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
} satisfies Needs<'pause-journey'>

export const handler = signedInPage('pause-journey', ports, 'team', async ({ path, form }, { session }) => {
  const { journey } = parsePath(JourneyPath, path)
  const { action } = parseForm(PauseForm, form)
  const outcome = await carryOut(ports, journey, session.person, { kind: action })
  const back = `/team/journeys/${journey}`
  if (outcome.kind === 'accepted') return { goTo: back }
  if (outcome.reason === 'unknown') throw new PageError(404, 'not-found')
  return { page: refusalPage('journey', outcome.reason, back), status: 409 }
})

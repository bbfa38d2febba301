// POST /team/journeys/{journey}/restart : starts a workflow again that has failed.
import { JourneyPath, RestartForm } from '../events/forms.ts'
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
} satisfies Needs<'restart-execution'>

export const handler = signedInPage(
  'restart-execution',
  ports,
  'team',
  async ({ path, form }, { session }) => {
    const { journey } = parsePath(JourneyPath, path)
    const { executionSeq } = parseForm(RestartForm, form)
    const outcome = await carryOut(ports, journey, session.person, { kind: 'restart', executionSeq })
    const back = `/team/journeys/${journey}`
    if (outcome.kind === 'accepted') return { goTo: `${back}?done=restart` }
    if (outcome.reason === 'unknown') throw new PageError(404, 'not-found')
    return { page: refusalPage('journey', outcome.reason, back), status: 409 }
  },
)

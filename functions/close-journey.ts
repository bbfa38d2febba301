// POST /team/journeys/{journey}/close : the team ends a journey, and says why.
import { CloseForm, JourneyPath } from '../events/forms.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoHeldFormWriter } from './adapters/dynamo-held-forms.ts'
import { dynamoCommits, dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoRecords, dynamoRecordWriter } from './adapters/dynamo-records.ts'
import { dynamoSessions, dynamoSessionWriter } from './adapters/dynamo-sessions.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { closeJourney, readReason } from './app/close-journey.ts'
import { organisationName } from './app/summarise.ts'
import type { Needs } from './inventory.ts'
import { parseForm, parsePath, signedInPage } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'
import { closePage } from './web/journey-close.ts'
import { refusalPage } from './web/refusal.ts'

const table = openTable()
const ports = {
  settings: settings(),
  words: dynamoWords(table),
  clock: systemClock,
  sessions: dynamoSessions(table),
  sessionWriter: dynamoSessionWriter(table),
  heldFormWriter: dynamoHeldFormWriter(table),
  journeys: dynamoJourneys(table),
  commits: dynamoCommits(table),
  recordWriter: dynamoRecordWriter(table),
  records: dynamoRecords(table),
} satisfies Needs<'close-journey'>

export const handler = signedInPage('close-journey', ports, 'team', async ({ path, form }, { session }) => {
  const event = await ports.journeys.newest(parsePath(JourneyPath, path).journey)
  if (!event) throw new PageError(404, 'not-found')
  const { journey } = event
  const { token, reason } = parseForm(CloseForm, form)
  const read = readReason(reason)
  if ('message' in read) {
    const view = { journey, organisationName: await organisationName(ports, event), token }
    return { page: closePage(view, reason, { reason: read.message }) }
  }
  const back = `/team/journeys/${journey}`
  const outcome = await closeJourney(ports, event, session.person, read.reason)
  return outcome === 'closed' ? { goTo: back } : { page: refusalPage('journey', outcome, back), status: 409 }
})

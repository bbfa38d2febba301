// GET /journeys/{journey}/people : who helps with a journey, and for its lead the way to change that.
import { JourneyPath } from '../events/forms.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoPeople } from './adapters/dynamo-people.ts'
import { dynamoSessions } from './adapters/dynamo-sessions.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { peopleOf } from './app/colleagues.ts'
import { journeyOf } from './app/read-journey.ts'
import type { Needs } from './inventory.ts'
import { parsePath, signedInPage } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'
import { peoplePage } from './web/people.ts'

const table = openTable()
const ports = {
  settings: settings(),
  words: dynamoWords(table),
  clock: systemClock,
  sessions: dynamoSessions(table),
  journeys: dynamoJourneys(table),
  people: dynamoPeople(table),
} satisfies Needs<'show-people'>

export const handler = signedInPage('show-people', ports, 'anybody', async ({ path }, { session, token }) => {
  const { journey } = parsePath(JourneyPath, path)
  const found = await journeyOf(ports, journey, session)
  if (!found) throw new PageError(404, 'not-found')
  const tokens =
    found.role === 'colleague'
      ? undefined
      : { invite: token('invite-colleague'), remove: token('remove-colleague') }
  return { page: peoplePage({ journey, ...(await peopleOf(ports, found.event)), tokens }) }
})

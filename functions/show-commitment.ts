// GET /sign/{journey} : where the email leads whoever is to sign the commitment; and then, what they signed.
import { JourneyPath } from '../events/forms.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoDrafts } from './adapters/dynamo-drafts.ts'
import { dynamoFiles } from './adapters/dynamo-files.ts'
import { dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoPeople } from './adapters/dynamo-people.ts'
import { dynamoRecords } from './adapters/dynamo-records.ts'
import { dynamoSessions } from './adapters/dynamo-sessions.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { readSigning } from './app/signing.ts'
import type { Needs } from './inventory.ts'
import { parsePath, signedInPage } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'
import { signingPage, signingWelcome } from './web/signing.ts'

const table = openTable()
const ports = {
  settings: settings(),
  words: dynamoWords(table),
  clock: systemClock,
  sessions: dynamoSessions(table),
  journeys: dynamoJourneys(table),
  records: dynamoRecords(table),
  files: dynamoFiles(table),
  drafts: dynamoDrafts(table),
  people: dynamoPeople(table),
} satisfies Needs<'show-commitment'>

export const handler = signedInPage(
  'show-commitment',
  ports,
  'anybody',
  async ({ path }, { session, token }) => {
    const { journey } = parsePath(JourneyPath, path)
    const view = await readSigning(ports, journey, session)
    if (!view) throw new PageError(404, 'not-found')
    return { page: signingPage(journey, view, token('sign-commitment')) }
  },
  ({ path }) => signingWelcome(parsePath(JourneyPath, path).journey),
)

// GET /journeys/{journey}/signature : how the signature under the commitment stands, and the way to ask for it.
import { JourneyPath } from '../events/forms.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoDrafts } from './adapters/dynamo-drafts.ts'
import { dynamoFiles } from './adapters/dynamo-files.ts'
import { dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoRecords } from './adapters/dynamo-records.ts'
import { dynamoSessions } from './adapters/dynamo-sessions.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { readSignature } from './app/read-signature.ts'
import type { Needs } from './inventory.ts'
import { parsePath, signedInPage } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'
import { signaturePage } from './web/signature.ts'

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
} satisfies Needs<'show-signature'>

export const handler = signedInPage(
  'show-signature',
  ports,
  'anybody',
  async ({ path }, { session, token }) => {
    const found = await readSignature(ports, session, parsePath(JourneyPath, path).journey)
    if (!found) throw new PageError(404, 'not-found')
    const mayAsk = found.role !== 'colleague'
    return { page: signaturePage({ ...found, token: mayAsk ? token('ask-for-signature') : undefined }) }
  },
)

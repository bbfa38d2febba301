// POST /journeys/{journey}/signature : a lead asks somebody to sign the commitment, or asks again.
import { AskForSignatureForm, JourneyPath } from '../events/forms.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoDrafts } from './adapters/dynamo-drafts.ts'
import { dynamoFiles } from './adapters/dynamo-files.ts'
import { dynamoCommits, dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoLimits } from './adapters/dynamo-limits.ts'
import { dynamoPeople, dynamoPeopleWriter } from './adapters/dynamo-people.ts'
import { dynamoRecords, dynamoRecordWriter } from './adapters/dynamo-records.ts'
import { dynamoSessions, dynamoSessionWriter } from './adapters/dynamo-sessions.ts'
import { dynamoSuppressions } from './adapters/dynamo-suppressions.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { askForSignature } from './app/ask-for-signature.ts'
import { readSignature } from './app/read-signature.ts'
import type { Needs } from './inventory.ts'
import { parseForm, parsePath, signedInPage } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'
import { refusalPage } from './web/refusal.ts'
import { signaturePage } from './web/signature.ts'

const table = openTable()
const ports = {
  settings: settings(),
  words: dynamoWords(table),
  clock: systemClock,
  sessions: dynamoSessions(table),
  sessionWriter: dynamoSessionWriter(table),
  journeys: dynamoJourneys(table),
  commits: dynamoCommits(table),
  records: dynamoRecords(table),
  recordWriter: dynamoRecordWriter(table),
  files: dynamoFiles(table),
  drafts: dynamoDrafts(table),
  people: dynamoPeople(table),
  peopleWriter: dynamoPeopleWriter(table),
  suppressions: dynamoSuppressions(table),
  limits: dynamoLimits(table),
} satisfies Needs<'ask-for-signature'>

export const handler = signedInPage(
  'ask-for-signature',
  ports,
  'anybody',
  async ({ path, form }, { session }) => {
    const { journey } = parsePath(JourneyPath, path)
    const found = await readSignature(ports, session, journey)
    if (!found || found.role === 'colleague') throw new PageError(404, 'not-found')
    const { token, instead } = parseForm(AskForSignatureForm, form)
    const page = `/journeys/${journey}/signature`
    const { event } = found.work
    const outcome = await askForSignature(ports, event, found.commitment, session.person, instead)
    switch (outcome) {
      case 'asked':
        return { goTo: page }
      case 'unfinished':
      case 'is-lead':
      case 'on-panel':
      case 'cannot-reach':
      case 'limited':
        return { page: signaturePage({ ...found, token }, outcome) }
      default:
        return { page: refusalPage('journey', outcome, page), status: 409 }
    }
  },
)

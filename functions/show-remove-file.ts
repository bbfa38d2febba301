// GET /journeys/{journey}/files/{file}/remove : asks whether a file is to be taken away.
import { FilePath } from '../events/forms.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoDrafts } from './adapters/dynamo-drafts.ts'
import { dynamoFiles } from './adapters/dynamo-files.ts'
import { dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoRecords } from './adapters/dynamo-records.ts'
import { dynamoSessions } from './adapters/dynamo-sessions.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { fileInStep, pageOfPlace } from './app/file-in-step.ts'
import type { Needs } from './inventory.ts'
import { parsePath, signedInPage } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'
import { removeFilePage } from './web/file-pages.ts'

const table = openTable()
const ports = {
  settings: settings(),
  words: dynamoWords(table),
  clock: systemClock,
  sessions: dynamoSessions(table),
  journeys: dynamoJourneys(table),
  records: dynamoRecords(table),
  drafts: dynamoDrafts(table),
  files: dynamoFiles(table),
} satisfies Needs<'show-remove-file'>

export const handler = signedInPage(
  'show-remove-file',
  ports,
  'anybody',
  async ({ path }, { session, token }) => {
    const id = parsePath(FilePath, path)
    const found = await fileInStep(ports, session, id)
    if (!found) throw new PageError(404, 'not-found')
    const { work, file, open, at } = found
    const step = `/journeys/${id.journey}/steps/${work.step.id}`
    const back = open && at ? pageOfPlace(work, at.section, at.written) : step
    const handedIn = work.handedIn.includes(id.file)
    const from = { handedIn, closed: !open || !at, token: token('remove-file') }
    return { page: removeFilePage({ work, back }, file, from) }
  },
)

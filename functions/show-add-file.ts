// GET …/{section}/files/{field} and …/{entry}/files/{field} : asks what a file shows, before it is sent.
import { FilePlacePath } from '../events/forms.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoDrafts } from './adapters/dynamo-drafts.ts'
import { dynamoFiles } from './adapters/dynamo-files.ts'
import { dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoRecords } from './adapters/dynamo-records.ts'
import { dynamoSessions } from './adapters/dynamo-sessions.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { fieldAt } from './app/add-file.ts'
import { mintId } from './app/secrets.ts'
import { stepFor, takesDrafts } from './app/step-work.ts'
import type { Needs } from './inventory.ts'
import { parsePath, signedInPage } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'
import { addFilePage } from './web/file-pages.ts'

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
} satisfies Needs<'show-add-file'>

export const handler = signedInPage(
  'show-add-file',
  ports,
  'anybody',
  async ({ path }, { session, token }) => {
    const place = parsePath(FilePlacePath, path)
    const work = (await stepFor(ports, session, place))?.work
    const at = work && fieldAt(work, place)
    if (!work || !at) throw new PageError(404, 'not-found')
    const step = `/journeys/${place.journey}/steps/${place.step}`
    if (!takesDrafts(work.event, place.step, at.section)) return { goTo: step }
    const back = `${step}/${place.section}${at.entry && `/${at.entry}`}`
    // An entry is saved before a file is added to it; a full one says so itself.
    const isFull = (at.written?.typed[at.field.id] ?? []).length >= at.field.max
    if (!at.written || isFull) return { goTo: back }
    return { page: addFilePage({ work, back }, at.field.id, { id: mintId(), token: token('add-file') }) }
  },
)

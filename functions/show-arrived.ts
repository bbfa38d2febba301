// GET /journeys/{journey}/files/{file}/arrived : where the bucket leads back to, and how far the check of the file is.
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
import { arrivedPage } from './web/file-pages.ts'

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
} satisfies Needs<'show-arrived'>

export const handler = signedInPage('show-arrived', ports, 'anybody', async ({ path }, { session }) => {
  const id = parsePath(FilePath, path)
  const found = await fileInStep(ports, session, id)
  if (!found) throw new PageError(404, 'not-found')
  const { work, file, open, at } = found
  if (!open || !at) return { goTo: `/journeys/${id.journey}/steps/${work.step.id}` }
  const back = pageOfPlace(work, at.section, at.written)
  if (file.status === 'removed') return { goTo: back }
  const here = `/journeys/${id.journey}/files/${id.file}`
  return { page: arrivedPage({ work, back }, file, here, `${back}/files/${at.field.id}`) }
})

// GET /journeys/{journey}/files/{file}/upload : the form that sends the file to the bucket, as often as it has not arrived.
import { FilePath } from '../events/forms.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoDrafts } from './adapters/dynamo-drafts.ts'
import { dynamoFiles } from './adapters/dynamo-files.ts'
import { dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoRecords } from './adapters/dynamo-records.ts'
import { dynamoSessions } from './adapters/dynamo-sessions.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { s3UploadForms } from './adapters/s3-presigned.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { fileInStep, pageOfPlace } from './app/file-in-step.ts'
import type { Needs } from './inventory.ts'
import { parsePath, signedInPage } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'
import { uploadPage } from './web/file-pages.ts'

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
  uploadForms: s3UploadForms(),
} satisfies Needs<'show-upload'>

export const handler = signedInPage('show-upload', ports, 'anybody', async ({ path }, { session }) => {
  const id = parsePath(FilePath, path)
  const found = await fileInStep(ports, session, id)
  if (!found) throw new PageError(404, 'not-found')
  const { work, file, open, at } = found
  if (!open || !at) return { goTo: `/journeys/${id.journey}/steps/${work.step.id}` }
  const here = `/journeys/${id.journey}/files/${id.file}`
  if (file.status !== 'awaiting') return { goTo: `${here}/arrived` }
  const backTo = `${ports.settings.baseUrl}${here}/arrived`
  const form = ports.uploadForms.formFor(id.journey, id.file, backTo, ports.clock.now())
  return { page: uploadPage({ work, back: pageOfPlace(work, at.section, at.written) }, file, form) }
})

// POST /journeys/{journey}/files/{file}/remove : takes a file away, with what was sent.
import { FilePath, RemoveFileForm } from '../events/forms.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoDrafts, dynamoDraftWriter } from './adapters/dynamo-drafts.ts'
import { dynamoFiles, dynamoFileWriter } from './adapters/dynamo-files.ts'
import { dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoPublicationRemoval } from './adapters/dynamo-publications.ts'
import { dynamoRecords } from './adapters/dynamo-records.ts'
import { dynamoSessions, dynamoSessionWriter } from './adapters/dynamo-sessions.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { s3EvidenceRemoval } from './adapters/s3-presigned.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { fileInStep, pageOfPlace } from './app/file-in-step.ts'
import { removeFile } from './app/remove-file.ts'
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
  records: dynamoRecords(table),
  drafts: dynamoDrafts(table),
  files: dynamoFiles(table),
  draftWriter: dynamoDraftWriter(table),
  fileWriter: dynamoFileWriter(table),
  evidenceRemoval: s3EvidenceRemoval(),
  publicationRemoval: dynamoPublicationRemoval(table),
} satisfies Needs<'remove-file'>

export const handler = signedInPage('remove-file', ports, 'anybody', async ({ path, form }, { session }) => {
  const id = parsePath(FilePath, path)
  const everywhere = parseForm(RemoveFileForm, form).action === 'everywhere'
  const read = () => fileInStep(ports, session, id)
  const found = await read()
  if (!found) throw new PageError(404, 'not-found')
  const { work, open, at } = found
  const step = `/journeys/${id.journey}/steps/${work.step.id}`
  const outcome = await removeFile(ports, read, session.person, id, everywhere)
  if (outcome === 'gone') return { page: refusalPage('step', 'already', step), status: 409 }
  return { goTo: open && at ? pageOfPlace(work, at.section, at.written) : step }
})

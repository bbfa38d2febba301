// POST …/{section}/files/{field} and …/{entry}/files/{field} : makes room for one more file, and leads to where it is sent.
import { AddFileForm, FilePlacePath } from '../events/forms.ts'
import { checkFields } from '../workflows/fields.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoDrafts, dynamoDraftWriter } from './adapters/dynamo-drafts.ts'
import { dynamoFiles, dynamoFileWriter } from './adapters/dynamo-files.ts'
import { dynamoHeldFormWriter } from './adapters/dynamo-held-forms.ts'
import { dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoRecords } from './adapters/dynamo-records.ts'
import { dynamoSessions, dynamoSessionWriter } from './adapters/dynamo-sessions.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { addFile, fieldAt } from './app/add-file.ts'
import { stepFor } from './app/step-work.ts'
import type { Needs } from './inventory.ts'
import { parseForm, parsePath, signedInPage } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'
import { addFilePage, fileNameFields } from './web/file-pages.ts'
import { messagesFor } from './web/form.ts'
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
  records: dynamoRecords(table),
  drafts: dynamoDrafts(table),
  files: dynamoFiles(table),
  draftWriter: dynamoDraftWriter(table),
  fileWriter: dynamoFileWriter(table),
} satisfies Needs<'add-file'>

export const handler = signedInPage('add-file', ports, 'anybody', async ({ path, form }, { session }) => {
  const place = parsePath(FilePlacePath, path)
  const read = async () => (await stepFor(ports, session, place))?.work
  const work = await read()
  const at = work && fieldAt(work, place)
  if (!work || !at) throw new PageError(404, 'not-found')
  const step = `/journeys/${place.journey}/steps/${place.step}`
  const back = `${step}/${place.section}${at.entry && `/${at.entry}`}`
  const { token, file: id, fileName } = parseForm(AddFileForm, form)
  const typed = { fileName: [fileName] }
  const again = (problems: Parameters<typeof messagesFor>[0]) => ({
    page: addFilePage({ work, back }, at.field.id, { id, token }, typed, messagesFor(problems)),
  })
  const { answers, problems } = checkFields(fileNameFields, typed, '')
  if (answers.fileName === undefined) return again(problems)
  const file = {
    id,
    name: String(answers.fileName),
    section: place.section,
    entry: at.entry,
    field: at.field,
  }
  const outcome = await addFile(ports, read, session.person, file)
  if (outcome.kind === 'refused') return again({ fileName: outcome.problem })
  if (outcome.kind === 'gone') return { page: refusalPage('step', 'stale', step), status: 409 }
  return { goTo: `/journeys/${place.journey}/files/${id}/upload` }
})

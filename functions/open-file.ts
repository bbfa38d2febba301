// GET /journeys/{journey}/files/{file} : sends who may open a file to the bucket, on an address that works for a minute.
import { FilePath } from '../events/forms.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoDrafts } from './adapters/dynamo-drafts.ts'
import { dynamoFiles } from './adapters/dynamo-files.ts'
import { dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoJudgements } from './adapters/dynamo-judgements.ts'
import { dynamoLinks } from './adapters/dynamo-links.ts'
import { dynamoPeople } from './adapters/dynamo-people.ts'
import { dynamoRecords } from './adapters/dynamo-records.ts'
import { dynamoSessions } from './adapters/dynamo-sessions.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { s3Downloads } from './adapters/s3-presigned.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { openableFile } from './app/open-file.ts'
import type { Needs } from './inventory.ts'
import { parsePath, signedInPage } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'

const table = openTable()
const ports = {
  settings: settings(),
  words: dynamoWords(table),
  clock: systemClock,
  sessions: dynamoSessions(table),
  journeys: dynamoJourneys(table),
  records: dynamoRecords(table),
  drafts: dynamoDrafts(table),
  people: dynamoPeople(table),
  judgements: dynamoJudgements(table),
  files: dynamoFiles(table),
  links: dynamoLinks(table),
  downloads: s3Downloads(),
} satisfies Needs<'open-file'>

export const handler = signedInPage('open-file', ports, 'anybody', async ({ path }, { session }) => {
  const id = parsePath(FilePath, path)
  const file = await openableFile(ports, session, id)
  if (!file) throw new PageError(404, 'not-found')
  const name = `${file.name}.${file.kind}`
  return { goTo: ports.downloads.linkTo(id.journey, id.file, name, ports.clock.now()) }
})

// GET /cases/{journey}/captures/{capture} : what a linked page said when it was handed in, for the panel.
import { CapturePath } from '../events/forms.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoCaptures } from './adapters/dynamo-captures.ts'
import { dynamoFiles } from './adapters/dynamo-files.ts'
import { dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoJudgements } from './adapters/dynamo-judgements.ts'
import { dynamoLinks } from './adapters/dynamo-links.ts'
import { dynamoPeople } from './adapters/dynamo-people.ts'
import { dynamoRecords } from './adapters/dynamo-records.ts'
import { dynamoSessions } from './adapters/dynamo-sessions.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { openableCapture } from './app/open-capture.ts'
import type { Needs } from './inventory.ts'
import { parsePath, signedInPage } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'
import { capturePage } from './web/capture.ts'

const table = openTable()
const ports = {
  settings: settings(),
  words: dynamoWords(table),
  clock: systemClock,
  sessions: dynamoSessions(table),
  journeys: dynamoJourneys(table),
  records: dynamoRecords(table),
  files: dynamoFiles(table),
  people: dynamoPeople(table),
  judgements: dynamoJudgements(table),
  links: dynamoLinks(table),
  captures: dynamoCaptures(table),
} satisfies Needs<'show-capture'>

export const handler = signedInPage('show-capture', ports, 'anybody', async ({ path }, { session }) => {
  const capture = await openableCapture(ports, session, parsePath(CapturePath, path))
  if (!capture) throw new PageError(404, 'not-found')
  return { page: capturePage(capture) }
})

// GET /cases/{journey} : what the link emailed to a validator leads to; deciding anything is for its forms alone.
import { JourneyPath } from '../events/forms.ts'
import { openTable } from './adapters/dynamo.ts'
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
import { readValidation } from './app/read-validation.ts'
import type { Needs } from './inventory.ts'
import { parsePath, signedInPage } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'
import { validationPage, welcomePage } from './web/validation.ts'

const table = openTable()
const ports = {
  settings: settings(),
  words: dynamoWords(table),
  clock: systemClock,
  sessions: dynamoSessions(table),
  journeys: dynamoJourneys(table),
  records: dynamoRecords(table),
  files: dynamoFiles(table),
  links: dynamoLinks(table),
  people: dynamoPeople(table),
  judgements: dynamoJudgements(table),
} satisfies Needs<'show-validation'>

export const handler = signedInPage(
  'show-validation',
  ports,
  'anybody',
  async ({ path }, { session, token }) => {
    const view = await readValidation(ports, parsePath(JourneyPath, path).journey, session)
    if (!view) throw new PageError(404, 'not-found')
    return { page: validationPage(view, token) }
  },
  ({ path }) => welcomePage(parsePath(JourneyPath, path).journey),
)

// GET /team/journeys/{journey} : one journey as the team sees it, with the decision that it waits for.
import { CaseQuery, JourneyPath } from '../events/forms.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoDrafts } from './adapters/dynamo-drafts.ts'
import { dynamoFiles } from './adapters/dynamo-files.ts'
import { dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoLinks } from './adapters/dynamo-links.ts'
import { dynamoNamesakes } from './adapters/dynamo-namesakes.ts'
import { dynamoPeople } from './adapters/dynamo-people.ts'
import { dynamoRecords } from './adapters/dynamo-records.ts'
import { dynamoSessions } from './adapters/dynamo-sessions.ts'
import { dynamoSummaries } from './adapters/dynamo-summaries.ts'
import { dynamoSuppressions } from './adapters/dynamo-suppressions.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { namesakesOf } from './app/namesakes.ts'
import { readCase } from './app/read-case.ts'
import type { Needs } from './inventory.ts'
import { parsePath, signedInPage } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'
import { casePage } from './web/case.ts'

const table = openTable()
const ports = {
  settings: settings(),
  words: dynamoWords(table),
  clock: systemClock,
  sessions: dynamoSessions(table),
  summaries: dynamoSummaries(table),
  namesakes: dynamoNamesakes(table),
  journeys: dynamoJourneys(table),
  records: dynamoRecords(table),
  files: dynamoFiles(table),
  links: dynamoLinks(table),
  drafts: dynamoDrafts(table),
  people: dynamoPeople(table),
  suppressions: dynamoSuppressions(table),
} satisfies Needs<'show-case'>

export const handler = signedInPage('show-case', ports, 'team', async ({ path, query }, { token }) => {
  const event = await ports.journeys.newest(parsePath(JourneyPath, path).journey)
  if (!event) throw new PageError(404, 'not-found')
  const namesakes = await namesakesOf(ports, event.journey)
  return {
    page: casePage({
      ...(await readCase(ports, event)),
      namesakes,
      token,
      query,
      justDone: parsePath(CaseQuery, query).done,
    }),
  }
})
